"""Logins as the code host knows them, out of logins as tables print them."""

from __future__ import annotations

from ingest.aliases import Aliases
from ingest.folding import clean

# Code hosts take ASCII alone in logins: these Cyrillic and Greek letters can only be slips for the Latin ones.
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝвкмнтАВЕКМНОРСТУХІЈЅαονρτυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ\u2010\u2011\u2012\u2013\u2014\u2212",
    "aeopcyxijsdhlqwbkmhtABEKMHOPCTYXIJSaovptuikABEZHIKMNOPTYX------",
)


def canonical_login(aliases: Aliases, login: str) -> str:
    """`login` in plain letters without @ and hidden letters; look-alikes of the alias files become what they mean."""
    # Taking spaces out can bring a letter and its accent together: cleaned again, they are one.
    plain = clean(clean(login).replace(" ", "")).translate(_LOOK_ALIKES).lstrip("@")
    return aliases.logins.get(plain.lower(), plain)
