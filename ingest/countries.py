"""Countries out of what people write as their location, in English and Chinese; ambiguous stays unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.aliases import Aliases
from ingest.folding import clean
from ingest.gazetteer import country_names
from ingest.place_names import Meaning, meaning_of

# Whatever stands between two places, and between the parts of one place.
_SEVERAL = re.compile(r"\s*(?:[;/|、\n+&]|<?[-=]+>|[→⇄↔⇆]|\s(?:and|or|und|et|y)\s)\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,():：@•·。]|\s[-–—~]+\s)\s*")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_A = 0x1F1E6
_WITHIN = {"HK": "CN", "MO": "CN", "TW": "CN", "PR": "US", "GU": "US", "VI": "US", "GG": "GB", "JE": "GB", "IM": "GB"}
"""Territories with a code of their own whose people often add the state: the more precise of the two is meant."""
_BIG_CITY = 0.05


@dataclass(frozen=True, slots=True)
class CountryReading:
    """Countries that a text names (in its order), those it may mean, how sure that is (0..1), and by which rule."""

    codes: tuple[str, ...]
    candidates: tuple[str, ...]
    confidence: float
    reason: str


def country_name(code: str) -> str:
    """The English name of the ISO 3166 alpha-2 `code`; a code that nobody has is returned as it is."""
    return country_names().get(code.upper(), code)


def read_countries(aliases: Aliases, text: str) -> CountryReading:
    """The countries that `text` places somebody in; no code, with the reason, where it does not tell."""
    flags = _flags(text)
    places = [_place(aliases, part) for part in _SEVERAL.split(clean(_FLAG.sub(" ", text))) if part]
    found = [*flags, *(place for place in places if place.tried)]
    if not found:
        return CountryReading((), (), 0.0, "no letters" if text.strip() else "no location")
    return _together(found)


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a text: its countries, or the candidates for it."""

    codes: tuple[str, ...]
    candidates: tuple[str, ...]
    confidence: float
    reason: str
    tried: bool = True


def _together(places: list[_Place]) -> CountryReading:
    codes = tuple(dict.fromkeys(code for place in places for code in place.codes))
    candidates = dict.fromkeys(code for place in places for code in place.candidates if code not in codes)
    said = [place for place in places if place.codes]
    reasons = dict.fromkeys(place.reason for place in (said or places))
    confidence = min((place.confidence for place in said), default=0.0)
    return CountryReading(codes, tuple(candidates), confidence, "; ".join(reasons))


def _flags(text: str) -> list[_Place]:
    codes = ["".join(chr(ord(sign) - _FLAG_A + ord("A")) for sign in pair) for pair in _FLAG.findall(text[:400])]
    return [_Place((code,), (), 1.0, "flag") for code in dict.fromkeys(codes) if code in country_names()]


def _place(aliases: Aliases, text: str) -> _Place:
    parts = [part for part in _PARTS.split(text) if part]
    meanings = [meaning for meaning in (meaning_of(aliases, part) for part in parts) if meaning.tried]
    known = [meaning for meaning in meanings if meaning.codes]
    if not known:
        reason = meanings[0].reason if meanings else "no letters"
        return _Place((), (), 0.0, reason, tried=bool(meanings))
    wide = [meaning for meaning in known if meaning.wide]
    cities = [meaning for meaning in known if not meaning.wide]
    return _within(wide, cities) if wide else _cities_alone(cities)


def _within(wide: list[Meaning], cities: list[Meaning]) -> _Place:
    """A place with a country or a state in it: its parts have to agree."""
    shared = frozenset.intersection(*(meaning.codes for meaning in wide))
    if not shared:
        return _disagreeing(wide)
    narrowed = shared
    for city in cities:
        narrowed = (narrowed & city.codes) or narrowed
    if len(narrowed) > 1:
        return _Place((), tuple(sorted(narrowed)), 0.0, f"ambiguous: {_list(narrowed)}")
    (code,) = narrowed
    helped = len(shared) > 1
    confidence = 0.9 if helped else max(meaning.confidence for meaning in wide)
    reason = next((meaning.reason for meaning in wide if meaning.codes == narrowed), "parts agree")
    return _Place((code,), (), confidence, reason)


def _disagreeing(wide: list[Meaning]) -> _Place:
    sure = [code for meaning in wide if len(meaning.codes) == 1 for code in meaning.codes]
    precise = [code for code in sure if code not in {_WITHIN.get(other) for other in sure}]
    if not sure:
        everything = frozenset().union(*(meaning.codes for meaning in wide))
        return _Place((), tuple(sorted(everything)), 0.0, f"parts disagree: {_list(everything)}")
    codes = tuple(dict.fromkeys(precise))
    reason = "territory of its own code" if len(codes) == 1 else "several countries named"
    return _Place(codes, (), min(meaning.confidence for meaning in wide), reason)


def _cities_alone(cities: list[Meaning]) -> _Place:
    """Cities without a country: each by itself; one that is ambiguous by itself may be settled by the others."""
    settled = [city.winner for city in cities if city.winner]
    codes = dict.fromkeys(settled)
    open_ = [city for city in cities if not city.winner and not city.codes & set(settled)]
    candidates = sorted(frozenset().union(*(city.codes for city in open_))) if open_ else []
    if not codes:
        shared = frozenset.intersection(*(city.codes for city in cities))
        if len(cities) > 1 and len(shared) == 1:
            return _Place(tuple(shared), (), 0.8, "cities agree")
        return _Place((), tuple(candidates), 0.0, f"ambiguous: {_list(candidates)}")
    confidence = min(city.confidence for city in cities if city.winner)
    return _Place(tuple(codes), tuple(candidates), confidence, next(c.reason for c in cities if c.winner))


def _list(codes: frozenset[str] | list[str]) -> str:
    names = sorted(country_name(code) for code in codes)
    shown = names[:4]
    return " or ".join(shown) + (f" or {len(names) - len(shown)} more" if len(names) > len(shown) else "")
