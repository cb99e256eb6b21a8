"""How far what was read reaches, in months, activities and words."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.calendar import following
from ingest.sources.github.counting import Window
from ingest.sources.github.coverage import COUNTED, ENDED, WORDS, activities_of, covered_of, gaps_of, window_of
from ingest.sources.github.cursor import Cursor
from tests.ingest.sources.github.stored import FACTS

DAY = "2024-06-15"


def cursor_of(folder: Path, *done: str, **marks: dict[str, object]) -> Cursor:
    """A cursor of parts that were read to their end."""
    cursor = Cursor(folder / "7.json")
    cursor.put_all({"done": dict.fromkeys(done, DAY), **marks})  # type: ignore[dict-item] # marks are JSON
    return cursor


def test_activities_are_those_of_the_parts_that_were_read_to_their_end(tmp_path: Path) -> None:
    assert activities_of(cursor_of(tmp_path, "pulls")) == ("merged_prs", "opened_prs")
    assert activities_of(cursor_of(tmp_path, "pulls", "endings")) == ("merged_others", "merged_prs", "opened_prs")
    assert activities_of(cursor_of(tmp_path, "repository", "releases")) == ()


def test_who_ended_things_is_not_covered_where_github_cut_its_events(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path, "issues", "endings", endings={"cut": True})
    assert activities_of(cursor) == ("opened_issues",)
    assert any("events" in gap for gap in gaps_of(cursor, {}))


def test_sampled_stars_are_nobody_s_activity(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path, "stars", stars={"sampled": True})
    assert activities_of(cursor) == ()
    assert any("sampled" in gap for gap in gaps_of(cursor, {}))


def test_every_activity_has_words() -> None:
    names = {name for told in COUNTED.values() for name in told} | set(ENDED.values())
    assert names == set(WORDS)


def told(folder: Path, since: str = "", until: str = "") -> list[tuple[str, str, object]]:
    """First and last month and the words of what is covered, where pull requests were read on DAY."""
    found = covered_of(cursor_of(folder, "pulls"), FACTS, Window(since, until), ())
    assert all(one.facts.get("partial", False) == bool(one.facts.get("note")) for one in found)
    assert all(one.activities == ("merged_prs", "opened_prs") for one in found)
    return [(*one.months, one.facts.get("note", "")) for one in found]


RUNNING = "2024-06 before it was over"
SPANS = {
    "all from the making of the repository": ("", "", [("2024-01", "2024-05", ""), ("2024-06", "2024-06", RUNNING)]),
    "a day before that": ("2024-01-03", "2024-03-31", [("2024-01", "2024-03", "")]),
    "whole months": ("2024-02-01", "2024-03-31", [("2024-02", "2024-03", "")]),
    "from amid a month on": (
        "2024-02-20", "", [("2024-03", "2024-05", ""), ("2024-02", "2024-06", f"2024-02 from 2024-02-20 on; {RUNNING}")]
    ),
    "up to amid a month": (
        "", "2024-03-10", [("2024-01", "2024-02", ""), ("2024-03", "2024-03", "2024-03 up to 2024-03-10")]
    ),
    "days of two months": (
        "2024-02-20", "2024-03-05", [("2024-02", "2024-03", "2024-02 from 2024-02-20 on; 2024-03 up to 2024-03-05")]
    ),
    "the end of a month": ("2024-02-20", "2024-02-29", [("2024-02", "2024-02", "2024-02 from 2024-02-20 on")]),
    "days of one month": (
        "2024-03-02", "2024-03-05", [("2024-03", "2024-03", "2024-03 from 2024-03-02 on, up to 2024-03-05")]
    ),
    "the running month": ("2024-06-01", "2024-06-30", [("2024-06", "2024-06", RUNNING)]),
    "a last day to come": ("2024-05-01", "2024-08-31", [("2024-05", "2024-05", ""), ("2024-06", "2024-06", RUNNING)]),
    "before there was the repository": ("", "2023-12-31", []),
}  # fmt: skip


@pytest.mark.parametrize("name", SPANS)
def test_months_that_were_read_whole_and_those_read_in_part_are_told_apart(name: str, tmp_path: Path) -> None:
    since, until, right = SPANS[name]
    spans = [(first, end, f"read in part: {words}" if words else "") for first, end, words in right]
    assert told(tmp_path, since, until) == spans


@given(*(st.dates(date(2023, 12, 1), date(2024, 7, 31)) for _ in "ab"))
def test_no_month_that_was_cut_is_told_as_whole_and_none_is_told_backwards(since: date, until: date) -> None:
    with TemporaryDirectory() as folder:
        spans = told(Path(folder), str(since), str(until))
    assert all(first <= last for first, last, _ in spans)
    for first, last, words in spans:
        if not words:
            assert first >= "2024-01"
            assert f"{first}-01" >= str(since) or (first == "2024-01" and str(since) <= FACTS.created_at[:10])
            assert str(until) >= (date.fromisoformat(f"{following(last)}-01") - timedelta(days=1)).isoformat()
            assert last < DAY[:7]


def test_days_begin_where_all_lists_were_read_and_end_where_telling_does(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path, "pulls", "issues", whole={"pulls": "2024-03-01", "issues": ""})
    assert window_of(cursor) == Window("2024-03-01", "")
    cursor.put("told", until="2024-05-31")
    assert window_of(cursor) == Window("2024-03-01", "2024-05-31")
    older = cursor_of(tmp_path / "older", "pulls", issues={"from": "2024-03-01T00:00:00Z"})
    assert window_of(older) == Window("2024-03-01", ""), "where a cursor has no such marks, by where reading began"


def test_the_part_that_was_read_longest_ago_ends_the_months(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path, "pulls")
    cursor.put("done", issues="2024-04-01", releases="2023-01-01")
    assert [one.months for one in covered_of(cursor, FACTS, Window(), ())] == [
        ("2024-01", "2024-03"), ("2024-04", "2024-04"),
    ]  # fmt: skip


def test_nothing_read_is_nothing_covered(tmp_path: Path) -> None:
    assert covered_of(cursor_of(tmp_path), FACTS, Window(), ()) == ()


@pytest.mark.parametrize("name", WORDS)
def test_lost_accounts_are_said_in_numbers(name: str, tmp_path: Path) -> None:
    (gap,) = gaps_of(cursor_of(tmp_path), {name: 12})
    assert gap.startswith("12 ")
    assert "gone" in gap
