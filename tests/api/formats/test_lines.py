import json

from api.answer import Answer
from api.formats.lines import as_lines
from graph.model import Column, Table

COLUMNS = (Column("name", "str", ""), Column("share", "float", ""), Column("tags", "list[str]", ""))


def test_each_row_is_an_object_on_a_line_of_its_own() -> None:
    rows: list[list[object]] = [["a\nb", 0.5, ["深", "y"]], [None, float("nan"), None]]
    written = as_lines(Answer("q", "Q", Table(COLUMNS, rows))).decode()
    assert written.endswith("\n")
    assert [json.loads(line) for line in written.splitlines()] == [
        {"name": "a\nb", "share": 0.5, "tags": ["深", "y"]},
        {"name": None, "share": None, "tags": None},
    ]


def test_no_rows_are_no_lines() -> None:
    assert as_lines(Answer("q", "Q", Table(COLUMNS, []))) == b""
