# ruff: noqa: RUF001 - letters that look like others are what is tested here
from __future__ import annotations

import pytest

from graph.errors import BadInputError
from ingest.sources.tables.cells import heading
from ingest.sources.tables.sheet import PERSONAL, Sheet, checked_columns, one_line, trimmed


def _sheet(columns: tuple[str, ...], *rows: list[str]) -> Sheet:
    return Sheet("t.csv", columns, lambda: enumerate(rows, start=2))


def test_personal_columns_do_not_get_further_than_reading() -> None:
    sheet = _sheet(("login", "E-Mail", "commits", "Bio"), ["ann", "x@example.org", "3", "likes tea"]).without_personal()
    assert sheet.columns == ("login", "commits")
    assert list(sheet.rows()) == [(2, ["ann", "3"])]
    assert sheet.notes == ("not read, for it is personal: E-Mail, Bio",)


def test_short_and_long_rows_stay_short_and_long_without_personal_columns() -> None:
    sheet = _sheet(
        ("email", "login", "commits"), ["x@example.org", "ann"], ["x@example.org", "bob", "1", "more"]
    ).without_personal()
    assert [cells for _, cells in sheet.rows()] == [["ann"], ["bob", "1", "more"]]


def test_a_table_without_personal_columns_is_left_as_it_is() -> None:
    sheet = _sheet(("login", "commits"), ["ann", "3"])
    assert sheet.without_personal() is sheet


@pytest.mark.parametrize("name", ["email", "邮箱", "bio", "phone", "real_name"])
def test_the_personal_names_are_known(name: str) -> None:
    assert name in PERSONAL


def test_columns_without_a_name_at_the_end_are_dropped_and_in_between_kept() -> None:
    assert checked_columns("t.csv", ["a", "", "b", " ", ""]) == ("a", "", "b")


@pytest.mark.parametrize("names", [["Repo Name", "repo_name"], ["a", "A"], ["ａ", "a"]])
def test_columns_that_read_alike_are_an_error(names: list[str]) -> None:
    with pytest.raises(BadInputError, match=r"t\.csv has two columns called"):
        checked_columns("t.csv", names)


def test_words_of_a_file_are_put_on_one_line_of_a_sentence() -> None:
    assert one_line("two\nlines\x00 and\t\tmore ") == "two lines and more"
    assert one_line("x" * 100) == "x" * 80 + "…"
    assert checked_columns("t.csv", ["two\nlines", "b"]) == ("two lines", "b")


def test_hidden_letters_in_a_heading_do_not_split_it() -> None:
    (column,) = checked_columns("t.csv", ["lo\u200bgin"])
    assert heading(column) == "login"


def test_only_empty_cells_are_trimmed() -> None:
    assert trimmed(["a", "", "", " "], 2) == ["a", ""]
    assert trimmed(["a", "", "x"], 2) == ["a", "", "x"]
