from collections.abc import Sequence
from typing import Any

import pytest

from api.answer import Answer
from api.assistants.told import LONGEST, LONGEST_CELL, told
from graph.capped import weight
from graph.model import Column, Table

COLUMNS = (Column("name", "str", "a name"), Column("value", "map", "a value"))


def answered(*rows: Sequence[object]) -> dict[str, Any]:
    values: dict[str, Any] = told(
        Answer("q", "T", Table(COLUMNS, list(rows))), "https://atlas.example/x"
    ).structured_content
    return values


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("x" * 3_000_000, "2000 of 3000000 signs are shown"),
        (list(range(1_000_000)), "of 1000000 items are shown"),
        ({"a": "x" * 9_000}, "2000 of 9009 signs are shown"),
    ],
)
def test_a_long_value_is_cut_and_its_place_is_named(value: object, words: str) -> None:
    found = answered(["a", 1], ["b", value])
    (said,) = found["cut"]
    assert said.startswith("value, row 2: ")
    assert words in said
    assert 0 < weight(found["rows"][1]["value"]) < LONGEST_CELL + 9
    assert found["rows"][0] == {"name": "a", "value": 1}


def test_rows_that_are_many_signs_are_fewer() -> None:
    found = answered(*(["a", "x" * (LONGEST_CELL - 2)] for _ in range(49)))
    assert len(found["rows"]) == LONGEST // (LONGEST_CELL + 14)
    assert (found["found"], found["more"], found["cut"]) == (49, True, [])


def test_nothing_found_is_no_failure() -> None:
    found = answered()
    assert (found["rows"], found["more"]) == ([], False)
