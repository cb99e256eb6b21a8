"""Gitdm's maps: `address employer < date` and `domain employer`, a pair on each line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.errors import BadRowError
from ingest.domains import plain_domain
from ingest.sources.affiliations.people import Owned, Person, Telling, Told, addresses_in
from ingest.sources.affiliations.stints import stint

_PAIR = re.compile(r"(?P<key>\S+)[ \t]+(?P<rest>[^#]*[^#\s])\s*(?:#.*)?$")
_DATED = re.compile(r"(?P<name>.*?)\s*<\s*(?P<until>.*)$")


def read_map(lines: Iterable[str], file: str) -> Telling:
    """The people (by address) and the owners of domains of the map in `lines`."""
    for number, text in enumerate(lines, start=1):
        if text.strip() and not text.lstrip().startswith("#"):
            try:
                yield _pair(text.strip(), file, number)
            except BadRowError as refusal:
                yield refusal


def _pair(text: str, file: str, number: int) -> Told:
    found = _PAIR.fullmatch(text)
    if found is None:
        raise BadRowError(file, number, "row", _kind_of(text), "an address or a domain, and an employer")
    key, rest = found["key"], found["rest"]
    addresses = addresses_in(key)
    if addresses:
        dated = _DATED.match(rest)
        name, until = (dated["name"], dated["until"]) if dated else (rest, "")
        if dated and not until:
            raise BadRowError(file, number, "date", "nothing", "a day such as 2018-06-01")
        return Person(number, addresses=addresses[:1], stints=(stint(name, "", until, file, number, rest),))
    domain = plain_domain(key)
    if not domain or "@" in key:
        raise BadRowError(file, number, "address", "a word that is none", "an address or a domain")
    return Owned(domain, stint(rest, "", "", file, number).employer, number)


def _kind_of(text: str) -> str:
    return f"{len(text.split())} word{'s' if len(text.split()) > 1 else ''}"
