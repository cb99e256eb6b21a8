# ruff: noqa: RUF001 - letters that look like others are what is tested here
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.tables import values

READERS: tuple[Callable[[str], object], ...] = (
    values.login, values.repository, values.whole, values.number, values.month, values.day, values.period,
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7", 7),
        ("0", 0),
        ("1,234", 1234),
        ("1,234,567", 1_234_567),
        ("12.0", 12),
        ("1.2k", 1200),
        ("92.4K", 92_400),
        ("3m", 3_000_000),
        ("1.2万", 12_000),
        ("１２３", 123),
        (" 5 ", 5),
        ("1e3", 1000),
    ],
)
def test_counts_are_read_as_people_write_them(written: str, meant: int) -> None:
    assert values.whole(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "-1",
        "NaN",
        "nan",
        "inf",
        "1e400",
        "1e99999",
        "12.5",
        "1,23",
        "12,34",
        "ten",
        "",
        "1 000",
        "--2",
        "9" * 30,
        "0x10",
        "5%",
    ],
)
def test_what_is_no_count_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a whole number, 0 or more"):
        values.whole(written)


@pytest.mark.parametrize(
    ("written", "meant"), [("-41", -41.0), ("106.035", 106.035), ("1,234.5", 1234.5), ("2.5k", 2500.0)]
)
def test_numbers_may_be_negative_and_broken(written: str, meant: float) -> None:
    assert values.number(written) == meant


@pytest.mark.parametrize("written", ["NaN", "Infinity", "1e400", "-1e400", "", "1.2.3"])
def test_a_number_has_to_be_finite(written: str) -> None:
    with pytest.raises(ValueError, match="a finite number"):
        values.number(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-04", "2025-04"),
        ("2025/4", "2025-04"),
        ("2025.04", "2025-04"),
        ("2025-04-01", "2025-04"),
        ("２０２５-０４", "2025-04"),
    ],
)
def test_months_are_read_in_their_usual_forms(written: str, meant: str) -> None:
    assert values.month(written) == meant


@pytest.mark.parametrize(
    "written", ["2025-13", "2025-00", "2025", "2025-04-15", "0999-01", "9999-12", "April 2025", "2025.1", "202504", ""]
)
def test_what_is_no_month_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a month such as 2025-04"):
        values.month(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025", "2025"),
        ("2025-04", "2025-04"),
        ("2025-4-2", "2025-04-02"),
        ("2025/04/12", "2025-04-12"),
        ("2026-01-04T11:11:56+08:00", "2026-01-04"),
        ("2026-01-04T01:11:56+08:00", "2026-01-03"),
        ("2025-01-01 10:00:00", "2025-01-01"),
        ("2026-08-22T00:00:00Z", "2026-08-22"),
    ],
)
def test_dates_keep_the_precision_of_their_source_and_times_become_days_in_utc(written: str, meant: str) -> None:
    assert values.day(written) == meant


@pytest.mark.parametrize(
    "written",
    ["2025-02-30", "2023-02-29", "0000-00-00", "yesterday", "04/05/2025", "2025-04/12", "2025-04-12T25:00", "0001"],
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a date such as 2025, 2025-04 or 2025-04-12"):
        values.day(written)


def test_a_period_is_a_month_or_a_span_in_order() -> None:
    assert values.period("2025-02..2025-08") == "2025-02..2025-08"
    assert values.period("2025-02..2025-02") == values.period("2025-02") == "2025-02"
    for written in ("2025-08..2025-02", "2025-02..", "..2025-02", "2025-02...2025-08", "2025"):
        with pytest.raises(ValueError, match="a span such as"):
            values.period(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("deepseek-ai/DeepEP", "deepseek-ai/DeepEP"),
        ("https://github.com/a/b", "a/b"),
        ("http://www.github.com/a/b/", "a/b"),
        ("https://github.com/a/b.git", "a/b"),
        ("git@github.com:a/b.git", "a/b"),
        ("stackblitz/bolt.new", "stackblitz/bolt.new"),
        ("GitHub.com/a/b", "a/b"),
        ("ａ／ｂ", "a/b"),
    ],
)
def test_repositories_are_read_from_names_and_addresses(written: str, meant: str) -> None:
    assert values.repository(written) == meant


@pytest.mark.parametrize(
    "written", ["DeepEP", "a/b/c", "/b", "a/", "a b/c", "a/..", "https://gitlab.com/a/b", "", "-a/b"]
)
def test_a_repository_needs_owner_and_name(written: str) -> None:
    with pytest.raises(ValueError, match="a repository as owner/name"):
        values.repository(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("LyricZhao", "LyricZhao"),
        ("@fzyzcjy", "fzyzcjy"),
        ("https://github.com/0xabc/", "0xabc"),
        ("dependabot[bot]", "dependabot[bot]"),
    ],
)
def test_logins_are_read_from_handles_and_addresses(written: str, meant: str) -> None:
    assert values.login(written) == meant


def test_a_strange_letter_in_a_login_is_named() -> None:
    with pytest.raises(ValueError, match=r"it holds а, cyrillic small letter a"):
        values.login("Lyric" + "а")
    with pytest.raises(ValueError, match="a login of Latin letters"):
        values.login("Lyric Zhao")


def test_lists_are_split_at_either_semicolon() -> None:
    assert values.several("a; b；c ;; ") == ["a", "b", "c"]


def test_a_choice_is_read_in_any_case_and_the_refusal_names_all() -> None:
    read = values.one_of("full", "none")
    assert read(" FULL ") == "full"
    with pytest.raises(ValueError, match="one of full, none"):
        read("some")


def test_text_is_any_but_none() -> None:
    assert values.text("x") == "x"
    with pytest.raises(ValueError, match="some text"):
        values.text("")


@given(st.text(max_size=40))
def test_no_text_makes_a_reader_fail_otherwise_than_by_its_sentence(written: str) -> None:
    for read in READERS:
        try:
            read(written)
        except ValueError as error:
            assert str(error).startswith("a")  # noqa: PT017 - any reader may or may not take it


@given(st.integers(0, values.LARGEST))
def test_every_count_is_read_back(count: int) -> None:
    assert values.whole(str(count)) == values.whole(f"{count:,}") == count


@given(st.dates(date(1970, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert values.day(day.isoformat()) == day.isoformat()
    assert values.month(day.isoformat()[:7]) == day.isoformat()[:7]
