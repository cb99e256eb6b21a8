"""Rows taken whole or refused whole, and put into batches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadRowError
from graph.model import Record
from graph.rows import Item, Row, Tally, batches, rows_of, taken
from tests.graph.worlds import at, project


def items(places: list[int]) -> list[Item]:
    return [project("o/a", where=at(line)) for line in places]


def test_records_of_one_line_are_one_row() -> None:
    assert [(row.line, len(row.items)) for row in rows_of(items([1, 1, 2, 0, 3, 3]))] == [
        (1, 2),
        (2, 1),
        (0, 1),
        (3, 2),
    ]


def test_rows_that_an_earlier_run_took_are_skipped_but_not_what_the_whole_file_says() -> None:
    assert [row.line for row in rows_of(items([0, 1, 2, 3, 0]), skip=2)] == [0, 3, 0]


def test_a_refusal_has_its_place_among_the_rows() -> None:
    refused = BadRowError("table.csv", 2, "f", "x", "y")
    assert [row.line for row in rows_of([*items([1]), refused, *items([3])])] == [1, 2, 3]


@given(st.lists(st.integers(1, 9), max_size=30), st.integers(1, 12))
def test_batches_hold_every_row_whole_and_in_order(sizes: list[int], size: int) -> None:
    rows = [Row("t", line, tuple(items([line] * count))) for line, count in enumerate(sizes, 1)]
    made = list(batches(rows, size))
    assert [row for batch in made for row in batch] == rows
    assert all(sum(len(row.items) for row in batch) >= size for batch in made[:-1])


def test_a_row_with_a_refusal_gives_no_records() -> None:
    tally = Tally()
    bad = Row("t", 1, (project("o/a"), project("o/b", language=7)))
    assert taken(bad, tally, {}) == []
    assert (tally.rows_in, tally.rows_refused, tally.rows_taken, len(tally.refused)) == (1, 1, 0, 1)


def test_a_strict_refusal_counts_nothing() -> None:
    tally = Tally()
    with pytest.raises(BadRowError):
        taken(Row("t", 1, (BadRowError("t", 1, "f", "x", "y"),)), tally, {}, strict=True)
    assert tally == Tally()


def test_what_the_whole_file_says_is_no_row() -> None:
    tally, record = Tally(), project("o/a", where=at(0))
    made: list[Record] = taken(Row("t", 0, (record,)), tally, {})
    assert (made, tally.rows_in) == ([record], 0)
