"""Times of commits as calendar months, UTC; impossible ones are told apart."""

from __future__ import annotations

from datetime import UTC, date, datetime

DAY = 86_400
EARLIEST = int(datetime(1980, 1, 1, tzinfo=UTC).timestamp())
"""Before this no history was kept by any tool whose histories git can hold; a clock that was never set says 1970."""


class Calendar:
    """Months of times, in seconds since 1970; what is before 1980 or more than a day after `now` is a clock's error."""

    def __init__(self, now: datetime) -> None:
        self._latest = int(now.timestamp()) + DAY
        self._months: dict[int, str] = {}

    def month(self, time: int) -> str | None:
        """The month such as `2025-04`; None for a clock's error."""
        if not EARLIEST <= time <= self._latest:
            return None
        day = time // DAY
        found = self._months.get(day)
        if found is None:
            found = self._months[day] = day_of(time)[:7]
        return found


def day_of(time: int) -> str:
    """The day of a time, such as `2025-04-12`, UTC."""
    return date.fromordinal(date(1970, 1, 1).toordinal() + time // DAY).isoformat()
