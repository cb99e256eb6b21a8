"""Hours, days and spans of the archive."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import BadInputError
from ingest.sources.gharchive.hours import file_of, hour_of, hours_between, hours_of_month, is_hour, spans

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("file", "hour"),
    [
        ("2015-01-01-0.json.gz", "2015-01-01T00"),
        ("2015-01-01-23.json", "2015-01-01T23"),
        ("push_event_2025-12-15-0.json", "2025-12-15T00"),
        ("2021-07-21-few-hours.json.gz", None),
        ("2021-02-30-1.json.gz", None),
        ("2021-02-03-24.json.gz", None),
        ("events.json.gz", None),
    ],
)
def test_an_hour_is_told_by_the_name_of_its_file(file: str, hour: str | None) -> None:
    assert hour_of(file) == hour


def test_the_name_of_a_file_has_no_zero_before_its_hour() -> None:
    assert file_of("2015-01-01T05") == "2015-01-01-5.json.gz"
    assert all(hour_of(file_of(hour)) == hour for hour in hours_of_month("2016-02"))


def test_a_span_has_both_its_days_whole() -> None:
    hours = hours_between("2025-01-30..2025-01-31", TODAY)
    assert (len(hours), hours[0], hours[-1]) == (48, "2025-01-30T00", "2025-01-31T23")
    assert len(hours_between("2024-02-29", TODAY)) == 24


def test_days_that_are_not_over_and_days_before_the_archive_are_left_out() -> None:
    assert hours_between("2026-02-28..2026-03-05", TODAY)[-1] == "2026-02-28T23"
    assert hours_between("2011-02-01..2011-02-12", TODAY)[0] == "2011-02-12T00"


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("2025-02-01..2025-01-01", "ends before it begins"),
        ("2025-02-30", "2025-02-30 is no day"),
        ("2025-01-01..2025-13-01", "2025-13-01 is no day"),
        ("2010-01-01..2010-02-01", "lies before the archive"),
        ("2026-03-01", "has no whole day yet"),
        ("2025-01", "is no span of days"),
    ],
)
def test_what_is_no_span_is_refused(named: str, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        hours_between(named, TODAY)


def test_a_month_has_all_its_hours() -> None:
    assert len(hours_of_month("2024-02")) == 29 * 24
    assert len(hours_of_month("2011-02")) == 17 * 24


def test_hours_that_follow_each_other_are_one_span() -> None:
    assert spans(["2025-01-01T01", "2024-12-31T23", "2025-01-01T00", "2025-01-03T05"]) == [
        "2024-12-31T23 to 2025-01-01T01",
        "2025-01-03T05",
    ]
    assert spans([]) == []


def test_an_hour_that_never_was_is_none() -> None:
    assert is_hour("2024-02-29T23")
    assert not is_hour("2023-02-29T23")
    assert not is_hour("2023-02-2")
