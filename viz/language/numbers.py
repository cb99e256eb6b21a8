"""Numbers, shares, months and lists as people read them in the language of the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from viz.language.chosen import DEFAULT, language

if TYPE_CHECKING:
    from babel import Locale

THIN = "\u202f"
FIRST_SEPARATED = 10_000
MONTH = len("2025-04")


@cache
def locale(spoken: str) -> Locale:
    """What CLDR knows of a language."""
    from babel import Locale  # noqa: PLC0415 - slow to import, and only pages need it

    return Locale.parse({"zh": "zh_Hans_CN"}.get(spoken, spoken))


def plural(count: object, spoken: str) -> str:
    """The category of plurals for that many: `one` or `other` in English."""
    return locale(spoken).plural_form(float(str(count)))


def number(value: float) -> str:
    """A finite number with at most four decimals: thin separators from 10 000 on in English, commas in Chinese."""
    places = 0 if float(value).is_integer() else 2 if abs(value) >= 1 else 4
    text = f"{value:,.{places}f}"
    if abs(value) < 1 and "." in text:
        text = text.rstrip("0").rstrip(".")
    if language() != DEFAULT:
        return text
    return text.replace(",", THIN) if abs(value) >= FIRST_SEPARATED else text.replace(",", "")


def percent(share: float, places: int = 0, *, signed: bool = False) -> str:
    """A share (0..1) in per cent; `signed` ones say that they are above zero too."""
    from babel.numbers import format_percent  # noqa: PLC0415

    if not math.isfinite(share):
        raise ValueError(f"the share is {share}: expected a finite number")
    digits = f"#,##0{'.' + '0' * places if places else ''}%"
    pattern = f"+{digits};-{digits}" if signed and share else digits
    text: str = format_percent(share, pattern, locale(language()), decimal_quantization=True)
    return (text if language() != DEFAULT else text.replace("%", " %")).replace("-", "\N{MINUS SIGN}")


def separators() -> dict[str, object]:
    """How a browser's formats write the same numbers: d3's locale of the language of the page."""
    english = language() == DEFAULT
    return {
        "decimal": ".", "thousands": THIN if english else ",", "grouping": [3], "currency": ["", ""],
        "percent": " %" if english else "%",
    }  # fmt: skip


def month(text: object) -> str:
    """A month such as 2025-04, a year or a day: as it is in English, 2025年4月 in Chinese; all else as it is."""
    from babel.dates import format_skeleton  # noqa: PLC0415

    told = str(text)
    parts = told.split("-")
    if language() == DEFAULT or not all(part.isdecimal() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:  # noqa: PLR2004
        return told
    skeleton = ("y", "yMMM", "yMMMd")[len(parts) - 1]
    found: str = format_skeleton(skeleton, date(*(map(int, [*parts, "1", "1"][:3]))), locale=locale(language()))
    return found


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: `a, b and c`, or `a、b和c`."""
    from babel.lists import format_list  # noqa: PLC0415

    if language() == DEFAULT:  # CLDR would put a comma before the `and`
        return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    found: str = format_list(names, locale=locale(language()))
    return found
