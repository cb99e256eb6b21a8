from __future__ import annotations

from pathlib import Path

from pyarrow import parquet

from graph.batch import gathered
from graph.bulk.shape import Column
from graph.bulk.spill import Spill, table
from graph.bulk.store import opened
from graph.model import Record
from graph.rows import Tally
from tests.graph.worlds import at, lines, origin, person, project, work


def rows_of(folder: Path, name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for file in sorted(folder.glob(f"{name}-*.parquet")):
        found += parquet.read_table(file).to_pylist()
    return found


def take(spill: Spill, rows: list[Record], source: str = "git") -> None:
    spill.take(gathered(rows, origin(source)), origin(source))


def test_a_contribution_is_put_aside_with_the_names_that_its_ends_were_told_under(tmp_path: Path) -> None:
    take(Spill(tmp_path), [work(person("Ann", 5), project("o/A"), commits=3, activity=2)])
    [row] = rows_of(tmp_path, "CONTRIBUTED_TO")
    assert (row["mark"], row["start_label"], row["start"]) == (
        f"0|2025-01-01|{origin('git').key}",
        "Developer",
        "github:5",
    )
    assert (row["end_label"], row["end"], row["commits"], row["activity"]) == ("Repository", "github:o/a", 3, 2.0)
    assert row["reviews"] is None


def test_a_node_that_is_told_again_in_the_same_way_is_put_aside_once(tmp_path: Path) -> None:
    spill = Spill(tmp_path)
    for row in lines(12):
        take(spill, [row])
    assert len(rows_of(tmp_path, "Developer")) == 5
    assert len(rows_of(tmp_path, "CONTRIBUTED_TO")) == 12


def test_what_was_told_otherwise_or_by_another_source_is_put_aside_too(tmp_path: Path) -> None:
    spill = Spill(tmp_path)
    take(spill, [project("o/a")])
    take(spill, [project("o/a", license="MIT")])
    take(spill, [project("o/a", license="MIT")], source="other")
    assert [row["license"] for row in rows_of(tmp_path, "Repository")] == [None, "MIT", "MIT"]


def test_sayings_go_with_the_names(tmp_path: Path) -> None:
    take(Spill(tmp_path), [project("o/b", 7, former=["o/a"], where=at(1))])
    key = origin("git").key
    assert {(row["name"], row["saying"]) for row in rows_of(tmp_path, "sayings")} == {
        ("github:o/b", f"{key}|bears|github:7"),
        ("github:o/a", f"{key}|bore|github:7"),
    }


def test_what_was_never_told_has_no_relation(tmp_path: Path) -> None:
    assert Spill(tmp_path).relation("Developer") == ""


def test_a_folder_of_any_name_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "it's [a] *folder*"
    folder.mkdir()
    spill = Spill(folder)
    take(spill, list(lines(3)))
    with opened(folder, 256) as store:
        assert store.count(spill.relation("CONTRIBUTED_TO")) == 3


def test_rows_that_are_refused_are_no_rows(tmp_path: Path) -> None:
    take(Spill(tmp_path), [])
    assert Tally().rows_in == 0
    assert list(tmp_path.iterdir()) == []


def test_columns_have_the_types_of_the_schema() -> None:
    columns = [Column("a"), Column("b", "whole"), Column("c", "real"), Column("d", "truth"), Column("e", "texts")]
    made = table(columns, [["x", None], [1, None], [0.5, None], [True, None], [["y"], None]])
    assert made.column_names == ["a", "b", "c", "d", "e"]
    assert made.to_pylist()[1] == dict.fromkeys("abcde")
    assert [column.header for column in columns] == ["a:string", "b:long", "c:double", "d:boolean", "e:string[]"]
