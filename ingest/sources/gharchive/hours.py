"""Hours of the archive (`2025-01-31T05`, UTC) and its months: named, counted, shortened into spans."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from graph.errors import BadInputError

FIRST_DAY = date(2011, 2, 12)
"""The day that the archive begins on."""
REVIEWS_SINCE = "2021-01"
"""The first month of which reviews are told from beginning to end; the archive has had them since 2020."""
LOST_MONTHS = frozenset({"2021-10", *(f"2025-{month:02}" for month in range(5, 11)), "2026-02"})
"""Months in which the archive is known to have lost events."""

_NAMED = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)-(\d{1,2})(?=\.json|\.ndjson|$)")
_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)(?:(\.\.)(\d{4}-\d\d-\d\d)?)?")
_STEP = timedelta(hours=1)
_FORM = "%Y-%m-%dT%H"


def hour_of(file: str) -> str | None:
    """The hour that a file of the archive is named after, or None: `2025-01-31-5.json.gz` is `2025-01-31T05`."""
    found = _NAMED.search(file)
    if found is None:
        return None
    year, month, day, hour = (int(part) for part in found.groups())
    try:
        return _text(datetime(year, month, day, hour, tzinfo=UTC))
    except ValueError:
        return None


def is_hour(text: str) -> bool:
    """Whether `text` is an hour that there was: 2025-02-30T01 is none."""
    try:
        return _text(datetime.strptime(text, _FORM).replace(tzinfo=UTC)) == text
    except ValueError:
        return False


def file_of(hour: str) -> str:
    """The name of an hour's file in the archive: the hour is not padded there."""
    return f"{hour[:10]}-{int(hour[11:])}.json.gz"


def is_range(named: str) -> bool:
    """Whether `named` looks like a day or a span of days."""
    return _RANGE.fullmatch(named) is not None


def hours_between(named: str, today: date) -> list[str]:
    """The hours of `2025-01-01..2025-01-31` (both days whole) that lie before `today`; BadInputError else.

    `2025-01-01..` has no end: each refresh goes on to the day before.
    """
    found = _RANGE.fullmatch(named)
    if found is None:
        raise BadInputError(f"{named} is no span of days: expected one such as 2025-01-01..2025-01-31")
    first = _day(found[1], named)
    last = _day(found[3], named) if found[3] else today if found[2] else first
    if first > last:
        raise BadInputError(f"{named} ends before it begins: expected the earlier day first")
    if last < FIRST_DAY:
        raise BadInputError(f"{named} lies before the archive, which begins on {FIRST_DAY}")
    if first >= today:
        raise BadInputError(f"{named} has no whole day yet: the archive is read up to the day before {today}")
    start = datetime.combine(max(first, FIRST_DAY), datetime.min.time(), UTC)
    end = datetime.combine(min(last + timedelta(days=1), today), datetime.min.time(), UTC)
    return [_text(start + _STEP * at) for at in range(int((end - start) / _STEP))]


def hours_of_month(month: str) -> list[str]:
    """All hours of a month such as `2025-01`, as far as the archive goes back."""
    year, number = int(month[:4]), int(month[5:])
    days = range(1, monthrange(year, number)[1] + 1)
    return [f"{month}-{day:02}T{hour:02}" for day in days if date(year, number, day) >= FIRST_DAY for hour in range(24)]


def spans(hours: Iterable[str]) -> list[str]:
    """The hours in order, those that follow each other as one span: `2025-01-03T05 to 2025-01-04T23`."""
    return [first if first == last else f"{first} to {last}" for first, last in _runs(sorted(set(hours)))]


def _runs(hours: list[str]) -> Iterator[tuple[str, str]]:
    first = last = ""
    for hour in hours:
        if last and _next(last) != hour:
            yield first, last
            first = ""
        first, last = first or hour, hour
    if last:
        yield first, last


def _next(hour: str) -> str:
    return _text(datetime.strptime(hour, _FORM).replace(tzinfo=UTC) + _STEP)


def _text(moment: datetime) -> str:
    return moment.strftime(_FORM)


def _day(text: str, named: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInputError(f"{named}: {text} is no day: expected one such as 2025-01-31") from error
