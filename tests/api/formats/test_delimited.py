import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.answer import Answer
from api.formats.delimited import as_csv, cell
from graph.model import Column, Table

FORMULAS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "  =1", '=HYPERLINK("http://a.b")']


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_compute_is_guarded(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell([text, "a"]).startswith("'")


def test_numbers_stay_numbers_and_unknown_is_empty() -> None:
    assert [cell(value) for value in (-1, 2.5, True, False, None, float("nan"))] == [
        "-1",
        "2.5",
        "true",
        "false",
        "",
        "",
    ]


def test_lists_are_separated_by_semicolons_and_maps_are_json() -> None:
    assert cell(["a", "b"]) == "a;b"
    assert cell([12, 4]) == "12;4"
    assert cell({"a": 1}) == '{"a": 1}'
    assert cell([{"a": 1}]) == '[{"a": 1}]'


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1, max_size=5))
def test_every_text_comes_back_out_of_the_file(texts: list[str]) -> None:
    columns = tuple(Column(f"c{n}", "str", "") for n in range(len(texts)))
    content = as_csv(Answer("q", "Q", Table(columns, [texts]))).decode()
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert [value.removeprefix("'") for value in rows[1]] == [cell(text).removeprefix("'") for text in texts]
