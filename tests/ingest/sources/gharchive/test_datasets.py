"""Months as datasets: what they rest on, what is covered, what is missing, and in which order they came."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from ingest.desk import Desk
from ingest.source import Dataset, find_source
from ingest.sources.gharchive import aggregate
from ingest.sources.gharchive.output import COLUMNS
from tests.ingest.sources.gharchive.archive import ANN, BEN, BOT, ONE, TWO, cut, merged, push, some_hours, text, write
from tests.ingest.sources.gharchive.conftest import MakeDesk
from tests.ingest.sources.gharchive.loads import counts, edges, hashes, load


def test_the_source_is_found_by_its_name() -> None:
    assert {option.name for option in find_source("gharchive").options} >= {
        "repositories",
        "organizations",
        "all",
        "engine",
    }


def test_the_real_hour_of_2015_is_told_whole(desk: Desk, samples: Path) -> None:
    [january] = load(desk, samples / "2015-01-01-0.json.gz")
    made = [edge.props for edge in edges([january])]
    assert "2015-01: 7,702 events, 3,902 pairs of developer and repository" in january.notes
    assert sum(int(str(one.get("merged_prs", 0))) for one in made) == 126
    assert sum(int(str(one.get("pushes", 0))) for one in made) == 4280


def test_the_real_hours_of_2021_are_told_whole(desk: Desk, samples: Path) -> None:
    [july] = load(desk, samples / "2021-07-21-few-hours.json.gz")
    assert sum(int(str(one.get("merged_prs", 0))) for one in counts([july]).values()) == 25
    assert any("2021-07-21T06 to 2021-07-21T09, maybe not of all" in gap for gap in july.origin.gaps)


def test_pushes_before_and_after_they_lost_their_size_count_alike(desk: Desk, samples: Path) -> None:
    drift = sorted(samples.glob("push_event_*.json"))
    assert [list(counts([month]).values()) for month in load(desk, *drift)] == [[{"pushes": 1}], [{"pushes": 1}]]


def test_a_month_loaded_in_two_parts_is_the_month_loaded_at_once(tmp_path: Path, make_desk: MakeDesk) -> None:
    hours = some_hours(tmp_path / "hours", 6)
    load(make_desk(tmp_path / "parts"), *hours[:3])
    parts = load(make_desk(tmp_path / "parts"), *hours[3:])
    other = load(make_desk(tmp_path / "turned"), *reversed(hours))
    assert hashes(parts) == hashes(other) == hashes(load(make_desk(tmp_path / "once"), *hours))


def test_another_choice_neither_loses_nor_changes_the_first(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [push(ANN, ONE), push(BEN, TWO)])
    first, second = tmp_path / "one.txt", tmp_path / "two.txt"
    first.write_text("team/one\n")
    second.write_text("team/two\n")
    [one] = load(desk, hour, repositories=first)
    [two] = load(desk, hour, repositories=second)
    assert one.origin.dataset != two.origin.dataset
    assert hashes(load(desk, hour, repositories=first)) == [one.origin.key]
    assert set(counts([one])) == {("ann", "team/one", "2021-07")}
    assert set(counts([two])) == {("ben", "team/two", "2021-07")}


def test_owners_are_chosen_by_the_first_part_of_the_name(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [push(ANN, ONE), push(BEN, (30, "other/one"))])
    assert set(counts(load(desk, hour, organizations=("TEAM",)))) == {("ann", "team/one", "2021-07")}


def test_an_owner_of_whom_nothing_is_told_is_named_as_maybe_a_slip(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [push(ANN, ONE)])
    [found] = load(desk, hour, organizations=("Team",))
    [nobody] = load(desk, hour, organizations=("nobody-org", "team"))
    hint = "2021-07: nothing was counted in repositories of nobody-org: is that the account's name?"
    assert hint in nobody.notes
    assert not any("nothing was counted" in note for note in found.notes)


def test_a_chosen_repository_without_an_event_is_covered_with_nothing(tmp_path: Path, desk: Desk) -> None:
    chosen = tmp_path / "list.txt"
    chosen.write_text("team/one\nteam/silent\n20\n")
    hour = write(tmp_path / "2021-07-21-6.json.gz", [push(ANN, ONE), merged(3, ANN, BEN, TWO)])
    found = edges(load(desk, hour, repositories=chosen), "COVERED_BY")
    assert {edge.start.props["name"] for edge in found} == {"team/one", "team/two", "team/silent"}
    [silent] = [edge for edge in found if edge.start.props["name"] == "team/silent"]
    assert (silent.props["covers_from"], silent.props["covers_to"], silent.props["partial"]) == (
        "2021-07",
        "2021-07",
        True,
    )
    assert silent.props["note"] == "1 of 744 hours were read"
    assert "pushes" in silent.props["activities"]  # type: ignore[operator]
    assert "commits" not in silent.props["activities"]  # type: ignore[operator]


def test_a_month_is_partial_until_each_of_its_hours_was_read_as_a_whole(tmp_path: Path, desk: Desk) -> None:
    folder = tmp_path / "hours"
    first = write(folder / "2022-02-01-0.json.gz", [push(at="2022-02-01T00:00:00Z")])
    for hour in range(1, 28 * 24):  # the same content, so that it is read once
        (folder / f"2022-02-{hour // 24 + 1:02}-{hour % 24}.json.gz").write_bytes(first.read_bytes())
    last = folder / "2022-02-28-23.json.gz"
    last.write_bytes(cut(gzip.compress(text([push(at="2022-02-28T23:00:00Z", n=at) for at in range(300)]))))
    [broken] = load(desk, folder)
    assert partial(broken) == (True, "672 of 672 hours were read, 1 of them not as a whole")
    [whole] = load(desk, write(last, [push(at="2022-02-28T23:00:00Z")]))
    assert partial(whole) == (None, None)
    assert not any("of 672 hours" in gap for gap in whole.origin.gaps)


def partial(month: Dataset) -> tuple[object, object]:
    """Whether the only repository of the month is covered in part, and why."""
    [edge] = edges([month], "COVERED_BY")
    return edge.props.get("partial"), edge.props.get("note")


def test_the_same_content_twice_is_read_once_and_told(tmp_path: Path, desk: Desk) -> None:
    one = write(tmp_path / "2021-07-21-6.json.gz", [push()])
    two = write(tmp_path / "copy.json.gz", [push()])
    [july] = load(desk, one, two)
    assert counts([july]) == {("ann", "team/one", "2021-07"): {"pushes": 1}}
    assert "1 of the files have the same content as another and were read once" in july.notes


def test_events_in_two_files_are_counted_once_and_told(tmp_path: Path, desk: Desk) -> None:
    one = write(tmp_path / "2021-07-21-6.json.gz", [push(), push(n=2)])
    two = write(tmp_path / "2021-07-21-7.json.gz", [push(n=2), push(n=3)])
    [july] = load(desk, one, two)
    assert counts([july]) == {("ann", "team/one", "2021-07"): {"pushes": 3}}
    assert "2021-07: 1 event that came twice" in july.notes


def test_a_cut_hour_is_no_gap_once_the_whole_one_is_there(tmp_path: Path, desk: Desk) -> None:
    whole = write(tmp_path / "2021-07-21-6.json.gz", [push(n=number) for number in range(200)])
    broken = tmp_path / "cut" / "2021-07-21-6.json.gz"
    broken.parent.mkdir()
    broken.write_bytes(whole.read_bytes()[:-200])
    [before] = load(desk, broken)
    [after] = load(desk, whole)
    assert any(gap.startswith("2021-07-21T06: the file ends in the middle") for gap in before.origin.gaps)
    assert not any(gap.startswith("2021-07-21T06") for gap in after.origin.gaps)
    assert counts([after])[("ann", "team/one", "2021-07")] == {"pushes": 200}


@pytest.mark.parametrize(
    ("month", "lost"), [("2021-10", True), ("2025-07", True), ("2026-02", True), ("2021-11", False)]
)
def test_months_of_known_loss_are_gaps(tmp_path: Path, desk: Desk, month: str, lost: bool) -> None:  # noqa: FBT001
    [dataset] = load(desk, write(tmp_path / f"{month}-01-0.json.gz", [push(at=f"{month}-01T00:00:00Z")]))
    assert (f"{month}: the archive is known to have lost events of this month" in dataset.origin.gaps) == lost


def test_reviews_are_covered_only_where_the_archive_has_them(tmp_path: Path, desk: Desk) -> None:
    hours = [
        write(tmp_path / f"{month}-01-0.json.gz", [push(at=f"{month}-01T00:00:00Z")])
        for month in ("2019-05", "2021-05")
    ]
    told = ["reviews" in edge.props["activities"] for edge in edges(load(desk, *hours), "COVERED_BY")]  # type: ignore[operator]
    assert told == [False, True]


def test_no_path_and_no_time_of_loading_is_in_a_record(tmp_path: Path, desk: Desk) -> None:
    [july] = load(desk, write(tmp_path / "2021-07-21-6.json.gz", [push()]))
    assert str(tmp_path) not in repr((july.origin, july.notes, list(july.records)))
    assert "2026" not in repr(july.origin)
    assert july.replaces


def test_nothing_but_the_store_is_left_behind(tmp_path: Path, desk: Desk) -> None:
    load(desk, write(tmp_path / "2021-07-21-6.json.gz", [push()]))
    left = {path.name.rpartition("-")[0] or path.suffix for path in desk.folder.rglob("*") if path.is_file()}
    assert left <= {".sqlite", ".parquet", "2021-07", "", "lock"}
    assert not list((desk.folder / "gharchive" / "all" / "work").iterdir())


def test_pairs_can_be_had_as_a_parquet_file(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [push(ANN, ONE), push(BOT, TWO), merged(1, ANN, BEN)])
    output = tmp_path / "pairs.parquet"
    assert aggregate([str(hour)], desk, output, all=True) == 3
    table = pq.read_table(output)
    assert table.column_names == list(COLUMNS)
    rows = {row["developer"]: row for row in table.to_pylist()}
    assert (rows["helper[bot]"]["bot"], rows["ann"]["bot"], rows["ann"]["bot_reason"]) == (True, False, "")
    assert (rows["ann"]["merged_prs"], rows["ann"]["pushes"], rows["ben"]["merged_others"]) == (1, 1, 1)
    assert (rows["ann"]["developer_id"], rows["ann"]["repository_id"], rows["ann"]["month"]) == (1, 10, "2021-07")
    assert sorted(path.name for path in tmp_path.glob("pairs*")) == ["pairs.parquet"]
