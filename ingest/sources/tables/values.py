"""Text of a cell → value. Each reader raises ValueError whose message says what was expected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache

LOGIN = "a login of Latin letters, digits and hyphens"
REPOSITORY = "a repository as owner/name"
WHOLE = "a whole number, 0 or more"
NUMBER = "a finite number"
MONTH = "a month such as 2025-04"
DATE = "a date such as 2025, 2025-04 or 2025-04-12"
PERIOD = "a month such as 2025-04 or a span such as 2025-02..2025-08"
TEXT = "some text"
LARGEST = 2**63 - 1
YEARS = range(1970, 2101)

_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}(\[bot\])?")
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}/[A-Za-z0-9._-]{1,100}")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?github\.com/", re.IGNORECASE)
_AMOUNT = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,5})?)\s*([kKmM万]?)")
_SCALE = {"": 1, "k": 1_000, "m": 1_000_000, "万": 10_000}
# With a point two digits are needed: a spreadsheet that takes 2025.10 for a number writes 2025.1.
_DAY = re.compile(r"(\d{4})(?:([-/]|\.(?=\d\d))(\d{1,2})(?:\2(\d{1,2}))?)?")


@lru_cache(maxsize=65_536)
def login(text: str) -> str:
    """A login without its `@` or profile address."""
    plain = _ADDRESS.sub("", _plain(text)).removeprefix("@").rstrip("/")
    return _fitting(_LOGIN, plain, LOGIN)


@lru_cache(maxsize=65_536)
def repository(text: str) -> str:
    """A repository as owner/name, also out of its address on GitHub."""
    plain = _plain(text).removeprefix("git@github.com:")
    name = _ADDRESS.sub("", plain).rstrip("/").removesuffix(".git")
    if name.endswith(("/.", "/..")):
        raise ValueError(REPOSITORY)
    return _fitting(_REPOSITORY, name, REPOSITORY)


@lru_cache(maxsize=4_096)
def whole(text: str) -> int:
    """A count: `1234`, `1,234`, `12.0`, `1.2k`; never negative."""
    amount = _amount(text, WHOLE)
    if amount != amount.to_integral_value() or not 0 <= amount <= LARGEST:
        raise ValueError(WHOLE)
    return int(amount)


def number(text: str) -> float:
    """A finite number: `-41`, `106.035`, `1,234.5`, `92.4k`."""
    value = float(_amount(text, NUMBER))
    if abs(value) == float("inf"):
        raise ValueError(NUMBER)
    return value


@lru_cache(maxsize=4_096)
def month(text: str) -> str:
    """A month; a date stands for its month only where it is the first of it."""
    year, mark, day = _parts(text, MONTH)
    if mark is None or day not in (None, 1):
        raise ValueError(MONTH)
    return f"{year:04}-{mark:02}"


@lru_cache(maxsize=4_096)
def day(text: str) -> str:
    """A date as precise as it is written; of a time its day, in UTC."""
    plain = _plain(text)
    if re.match(r"\d{4}-\d\d-\d\d[T ]\d", plain):
        return _of_time(plain)
    year, mark, number_of_day = _parts(plain, DATE)
    parts = [f"{year:04}", *(f"{part:02}" for part in (mark, number_of_day) if part is not None)]
    return "-".join(parts)


def period(text: str) -> str:
    """A month, or a span of two months in order."""
    first, dots, last = _plain(text).partition("..")
    try:
        start = month(first)
        end = month(last) if dots else start
    except ValueError:
        raise ValueError(PERIOD) from None
    if end < start:
        raise ValueError(PERIOD)
    return f"{start}..{end}" if dots and end != start else start


def text(words: str) -> str:
    """Any text but none."""
    if not words:
        raise ValueError(TEXT)
    return words


def one_of(*choices: str) -> Callable[[str], str]:
    """A reader of one word out of `choices`, in any case."""

    def read(words: str) -> str:
        word = _plain(words).lower()
        if word not in choices:
            raise ValueError(f"one of {', '.join(choices)}")
        return word

    return read


def several(words: str) -> list[str]:
    """The parts of a list that is written with semicolons."""
    return [part for part in (part.strip() for part in words.replace("\uff1b", ";").split(";")) if part]


def _plain(words: str) -> str:
    return words.strip() if words.isascii() else unicodedata.normalize("NFKC", words).strip()


def _fitting(pattern: re.Pattern[str], words: str, expected: str) -> str:
    if pattern.fullmatch(words):
        return words
    strange = next((letter for letter in words if not letter.isascii() and letter.isalpha()), None)
    if strange is not None:
        name = unicodedata.name(strange, "without a name").lower()
        raise ValueError(f"{expected} (it holds {strange}, {name})")
    raise ValueError(expected)


def _amount(words: str, expected: str) -> Decimal:
    found = _AMOUNT.fullmatch(_plain(words))
    if found is None:
        raise ValueError(expected)
    try:
        return Decimal(found[1].replace(",", "")) * _SCALE[found[2].lower()]
    except InvalidOperation:
        raise ValueError(expected) from None


def _parts(words: str, expected: str) -> tuple[int, int | None, int | None]:
    found = _DAY.fullmatch(_plain(words))
    if found is None:
        raise ValueError(expected)
    year, mark, number_of_day = (int(part) if part else None for part in found.group(1, 3, 4))
    try:
        date(year or 0, 1 if mark is None else mark, 1 if number_of_day is None else number_of_day)
    except ValueError:
        raise ValueError(expected) from None
    if year is None or year not in YEARS:
        raise ValueError(f"{expected}, from {YEARS[0]} to {YEARS[-1]}")
    return year, mark, number_of_day


def _of_time(words: str) -> str:
    try:
        moment = datetime.fromisoformat(words)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        raise ValueError(DATE) from None
    return moment.date().isoformat()
