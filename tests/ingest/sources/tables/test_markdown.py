from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.tables.markdown import read_markdown, split_cells
from tests.ingest.sources.tables.reading import SHARED, write

TABLE = "| a | b | c |\n| :--- | ---: | :-: |\n| 1 | 2 | 3 |\n"


def _rows(path: Path, part: str | None = None) -> list[list[str]]:
    return [cells for _, cells in read_markdown(path, part).rows()]


def test_alignment_rows_are_no_data(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", TABLE)
    assert read_markdown(path).columns == ("a", "b", "c")
    assert _rows(path) == [["1", "2", "3"]]


def test_bars_in_the_last_cell_belong_to_it(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", TABLE + "| x | y | at NVIDIA | SenseTime | Tsinghua |\n")
    assert _rows(path)[1] == ["x", "y", "at NVIDIA | SenseTime | Tsinghua"]


def test_missing_cells_at_the_end_are_empty(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", TABLE + "| x |\n| y | z |\n")
    assert [cells[0] for cells in _rows(path)] == ["1", "x", "y"]
    assert _rows(path)[2][:2] == ["y", "z"]


def test_bars_after_a_backslash_are_letters() -> None:
    assert split_cells(r"| a \| b | c \||") == ["a | b", "c |"]


def test_a_table_without_outer_bars_is_a_table(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", "a | b\n--- | ---\n1 | 2\n")
    assert read_markdown(path).columns == ("a", "b")
    assert _rows(path) == [["1", "2"]]


def test_the_table_ends_at_a_blank_line_and_text_around_it_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", f"# Title\n\nWords | with a bar\n\n{TABLE}\nafter | it\n")
    assert _rows(path) == [["1", "2", "3"]]
    assert next(iter(read_markdown(path).rows()))[0] == 7


def test_of_several_tables_the_first_is_read_and_the_rest_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", f"{TABLE}\n| d |\n|---|\n| 9 |\n")
    assert read_markdown(path).notes == ("1 more tables in the file were not read: choose one by `part`",)
    assert read_markdown(path, "2").columns == ("d",)
    assert _rows(path, "2") == [["9"]]
    with pytest.raises(BadInputError, match=r"t\.md has no table 3: its tables are 1 to 2"):
        read_markdown(path, "3")


def test_a_table_inside_code_is_an_example_and_no_data(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", f"```\n| x |\n|---|\n| 1 |\n```\n\n{TABLE}")
    assert read_markdown(path).columns == ("a", "b", "c")


def test_windows_line_ends_and_a_byte_order_mark_are_taken(tmp_path: Path) -> None:
    path = write(tmp_path, "t.md", "\ufeff" + TABLE.replace("\n", "\r\n"))
    assert read_markdown(path).columns == ("a", "b", "c")
    assert _rows(path) == [["1", "2", "3"]]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not at hand")
def test_the_messy_published_table_keeps_its_92_rows() -> None:
    rows = _rows(SHARED / "seed003" / "contributors_table_raw.md")
    assert len(rows) == 92
    assert sum(" | " in cells[-1] for cells in rows) == 4
