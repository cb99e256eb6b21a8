"""Places among other words, between two commas: `Greater Seattle Area`, `Shanghai China`, `浙江省杭州市`."""

from __future__ import annotations

from ingest.aliases import Aliases
from ingest.folding import fold
from ingest.place_names import Meaning, city, code, country, exact, is_large_city, nowhere, region, wide

_MOST_WORDS_IN_A_NAME = 4
_MOST_WORDS = 12
_LONGEST_CODE = 3
_SHORTEST_NAME = 4
_MOST_HAN_IN_A_NAME = 12
_HAN_FROM, _HAN_TO = "\u3400", "\u9fff"
_BETWEEN_HAN = "省市区區县縣州 "
_STRAY_WORDS = 2
_AGREEING, _ALONE, _AMONG_OTHERS = 0.9, 0.8, 0.7


def meaning_of(aliases: Aliases, text: str) -> Meaning:
    """What `text`, a part of a location between two commas, can mean; no codes where it is no known place."""
    name = fold(text)
    if not name:
        return nowhere("no letters", blank=True)
    readings = (exact, _stripped, _with_code, _in_han, _in_words)
    found = next((found for read in readings if (found := read(aliases, name))), None)
    return found or nowhere(f"no place known as {name[:60]!r}")


def _stripped(aliases: Aliases, name: str) -> Meaning | None:
    """The name without words such as `city` and `province`."""
    short = " ".join(word for word in name.split() if word not in aliases.lists["place_words"])
    return exact(aliases, short) if short and short != name else None


def _with_code(aliases: Aliases, name: str) -> Meaning | None:
    """A city, however small, before the code of its state or country: `Hoboken NJ`."""
    head, _, last = name.rpartition(" ")
    place, state = exact(aliases, head), code(aliases, last)
    if place is None or state is None or len(shared := place.codes & state.codes) != 1:
        return None
    return wide(shared, _AGREEING, "city with its state")


def _in_han(aliases: Aliases, name: str) -> Meaning | None:
    """Chinese without spaces, read from the left: 浙江省杭州市西湖区."""
    if not _HAN_FROM <= name[0] <= _HAN_TO:
        return None
    found: list[Meaning] = []
    start = 0
    while hit := _longest(aliases, name, start):
        found.append(hit[0])
        start = hit[1]
        while name[start : start + 1] and name[start] in _BETWEEN_HAN:
            start += 1
    return _combined(found, _AGREEING)


def _longest(aliases: Aliases, name: str, start: int) -> tuple[Meaning, int] | None:
    for end in range(min(len(name), start + _MOST_HAN_IN_A_NAME), start + 1, -1):
        meaning = exact(aliases, name[start:end])
        if meaning is not None and meaning.codes:
            return meaning, end
    return None


def _in_words(aliases: Aliases, name: str) -> Meaning | None:
    """Known places within a phrase, unless too much else stands in it."""
    words = name.split()
    found: list[Meaning] = []
    stray = start = 0
    while start < min(len(words), _MOST_WORDS):
        hit = _longest_words(aliases, words, start, code_ends=bool(found))
        if hit is None:
            stray += words[start] not in aliases.lists["place_words"]
            start += 1
        else:
            found.append(hit[0])
            start = hit[1]
    most = _STRAY_WORDS if any(meaning.wide for meaning in found) else 1
    if stray > most or len(words) > _MOST_WORDS:
        return None
    return _combined(found, _AMONG_OTHERS if stray else _ALONE)


def _longest_words(aliases: Aliases, words: list[str], start: int, *, code_ends: bool) -> tuple[Meaning, int] | None:
    for end in range(min(len(words), start + _MOST_WORDS_IN_A_NAME), start, -1):
        meaning = _one_of_many(aliases, " ".join(words[start:end]), may_be_code=code_ends and end == len(words))
        if meaning is not None:
            return meaning, end
    return None


def _one_of_many(aliases: Aliases, name: str, *, may_be_code: bool) -> Meaning | None:
    if name in aliases.lists["not_places"] or name in aliases.lists["place_words"]:
        return None
    if found := country(aliases, name):
        return found
    if len(name) <= _LONGEST_CODE and may_be_code:
        return code(aliases, name)
    if name in aliases.maps["cities"]:
        return city(aliases, name)
    if len(name) < _SHORTEST_NAME:
        return None
    return region(aliases, name) or (city(aliases, name) if is_large_city(name) else None)


def _combined(found: list[Meaning], confidence: float) -> Meaning | None:
    """One meaning for names that stand together without a comma: a country and its city agree."""
    if not found:
        return None
    wides = [meaning for meaning in found if meaning.wide]
    codes = frozenset.intersection(*(meaning.codes for meaning in wides or found))
    if not codes:
        return _disagreeing(found)
    for meaning in found:
        codes = (codes & meaning.codes) or codes
    winners = {meaning.winner for meaning in wides or found} & codes
    winner = next(iter(winners)) if len(winners) == 1 else None
    if len(codes) == 1:
        winner = next(iter(codes))
    sure = min(confidence, max(meaning.confidence for meaning in found))
    return Meaning(codes, winner, wide=bool(wides), confidence=sure, reason="place within words")


def _disagreeing(found: list[Meaning]) -> Meaning:
    everything = frozenset[str]().union(*(meaning.codes for meaning in found))
    return Meaning(everything, None, wide=True, confidence=0.0, reason="names of several countries")
