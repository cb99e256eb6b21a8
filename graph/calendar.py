"""Months in a row; light to import."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.errors import BadInputError


def month_number(period: str) -> int:
    """The months since the year 0 of a month such as 2025-04; BadInputError where that is none."""
    year, _, month = period.partition("-")
    if not (len(year) == 4 and year.isdigit() and len(month) == 2 and month.isdigit() and 1 <= int(month) <= 12):  # noqa: PLR2004
        raise BadInputError(f"{period} is not a month, expected one such as 2025-04")
    return 12 * int(year) + int(month) - 1


def month_at(number: int) -> str:
    """The month, such as 2025-04, that is `number` months after the first of the year 0."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def shifted(month: str, by: int) -> str:
    """The month `by` months after `month`, before it where `by` is negative."""
    return month_at(month_number(month) + by)


def following(month: str) -> str:
    """The month after `month`; BadInputError where that is not a month."""
    return shifted(month, 1)


def preceding(month: str) -> str:
    """The month before `month`; BadInputError where that is not a month."""
    return shifted(month, -1)


def months_between(first: str, last: str) -> int:
    """How many months `last` comes after `first`; negative where it comes before."""
    return month_number(last) - month_number(first)


def periods(first: str, last: str) -> Iterator[str]:
    """The months from `first` to `last`, both included; BadInputError where they run backwards."""
    if months_between(first, last) < 0:
        raise BadInputError(f"{first} comes after {last}, expected the first month before the last")
    yield from map(month_at, range(month_number(first), month_number(last) + 1))


def checked_day(text: str, name: str) -> str:
    """`text` where it is a day such as 2025-08-31; BadInputError, in which it is called `name`, where it is none."""
    try:
        if len(text) == len("2025-08-31"):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise BadInputError(f"{name} is {text!r}: expected a day such as 2025-08-31")
