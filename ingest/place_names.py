"""What one name of a place can mean: a country, a region of one, or a city."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.aliases import Aliases
from ingest.folding import fold
from ingest.gazetteer import capitals, country_codes, gazetteer, named_countries, us_states

DOMINANCE, CLEAR_DOMINANCE = 2.5, 6.0
"""How many times larger than its largest namesake abroad a city has to be, to be meant without a country; than a large
namesake, the second."""
_OTHER_NAME = 20
"""How many times less a city counts by another of its names (Amman was Philadelphia) beside one of that very name."""
_LARGE = 100_000
"""A city of this size makes a region of the same name abroad ambiguous, and is found within a phrase."""
_US = frozenset({"US"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """Countries that a name can lie in; `wide` for a country or region, `winner` where one country is meant.

    `listed` holds those of a region that shares its name with a city abroad, which it means beside a city of its own.
    """

    codes: frozenset[str]
    winner: str | None
    wide: bool
    confidence: float
    reason: str
    blank: bool = False
    listed: frozenset[str] = frozenset()


def nowhere(reason: str, *, blank: bool = False) -> Meaning:
    """The meaning of what is no place; `blank` when there was nothing to read."""
    return Meaning(frozenset(), None, wide=False, confidence=0.0, reason=reason, blank=blank)


def exact(aliases: Aliases, name: str) -> Meaning | None:
    """What the folded `name` as a whole can mean, or None; a name that is listed as no place has no codes."""
    if name in aliases.lists["not_places"]:
        return nowhere(f"{name!r} is no place")
    return (
        country(aliases, name)
        or region(aliases, name)
        or demonym(aliases, name)
        or code(aliases, name)
        or city(aliases, name)
    )


def country(aliases: Aliases, name: str) -> Meaning | None:
    """The country called `name`; `Georgia` may be a state of the USA as well, so that it has no winner."""
    if name in aliases.maps["regions"]:
        return None
    codes = aliases.maps["countries"].get(name) or named_countries().get(name)
    if not codes:
        return None
    return wide(codes | (_US if name in us_states().names else frozenset()), 1.0, "country")


def region(aliases: Aliases, name: str) -> Meaning | None:
    """The state or province called `name`; a large city of that name abroad (`Victoria`) leaves it without a winner."""
    listed = aliases.maps["regions"].get(name, frozenset())
    codes = listed | (_US if name in us_states().names else frozenset())
    if not codes:
        return None
    abroad = {code: people for code, people in gazetteer().cities.get(name, {}).items() if code not in codes}
    clear = len(codes) == 1 and max(abroad.values(), default=0) < _LARGE
    return Meaning(
        codes | frozenset(abroad),
        next(iter(codes)) if clear else None,
        wide=True,
        confidence=0.9,
        reason="region of a country",
        listed=codes,
    )


def demonym(aliases: Aliases, name: str) -> Meaning | None:
    """The country whose people are called `name`: `American`."""
    codes = aliases.maps["demonyms"].get(name)
    return wide(codes, 0.9, "people of a country") if codes else None


def code(aliases: Aliases, name: str) -> Meaning | None:
    """The countries of an ISO code or of a US state's: `ca` is Canada or California.

    Codes of states elsewhere count where a city agrees: `Pune, MH` is in India, `MH` alone the Marshall Islands.
    """
    codes = {country_codes()[name]} if name in country_codes() else set()
    if name in us_states().codes:
        codes.add("US")
    states = aliases.maps["state_codes"].get(name, frozenset())
    if not codes and not states:
        return None
    winner = next(iter(codes or states)) if len(codes or states) == 1 else None
    return Meaning(states | codes, winner, wide=True, confidence=0.9, reason="code")


def city(aliases: Aliases, name: str) -> Meaning | None:
    """The countries that have a city called `name`; the winner has the largest, well ahead of namesakes abroad."""
    listed = aliases.maps["cities"].get(name)
    if listed:
        winner = next(iter(listed)) if len(listed) == 1 else None
        namesakes = frozenset(gazetteer().cities.get(name, {}))  # which a state beside it may mean: `Vancouver, WA`
        return Meaning(listed | namesakes, winner, wide=False, confidence=0.9, reason="alias file: city")
    named, other = gazetteer().cities.get(name, {}), gazetteer().alternates.get(name, {})
    if not named and not other:
        return None
    weight = _OTHER_NAME if named else 1
    people = {code: max(named.get(code, 0), other.get(code, 0) // weight) for code in (*named, *other)}
    winner = _dominant(named or other, people, capitals().get(name))
    return Meaning(frozenset(people), winner, wide=False, confidence=0.8, reason="city by population")


def wide(codes: frozenset[str], confidence: float, reason: str) -> Meaning:
    """The meaning of a country, or of several that share a name."""
    winner = next(iter(codes)) if len(codes) == 1 else None
    return Meaning(codes, winner, wide=True, confidence=confidence, reason=reason)


def is_large_city(name: str) -> bool:
    """Whether GeoNames has a city of 100,000 people by this folded name of its own."""
    return max(gazetteer().cities.get(name, {}).values(), default=0) >= _LARGE


def is_place(aliases: Aliases, text: str) -> bool:
    """Whether `text` as a whole is the name of a country, of a region, or of a large city."""
    name = fold(text)
    known = country(aliases, name) or region(aliases, name) or name in aliases.maps["cities"]
    return bool(known) or is_large_city(name)


def _dominant(main: Mapping[str, int], people: Mapping[str, int], capital_of: str | None) -> str | None:
    """The country whose city is meant: the largest by its own name, well ahead of every namesake abroad.

    A capital need not be further ahead of a large namesake than of a small one.
    """
    best = max(main, key=lambda code: (main[code], code))
    rival = max((count for code, count in people.items() if code != best), default=0)
    least = CLEAR_DOMINANCE if rival >= _LARGE and best != capital_of else DOMINANCE
    return best if people[best] >= least * rival else None
