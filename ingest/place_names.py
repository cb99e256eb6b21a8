"""What one name of a place can mean: a country, a part of one, or a city."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.aliases import Aliases
from ingest.folding import fold
from ingest.gazetteer import country_codes, country_names, gazetteer, us_states

_DOMINANCE = 3
"""How many times larger than its largest namesake abroad a city has to be, to be meant without a country."""
_LONGEST_NAME = 4
_KNOWN_CITY = 100_000
_GREAT_CITY = 500_000
_CITY_LETTERS = 4
_REGION_LETTERS = 4
_HAN_LONGEST = 12
_HAN_FROM, _HAN_TO = "\u3400", "\u9fff"
_HAN_BETWEEN = "省市区區县縣州 "
_UNITS = frozenset(
    "city province prefecture state county district municipality metro metropolitan area region greater region "
    "republic kingdom people peoples shi sheng downtown central near north south east west northern southern eastern "
    "western remote based in from living at the of somewhere currently now lives born bay around island".split()
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Countries that a name can lie in; `wide` for a country or a part of one, `winner` where one is meant."""

    codes: frozenset[str]
    winner: str | None
    wide: bool
    confidence: float
    reason: str
    tried: bool = True


def meaning_of(aliases: Aliases, text: str) -> Meaning:
    """What `text`, a part of a location between two commas, can mean; no codes where it is no known place."""
    name = fold(text)
    if not name:
        return Meaning(frozenset(), None, wide=False, confidence=0.0, reason="no letters", tried=False)
    found = _exact(aliases, name) or _stripped(aliases, name) or _run_together(aliases, name) or _scan(aliases, name)
    return found or _nowhere(f"no place known as {name!r}")


def _nowhere(reason: str) -> Meaning:
    return Meaning(frozenset(), None, wide=False, confidence=0.0, reason=reason)


def _wide(codes: frozenset[str], confidence: float, reason: str) -> Meaning:
    winner = next(iter(codes)) if len(codes) == 1 else None
    return Meaning(codes, winner, wide=True, confidence=confidence, reason=reason)


def _exact(aliases: Aliases, name: str) -> Meaning | None:
    if name in aliases.not_places:
        return _nowhere(f"{name!r} is no place")
    return _country(aliases, name) or _region(aliases, name) or _code(name) or _city(name)


def _country(aliases: Aliases, name: str) -> Meaning | None:
    codes = aliases.countries.get(name) or _named_countries().get(name)
    if not codes:
        return None
    states, _ = us_states()
    also = frozenset({"US"}) if name in states else frozenset()
    return _wide(codes | also, 1.0, "country")


_NAMED: dict[str, frozenset[str]] = {}


def _named_countries() -> Mapping[str, frozenset[str]]:
    if not _NAMED:
        _NAMED.update({fold(name): frozenset({code}) for code, name in country_names().items()})
    return _NAMED


def _region(aliases: Aliases, name: str) -> Meaning | None:
    states, _ = us_states()
    codes = aliases.places.get(name, frozenset()) | (frozenset({"US"}) if name in states else frozenset())
    if not codes:
        return None
    # "Victoria" is a state of Australia and a city of Canada: a namesake of some size abroad makes it ambiguous.
    # A word of the alias file with one meaning is taken at its word.
    return _wide(codes, 0.9, "part of a country")


def _code(name: str) -> Meaning | None:
    _, postal = us_states()
    codes = {country_codes()[name]} if name in country_codes() else set()
    if name in postal:
        codes.add("US")
    return _wide(frozenset(codes), 0.9, "code") if codes else None


def _city(name: str) -> Meaning | None:
    index = gazetteer()
    named, other = index.cities.get(name, {}), index.alternates.get(name, {})
    if not named and not other:
        return None
    people = {code: max(named.get(code, 0), other.get(code, 0)) for code in (*named, *other)}
    winner = _dominant(named or other, people)
    return Meaning(frozenset(people), winner, wide=False, confidence=0.8, reason="city by population")


def _dominant(main: Mapping[str, int], people: Mapping[str, int]) -> str | None:
    """The country whose city is meant: the largest by its own name, well ahead of every namesake abroad."""
    best = max(main, key=lambda code: (main[code], code))
    rival = max((count for code, count in people.items() if code != best), default=0)
    return best if people[best] >= _DOMINANCE * rival else None


def _stripped(aliases: Aliases, name: str) -> Meaning | None:
    words = [word for word in name.split() if word not in _UNITS]
    short = " ".join(words)
    return _exact(aliases, short) if short and short != name else None


def _run_together(aliases: Aliases, name: str) -> Meaning | None:
    """Chinese without spaces, from the left: 浙江省杭州市西湖区."""
    if not _HAN_FROM <= name[0] <= _HAN_TO:
        return None
    found: list[Meaning] = []
    start = 0
    while start < len(name) and (hit := _longest(aliases, name, start)):
        meaning, start = hit
        found.append(meaning)
        while start < len(name) and name[start] in _HAN_BETWEEN:
            start += 1
    return _combined(found, 0.9)


def _longest(aliases: Aliases, name: str, start: int) -> tuple[Meaning, int] | None:
    for end in range(min(len(name), start + _HAN_LONGEST), start + 1, -1):
        meaning = _exact(aliases, name[start:end])
        if meaning is not None and meaning.codes:
            return meaning, end
    return None


def _scan(aliases: Aliases, name: str) -> Meaning | None:
    """Places among other words: `Shanghai China`, `somewhere in Germany`, `San Francisco CA`."""
    words = name.split()
    found: list[Meaning] = []
    left = 0
    start = 0
    while start < len(words):
        hit = _longest_words(aliases, words, start, bool(found))
        if hit is None:
            left += words[start] not in _UNITS
            start += 1
        else:
            found.append(hit[0])
            start = hit[1]
    wide = any(meaning.wide for meaning in found)
    if left > (2 if wide else 1):
        return None
    return _combined(found, 0.7 if left else 0.8)


def _longest_words(aliases: Aliases, words: list[str], start: int, after: bool) -> tuple[Meaning, int] | None:  # noqa: FBT001
    for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
        name = " ".join(words[start:end])
        last = end == len(words)
        meaning = _in_a_phrase(aliases, name, code=after and last)
        if meaning is not None:
            return meaning, end
    return None


def _in_a_phrase(aliases: Aliases, name: str, *, code: bool) -> Meaning | None:
    if name in aliases.not_places or name in _UNITS:
        return None
    region = _country(aliases, name) or (_region(aliases, name) if len(name) >= _REGION_LETTERS else None)
    if region is not None:
        return region
    if code and len(name) <= 3:
        return _code(name)
    if len(name) < _CITY_LETTERS or max(gazetteer().cities.get(name, {"": 0}).values()) < _KNOWN_CITY:
        return None
    return _city(name)


def _combined(found: list[Meaning], confidence: float) -> Meaning | None:
    """One meaning for names that stand together without a comma: a country and its city agree, or nothing is said."""
    if not found:
        return None
    wide = [meaning.codes for meaning in found if meaning.wide]
    cities = [meaning for meaning in found if not meaning.wide]
    if not wide:
        winners = {city.winner for city in cities}
        shared = frozenset.intersection(*(city.codes for city in cities))
        winner = winners.pop() if len(winners) == 1 else None
        codes = shared or frozenset().union(*(city.codes for city in cities))
        return Meaning(codes, winner, wide=False, confidence=min(confidence, 0.8), reason="city by population")
    codes = frozenset.intersection(*wide) or frozenset().union(*wide)
    for city in cities:
        codes = (codes & city.codes) or codes
    return _wide(codes, confidence, "place within words")


def is_place(aliases: Aliases, text: str) -> bool:
    """Whether `text` as a whole is the name of a country, of a part of one, or of a large city."""
    name = fold(text)
    if _country(aliases, name) or _region(aliases, name):
        return True
    return max(gazetteer().cities.get(name, {"": 0}).values()) >= _KNOWN_CITY
