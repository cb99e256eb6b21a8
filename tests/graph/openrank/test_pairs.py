"""Pairs of a month: in one order, whatever order the rows come in, and refused where they cannot be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInputError
from graph.openrank.pairs import Row, pairs_of
from graph.openrank.presets import GLOBAL_2026
from tests.graph.openrank.worlds import ACTIVITIES, issues, month, pushes

ROWS: tuple[Row, ...] = (("ann", "x", issues(2)), ("bob", "x", pushes()), ("ann", "a", (0, 1, 0, 0, 0, 1)))
ENDS = st.sampled_from("abcdef")


def test_pairs_stand_in_the_order_of_their_keys() -> None:
    made = month(*ROWS)
    assert (made.developers, made.targets) == (("ann", "bob"), ("a", "x"))
    assert list(zip(made.developer.tolist(), made.target.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 1)]
    assert made.counts["opened_issues"].tolist() == [0, 2, 0]


@given(st.permutations(ROWS))
def test_the_order_of_rows_does_not_matter(rows: list[Row]) -> None:
    assert month(*rows).fingerprint() == month(*ROWS).fingerprint()


@given(st.dictionaries(st.tuples(ENDS, ENDS), st.lists(st.integers(0, 9), min_size=6, max_size=6)))
def test_every_count_comes_back(given_counts: dict[tuple[str, str], list[int]]) -> None:
    made = month(*((who, what, counts) for (who, what), counts in given_counts.items()))
    found = {
        (made.developers[made.developer[at]], made.targets[made.target[at]]): [
            int(made.counts[name][at]) for name in ACTIVITIES
        ]
        for at in range(made.size)
    }
    assert found == given_counts


def test_activity_is_the_weighted_sum() -> None:
    made = month(("ann", "x", (1, 2, 3, 4, 5, 6)))
    expected = 22.235 + 2 * 5.252 + 3 * 9.712 + 4 * 7.427 + 5 * 40.679 + 6 * 14.695
    assert made.activity(GLOBAL_2026.weights).tolist() == pytest.approx([expected])


def test_an_activity_that_is_not_counted_is_nothing() -> None:
    made = month(("ann", "x", (1,)), activities=("opened_issues",))
    assert made.activity(GLOBAL_2026.weights).tolist() == [22.235]
    assert month(("ann", "x", (1, None, None, None, None, None))).activity(GLOBAL_2026.weights).tolist() == [22.235]


def test_all_that_makes_a_value_is_in_the_fingerprint() -> None:
    made = month(*ROWS)
    others = [
        made,
        month(*ROWS[:2]),
        month(("ann", "x", issues(3)), *ROWS[1:]),
        month(("ann", "y", issues(2)), *ROWS[1:]),
        month(("eve", "x", issues(2)), *ROWS[1:]),
        month(*ROWS, bots=["bob"]),
        replace(made, merged=frozenset("x")),
        replace(made, repository="r"),
        replace(made, lacks=("pushes",)),
        replace(made, counts={name + "s": counts for name, counts in made.counts.items()}),
    ]
    assert len({pairs.fingerprint() for pairs in others}) == len(others)


def test_a_month_without_pairs_is_fine() -> None:
    empty = month()
    assert (empty.size, empty.developers, len(empty.fingerprint())) == (0, (), 64)
    assert empty.activity(GLOBAL_2026.weights).shape == (0,)


def test_rows_may_be_a_stream() -> None:
    made = pairs_of(((f"d{row % 99:02}", f"r{row:05}", [row]) for row in range(20_000)), ["pushes"])
    assert made.size == 20_000
    assert made.counts["pushes"].sum() == sum(range(20_000))
    assert made.counts["pushes"].dtype == np.float64


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("ann", "x", issues()), "the pair ann and x comes twice, expected once a month"),
        (("eve", "x", issues(-1)), "the pair eve and x has -1 opened_issues, expected a count of 0 or more"),
        (("eve", "x", pushes(float("nan"))), "the pair eve and x has nan pushes"),
        (("eve", "x", pushes(float("inf"))), "the pair eve and x has inf pushes"),
    ],
)
def test_pairs_that_cannot_be_are_refused_by_name(row: Row, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        month(*ROWS, row)
