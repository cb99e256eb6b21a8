"""Months follow each other, over the ends of years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.calendar import checked_day, following, month_at, month_number, months_between, periods, preceding, shifted
from graph.errors import BadInputError


@pytest.mark.parametrize(("period", "after"), [("2024-11", "2024-12"), ("2024-12", "2025-01"), ("0999-09", "0999-10")])
def test_months_follow_each_other(period: str, after: str) -> None:
    assert following(period) == after
    assert preceding(after) == period


@pytest.mark.parametrize("period", ["2025-13", "2025-00", "2025", "2025-1", "25-01", "2025-04..2025-05", ""])
def test_what_is_not_a_month_is_refused(period: str) -> None:
    with pytest.raises(BadInputError, match="is not a month, expected one such as 2025-04"):
        following(period)
    with pytest.raises(BadInputError, match="is not a month"):
        preceding(period)


def test_months_run_forwards() -> None:
    assert list(periods("2024-11", "2025-02")) == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert (months_between("2024-11", "2025-02"), months_between("2025-02", "2024-11")) == (3, -3)
    with pytest.raises(BadInputError, match="2025-02 comes after 2024-11"):
        list(periods("2025-02", "2024-11"))


@given(st.integers(0, 12 * 9_999 - 1))
def test_a_month_and_its_number_are_one(number: int) -> None:
    assert month_number(month_at(number)) == number


@given(st.integers(12 * 1_000, 12 * 3_000), st.integers(-200, 200))
def test_shifting_there_and_back_is_nothing(number: int, by: int) -> None:
    month = month_at(number)
    assert shifted(shifted(month, by), -by) == month
    assert months_between(month, shifted(month, by)) == by


def test_months_go_over_the_year() -> None:
    assert (shifted("2025-01", -1), shifted("2024-12", 1), shifted("2025-05", -3)) == ("2024-12", "2025-01", "2025-02")


@pytest.mark.parametrize("text", ["2025-99-01", "2025-02-30", "2025-02", "20250203", "2025-02-03T00:00", "soon", ""])
def test_a_day_that_is_none_is_refused_by_the_name_of_what_it_is_for(text: str) -> None:
    assert checked_day("2024-02-29", "--as-of") == "2024-02-29"
    with pytest.raises(BadInputError, match=r"--as-of is .* expected a day such as 2025-08-31"):
        checked_day(text, "--as-of")
