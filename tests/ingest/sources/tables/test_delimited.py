from __future__ import annotations

from pathlib import Path

import pytest

from ingest.sources.tables.delimited import read_delimited
from tests.ingest.sources.tables.reading import write


def _rows(path: Path) -> list[list[str]]:
    return [cells for _, cells in read_delimited(path).rows()]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_cells_is_told_by_the_first_line(tmp_path: Path, mark: str) -> None:
    path = write(tmp_path, "t.csv", f'a{mark}b\n1{mark}"x{mark}y"\n')
    assert read_delimited(path).columns == ("a", "b")
    assert _rows(path) == [["1", f"x{mark}y"]]


def test_a_mark_inside_a_quoted_heading_does_not_mislead(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", '"a;b;c;d",e\n1,2\n')
    assert read_delimited(path).columns == ("a;b;c;d", "e")


def test_a_spreadsheets_line_about_its_mark_is_followed(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "sep=;\na;b\n1;2,5\n")
    assert read_delimited(path).columns == ("a", "b")
    assert _rows(path) == [["1", "2,5"]]


def test_a_tsv_is_split_at_tabs_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "t.tsv", "a\tb,c,d\n1\t2\n")
    assert read_delimited(path).columns == ("a", "b,c,d")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_ends_and_a_byte_order_mark_are_taken(tmp_path: Path, ends: str) -> None:
    path = write(tmp_path, "t.csv", f"\ufeffa,b{ends}1,2{ends}{ends}3,4")
    assert read_delimited(path).columns == ("a", "b")
    assert _rows(path) == [["1", "2"], ["3", "4"]]


def test_lines_are_numbered_as_an_editor_does_through_blank_lines_and_cells_with_breaks(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", 'a,b\n\n1,"x\ny"\n2,z\n')
    assert list(read_delimited(path).rows()) == [(3, ["1", "x\ny"]), (5, ["2", "z"])]


def test_short_rows_stay_short_and_empty_cells_beyond_the_columns_are_dropped(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "a,b,,\n1\n1,2,,\n1,2,3\n")
    assert read_delimited(path).columns == ("a", "b")
    assert _rows(path) == [["1"], ["1", "2"], ["1", "2", "3"]]


def test_rows_can_be_read_again(tmp_path: Path) -> None:
    sheet = read_delimited(write(tmp_path, "t.csv", "a\n1\n2\n"))
    assert list(sheet.rows()) == list(sheet.rows()) == [(2, ["1"]), (3, ["2"])]
