from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import BadInputError
from ingest.sources.tables.workbook import read_workbook, words


def _saved(folder: Path, **sheets: list[list[object]]) -> Path:
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = folder / "t.xlsx"
    book.save(path)
    return path


def test_values_come_out_as_people_see_them(tmp_path: Path) -> None:
    row: list[object] = ["ann", 3, 2.0, 2.5, True, None, date(2025, 4, 12), datetime(2025, 4, 12, 10, 30)]  # noqa: DTZ001
    path = _saved(tmp_path, Data=[list("abcdefgh"), row])
    (number, cells), *rest = read_workbook(path).rows()
    assert (number, rest) == (2, [])
    assert cells == ["ann", "3", "2", "2.5", "true", "", "2025-04-12", "2025-04-12T10:30:00"]


def test_rows_are_numbered_as_in_the_sheet_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    path = _saved(tmp_path, Data=[[None, None], ["a", "b"], [None, None], [1, None, None, None]])
    assert read_workbook(path).columns == ("a", "b")
    assert [number for number, _ in read_workbook(path).rows()] == [4]


def test_of_several_sheets_the_first_filled_one_is_read_and_the_rest_is_said(tmp_path: Path) -> None:
    path = _saved(tmp_path, Empty=[], One=[["a"], [1]], Two=[["b"], [2]])
    sheet = read_workbook(path)
    assert sheet.file == "t.xlsx[One]"
    assert sheet.columns == ("a",)
    assert sheet.notes == ("sheets that were not read: Two; choose one by `part`",)
    assert read_workbook(path, "Two").columns == ("b",)


def test_a_sheet_that_is_not_there_is_an_error_with_those_that_are(tmp_path: Path) -> None:
    path = _saved(tmp_path, One=[["a"], [1]], Two=[["b"], [2]])
    with pytest.raises(BadInputError, match=r"t\.xlsx has no sheet Three: its sheets are One, Two"):
        read_workbook(path, "Three")


def test_a_formula_is_read_as_its_stored_value_and_refused_without_one(tmp_path: Path) -> None:
    path = _saved(tmp_path, Data=[["a", "b"], [1, "=A2"]])
    with pytest.raises(BadInputError, match="the formula =A2 has no stored value"):
        read_workbook(path)
    # openpyxl cannot compute: this is what a spreadsheet program would have stored.
    _edit(path, b"<f>A2</f><v />", b"<f>A2</f><v>1</v>")
    assert list(read_workbook(path).rows()) == [(2, ["1", "1"])]


def _edit(path: Path, old: bytes, new: bytes) -> None:
    inside = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    assert old in entries[inside]
    entries[inside] = entries[inside].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def test_a_sheet_that_states_too_small_a_size_is_read_whole(tmp_path: Path) -> None:
    path = _saved(tmp_path, Data=[["a", "b"], [1, 2], [3, 4]])
    _edit(path, b'<dimension ref="A1:B3" />', b'<dimension ref="A1:A1" />')
    assert read_workbook(path).columns == ("a", "b")
    assert [cells for _, cells in read_workbook(path).rows()] == [["1", "2"], ["3", "4"]]


def test_merged_titles_are_refused_as_well(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b"])
    sheet.append([1, 2])
    sheet.merge_cells("A1:B1")
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(BadInputError, match=r"merged cells \(A1:B1\)"):
        read_workbook(tmp_path / "t.xlsx")


def test_rows_can_be_read_again(tmp_path: Path) -> None:
    sheet = read_workbook(_saved(tmp_path, Data=[["a"], [1], [2]]))
    assert list(sheet.rows()) == list(sheet.rows()) == [(2, ["1"]), (3, ["2"])]


def test_large_floats_keep_their_digits() -> None:
    assert words(1e300) == "1e+300"
    assert words(0.1) == "0.1"
    assert words(float("nan")) == "nan"
