"""Months, raw months, quarters and years in one object."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from ingest.sources.opendigger.months import Span, read_key

MONTHS = st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1970, 2100), st.integers(1, 12))


@pytest.mark.parametrize(
    ("key", "span", "period"),
    [
        ("2020-08", Span("month", "2020-08", "2020-08"), "2020-08"),
        ("2021-10-raw", Span("raw", "2021-10", "2021-10"), "2021-10"),
        ("2020Q3", Span("quarter", "2020-07", "2020-09"), "2020-07..2020-09"),
        ("2020Q1", Span("quarter", "2020-01", "2020-03"), "2020-01..2020-03"),
        ("2020", Span("year", "2020-01", "2020-12"), "2020-01..2020-12"),
    ],
)
def test_keys_are_told_apart(key: str, span: Span, period: str) -> None:
    assert read_key(key) == span
    assert span.period == period


@pytest.mark.parametrize(
    "key",
    [
        "2020-13",
        "2020-00",
        "2020-8",
        "2020Q5",
        "2020Q0",
        "20",
        "2020-08-01",
        "2020Q3-raw",
        "avg",
        "",
        "1066",
        "\uff12020",
    ],
)
def test_other_keys_are_refused_with_what_is_expected(key: str) -> None:
    with pytest.raises(
        ValueError, match="a month such as 2025-04, a raw month 2021-10-raw, a quarter 2025Q2 or a year"
    ):
        read_key(key)
