"""How far what was read reaches, in months, activities and words."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_months_reach_from_the_making_of_the_repository_to_the_reading(tmp_path: Path) -> None:
    covered = covered_of(cursor_of(tmp_path, "pulls"), FACTS, Window(), ())
    assert covered is not None
    assert covered.months == ("2024-01", "2024-06")


def test_months_begin_where_reading_was_asked_to_and_end_where_telling_was(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path, "pulls", "issues", pulls={"from": "2024-03-01T00:00:00Z"}, issues={"from": ""})
    cursor.put("told", until="2024-05-31")
    window = window_of(cursor)
    assert window == Window("2024-03-01", "2024-05-31")
    covered = covered_of(cursor, FACTS, window, ())
    assert covered is not None
    assert covered.months == ("2024-03", "2024-05")


def test_the_part_that_was_read_longest_ago_ends_the_months(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path, "pulls")
    cursor.put("done", issues="2024-04-01", releases="2023-01-01")
    covered = covered_of(cursor, FACTS, Window(), ())
    assert covered is not None
    assert covered.months[1] == "2024-04"


def test_nothing_read_is_nothing_covered(tmp_path: Path) -> None:
    assert covered_of(cursor_of(tmp_path), FACTS, Window(), ()) is None


@pytest.mark.parametrize("name", WORDS)
def test_lost_accounts_are_said_in_numbers(name: str, tmp_path: Path) -> None:
    (gap,) = gaps_of(cursor_of(tmp_path), {name: 12})
    assert gap.startswith("12 ")
    assert "gone" in gap
