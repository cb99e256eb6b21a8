"""Months in a row; light to import."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import BadInputError


def following(period: str) -> str:
    """The month after `period`; BadInputError where that is not a month."""
    year, _, month = period.partition("-")
    if not (len(year) == 4 and year.isdigit() and len(month) == 2 and month.isdigit() and 1 <= int(month) <= 12):  # noqa: PLR2004
        raise BadInputError(f"{period} is not a month, expected one such as 2025-04")
    return f"{int(year) + int(month) // 12:04}-{int(month) % 12 + 1:02}"


def preceding(period: str) -> str:
    """The month before `period`; BadInputError where that is not a month."""
    following(period)  # it is a month
    year, month = int(period[:4]), int(period[5:])
    return f"{year - (month == 1):04}-{(month - 2) % 12 + 1:02}"


def months_between(first: str, last: str) -> int:
    """How many months `last` comes after `first`; negative where it comes before."""
    following(first), following(last)  # both are months
    return 12 * (int(last[:4]) - int(first[:4])) + int(last[5:]) - int(first[5:])


def periods(first: str, last: str) -> Iterator[str]:
    """The months from `first` to `last`, both included; BadInputError where they run backwards."""
    if months_between(first, last) < 0:
        raise BadInputError(f"{first} comes after {last}, expected the first month before the last")
    while first != last:
        yield first
        first = following(first)
    yield last
