"""Months in UTC; what no clock can have meant is told apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.git.months import DAY, EARLIEST, Calendar, day_of
from tests.ingest.sources.git.making import at
from tests.ingest.sources.git.reading import NOW

CALENDAR = Calendar(NOW)


@pytest.mark.parametrize(
    ("time", "month"),
    [
        (at("2025-03-31T23:59:59"), "2025-03"),
        (at("2025-04-01T00:00:00"), "2025-04"),
        (at("2024-02-29"), "2024-02"),
        (EARLIEST, "1980-01"),
        (int(NOW.timestamp()) + DAY, "2026-11"),
    ],
)
def test_a_time_is_in_its_month(time: int, month: str) -> None:
    assert CALENDAR.month(time) == month


@pytest.mark.parametrize(
    "time", [-1, 0, at("1970-01-02"), EARLIEST - 1, int(NOW.timestamp()) + DAY + 1, 2**32 - 1, 10**14]
)
def test_what_no_clock_can_have_meant_is_in_no_month(time: int) -> None:
    assert CALENDAR.month(time) is None


@given(st.datetimes(datetime(1980, 1, 1), datetime(2026, 10, 31)))  # noqa: DTZ001 - made aware below
def test_days_and_months_are_those_of_the_library(moment: datetime) -> None:
    time = int(moment.replace(tzinfo=UTC).timestamp())
    assert CALENDAR.month(time) == f"{moment:%Y-%m}"
    assert day_of(time) == f"{moment:%Y-%m-%d}"
