from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.taking import counting, passed, taken

ROWS: list[Mapping[str, object]] = [
    {"name": "a", "n": 2, "who": ["x", "y"], "new": True},
    {"name": "b", "n": None, "who": ["y"], "new": False},
    {"name": "c", "n": 4.5, "who": None, "new": False},
]
BETWEEN = {"name": ("one", "other")}


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("count", 3), ("first n", 2), ("sum n", 6.5), ("mean n", 3.25), ("least n", 2), ("most n", 4.5),
        ("distinct who", 2), ("distinct name", 3),
    ],
)  # fmt: skip
def test_a_value_is_taken_from_the_rows(what: str, value: float) -> None:
    assert taken(what, ROWS) == value


def test_of_rows_without_a_value_nothing_is_taken() -> None:
    assert taken("first n", ROWS[1:2]) is None
    assert taken("sum n", []) is None


def test_rows_count_by_texts_numbers_and_truths() -> None:
    assert counting(ROWS, {}) == ROWS
    assert [row["name"] for row in counting(ROWS, {"n": "4.5", "new": False})] == ["c"]
    assert counting(ROWS, {"no such column": "a"}) == []


def curves(one: list[float], other: list[float]) -> list[Mapping[str, object]]:
    return [
        {"name": name, "period": str(2020 + number), "n": value}
        for name, values in (("one", one), ("other", other))
        for number, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("one", "other", "year"),
    [
        ([1, 2, 5, 6], [3, 3, 3, 3], 2022),
        ([1, 9, 1, 6], [3, 3, 3, 3], 2023),
        ([1, 3, 4], [3, 3, 3], 2022),
        ([1, 2], [3, 3], None),
        ([5, 6], [3, 3], None),
        ([1, 9, 2], [3, 3, 3], None),
        ([], [1], None),
    ],
    ids=["once", "for good", "a tie is not ahead", "never", "always", "not in the end", "no common period"],
)
def test_the_year_is_that_from_which_on_one_stays_ahead(one: list[float], other: list[float], year: int | None) -> None:
    assert passed("n", curves(one, other), BETWEEN) == year
    assert taken("passed n", curves(one, other), BETWEEN) == year


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12), st.integers(1, 50))
def test_another_unit_changes_no_year(pairs: list[tuple[int, int]], unit: int) -> None:
    def year(times: int) -> float | None:
        rows = curves([float(times * one) for one, _ in pairs], [float(times * other) for _, other in pairs])
        return passed("n", rows, BETWEEN)

    assert year(unit) == year(1)
