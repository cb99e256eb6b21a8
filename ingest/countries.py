"""Countries out of what people write as their location, in English and Chinese; ambiguous stays unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ingest.aliases import Aliases
from ingest.folding import clean, without_addresses
from ingest.gazetteer import country_names
from ingest.place_names import Meaning
from ingest.place_phrases import meaning_of

# What stands between two places, and between the parts of one place.
_SEVERAL = re.compile(r"\s*(?:[;/|、\n+&]|<?[-=]+>|[→⇄↔⇆]|\s(?:and|or|und|et|y)\s)\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,():@•·。]|\s[-\u2013\u2014~]+\s)\s*")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_A = 0x1F1E6
_MOST_PLACES = 24
_HELPED = 0.9
_STATE_OF = {"HK": "CN", "MO": "CN", "TW": "CN", "PR": "US", "GU": "US", "VI": "US", "GG": "GB", "JE": "GB", "IM": "GB"}
"""Codes of their own that people often write beside a larger one: the more precise of the two is taken."""


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


@cache
def chinese_names() -> Mapping[str, str]:
    """ISO 3166 alpha-2 code -> Chinese (Simplified) name, as Unicode's CLDR has it."""
    from babel import Locale  # noqa: PLC0415 - not before a country is told

    return dict(Locale.parse("zh_Hans_CN").territories)


def read_countries(aliases: Aliases, text: str) -> CountryReading:
    """The countries that `text` places somebody in; no code, with the reason, where it does not tell."""
    plain = without_addresses(clean(text)).strip()
    written = [part for part in _SEVERAL.split(_FLAG.sub(" ", plain)) if part][:_MOST_PLACES]
    places = [place for part in written if (place := _place(aliases, part))]
    found = [*_flags(plain), *places]
    if not found:
        return _unknown("no letters" if plain else "nothing written")
    codes = tuple(dict.fromkeys(code for place in found for code in place.codes))
    candidates = dict.fromkeys(code for place in found for code in place.candidates if code not in codes)
    said = [place for place in found if place.codes]
    confidence = min((place.confidence for place in said), default=0.0)
    reasons = dict.fromkeys(place.reason for place in said or found)
    return CountryReading(codes, tuple(candidates), confidence, "; ".join(reasons))


def _unknown(reason: str, candidates: frozenset[str] = frozenset()) -> CountryReading:
    return CountryReading((), tuple(sorted(candidates)), 0.0, reason)


def _ambiguous(candidates: frozenset[str]) -> CountryReading:
    names = sorted(country_name(code) for code in candidates)
    return _unknown(f"ambiguous: {' or '.join(names[:4])}{' or others' if len(names) > 4 else ''}", candidates)  # noqa: PLR2004 - enough to read


def _flags(text: str) -> list[CountryReading]:
    codes = ("".join(chr(ord(sign) - _FLAG_A + ord("A")) for sign in pair) for pair in _FLAG.findall(text))
    return [CountryReading((code,), (), 1.0, "flag") for code in dict.fromkeys(codes) if code in country_names()]


def _place(aliases: Aliases, text: str) -> CountryReading | None:
    """One place, its parts from small to large or from large to small; None when there is nothing to read."""
    meanings = [meaning_of(aliases, part) for part in _PARTS.split(text) if part][:_MOST_PLACES]
    known = [meaning for meaning in meanings if meaning.codes]
    if known:
        return _within(known) if any(meaning.wide for meaning in known) else _cities(known)
    return next((_unknown(meaning.reason) for meaning in meanings if not meaning.blank), None)


def _within(known: list[Meaning]) -> CountryReading:
    """A place with a country or a region in it: its parts have to agree."""
    wides = [meaning for meaning in known if meaning.wide]
    codes = frozenset.intersection(*(meaning.codes for meaning in wides))
    if not codes:
        return _several(known)
    for meaning in known:
        codes = (codes & meaning.codes) or codes
    winners = {meaning.winner for meaning in wides} & codes
    if len(codes) > 1 and len(known) > 1 and not winners:
        # `Waterloo, Ontario`: the region, and not the city abroad that shares its name.
        winners = {*frozenset.intersection(codes, *(meaning.listed for meaning in wides if meaning.listed))}
    if len(codes) > 1 and len(winners) != 1:
        return _ambiguous(codes)
    code = next(iter(codes & winners if len(codes) > 1 else codes))
    sure = [meaning for meaning in wides if meaning.winner == code]
    reading = CountryReading(
        (code,),
        (),
        max((meaning.confidence for meaning in sure), default=_HELPED),
        next((meaning.reason for meaning in sure), "parts agree"),
    )
    return _with_others(reading, known)


def _with_others(reading: CountryReading, known: list[Meaning]) -> CountryReading:
    """`New York, London` are two; in `Milan, Michigan` the first is a town that GeoNames' list lacks."""
    last = max(place for place, meaning in enumerate(known) if meaning.wide)
    codes = reading.codes + tuple(
        meaning.winner for meaning in known[last + 1 :] if meaning.winner and not meaning.codes & set(reading.codes)
    )
    return CountryReading(tuple(dict.fromkeys(codes)), (), reading.confidence, reading.reason)


def _several(known: list[Meaning]) -> CountryReading:
    """Parts that name different countries: each that is sure by itself."""
    sure = [meaning.winner for meaning in known if meaning.wide and meaning.winner]
    larger = {_STATE_OF.get(code) for code in sure}
    codes = tuple(dict.fromkeys(code for code in sure if code not in larger))
    if not codes:
        return _ambiguous(frozenset[str]().union(*(meaning.codes for meaning in known if meaning.wide)))
    confidence = min(meaning.confidence for meaning in known if meaning.winner)
    return CountryReading(codes, (), confidence, "country" if len(codes) == 1 else "several countries")


def _cities(known: list[Meaning]) -> CountryReading:
    """Cities without a country: each by itself; one that is ambiguous alone may be settled by its neighbours."""
    codes = tuple(dict.fromkeys(meaning.winner for meaning in known if meaning.winner))
    left = [meaning for meaning in known if not meaning.winner and not meaning.codes & set(codes)]
    candidates = frozenset[str]().union(*(meaning.codes for meaning in left))
    if not codes:
        shared = frozenset.intersection(*(meaning.codes for meaning in known))
        agreed = len(known) > 1 and len(shared) == 1
        return CountryReading(tuple(shared), (), _HELPED, "parts agree") if agreed else _ambiguous(candidates)
    sure = [meaning for meaning in known if meaning.winner]
    confidence = min(meaning.confidence for meaning in sure)
    return CountryReading(codes, tuple(sorted(candidates)), confidence, sure[0].reason)
