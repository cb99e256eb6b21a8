"""Names of countries and regions in the language of the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from viz.language.chosen import DEFAULT, language
from viz.language.numbers import locale

_SPELLED = ((" SAR China", ""), ("St. ", "Saint "), ("&", "and"), ("-", " "))
"""What CLDR writes, and what GeoNames writes for it."""
_OTHER = {
    "BQ": "Bonaire, Saint Eustatius and Saba", "CC": "Cocos Islands", "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo", "CI": "Ivory Coast", "CV": "Cabo Verde", "MM": "Myanmar", "PN": "Pitcairn",
    "GS": "South Georgia and the South Sandwich Islands", "HM": "Heard Island and McDonald Islands", "TR": "Turkey",
    "PS": "Palestinian Territory", "UM": "United States Minor Outlying Islands", "VA": "Vatican",
    "VC": "Saint Vincent and the Grenadines",
}  # fmt: skip
"""Countries that GeoNames calls otherwise, by their code."""


def country(name: str, code: object = None) -> str:
    """The country with that English name, or ISO code, as CLDR calls it; in English, and what it lacks, `name`."""
    if language() == DEFAULT:
        return name
    known = str(code) if code is not None else _codes().get(_plain(name), "")
    return str(locale(language()).territories.get(known, name))


@cache
def _codes() -> Mapping[str, str]:
    english = {code: name for code, name in locale(DEFAULT).territories.items() if code.isalpha()}
    return {_plain(name): code for code, name in [*english.items(), *_OTHER.items()]}


def _plain(name: str) -> str:
    for theirs, ours in _SPELLED:
        name = name.replace(theirs, ours)
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z ]", "", letters)
