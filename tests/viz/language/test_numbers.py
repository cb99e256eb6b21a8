from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.language import listed, month, number, percent, speaking


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [(9999, "9999", "9,999"), (12_345, "12\u202f345", "12,345"), (2.5, "2.50", "2.50"), (0.0976, "0.0976", "0.0976"),
     (-1_234_567.0, "-1\u202f234\u202f567", "-1,234,567")],
)  # fmt: skip
def test_a_number_has_the_separators_of_its_language(value: float, english: str, chinese: str) -> None:
    assert number(value) == english
    with speaking("zh"):
        assert number(value) == chinese


def test_a_share_is_in_per_cent() -> None:
    assert (percent(0.123), percent(0.123, 1)) == ("12 %", "12.3 %")
    assert [percent(share, signed=True) for share in (0.17, -0.17, 0)] == ["+17 %", "\N{MINUS SIGN}17 %", "0 %"]
    with speaking("zh"):
        assert percent(0.123) == "12%"
    with pytest.raises(ValueError, match="finite"):
        percent(math.nan)


def test_a_month_is_written_as_people_read_it() -> None:
    assert month("2025-04") == "2025-04"
    with speaking("zh"):
        assert [month(text) for text in ("2025-04", "2025", "2025-04-05")] == ["2025年4月", "2025年", "2025年4月5日"]


@given(st.text())
def test_what_is_no_month_stays_as_it_is(text: str) -> None:
    with speaking("zh"):
        assert month(text) == text or text[:4].isdecimal()


def test_names_are_listed_as_in_a_sentence() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    with speaking("zh"):
        assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a和b", "a、b和c"]
