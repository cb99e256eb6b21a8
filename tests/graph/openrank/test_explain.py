"""The parts of a value add up to it, name their givers, and leave nothing over at the fixed point."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import NotFoundError
from graph.openrank.explain import Explanation, explain
from graph.openrank.months import Handed, Month, Solved, original, solve_month
from graph.openrank.pairs import pairs_of
from graph.openrank.presets import COMMUNITY, GLOBAL_2023_DOCS, GLOBAL_2026, GlobalPreset
from graph.openrank.solver import EXACT, Options
from tests.graph.openrank.worlds import issues, month

PAST = Handed("2025-03", "", ({"Developer": {"a": 30.0, "c": 0.4}, "Repository": {"x": 120.0, "w": 2.0}},))
COUNTS = st.lists(st.integers(0, 3), min_size=6, max_size=6)
MONTHS = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), COUNTS, min_size=1)


def parts(solved: Solved, kind: str, key: str) -> Explanation:
    return explain(solved.network, solved.result.values, kind, key)


def solved_month(preset: GlobalPreset = GLOBAL_2026, options: Options = EXACT) -> Solved:
    rows = (("a", "x", issues()), ("b", "x", issues(3)), ("b", "y", issues()))
    return solve_month(preset, Month("2025-04", month(*rows)), PAST, options)


@settings(max_examples=60, deadline=None)
@given(MONTHS, st.sampled_from([GLOBAL_2026, GLOBAL_2023_DOCS]))
def test_parts_add_up_to_the_value(rows: dict[tuple[str, str], list[int]], preset: GlobalPreset) -> None:
    given_month = Month("2025-04", month(*((who, what, counts) for (who, what), counts in rows.items())))
    solved = solve_month(preset, given_month, PAST)
    for kind, values in solved.values.items():
        for key, value in values.items():
            found = parts(solved, kind, key)
            assert found.value == pytest.approx(value)
            assert abs(found.total - value) < 1e-9
            assert abs(found.remainder) < 1e-9


def test_parts_are_what_the_definition_says() -> None:
    solved = solved_month()
    raw = solved.result.values  # a, b, x, y, background
    found = parts(solved, "Repository", "x")
    assert (found.new, found.inherited) == pytest.approx((0.0, 0.3 * 0.85 * 120))
    assert [(part.kind, part.key) for part in found.received] == [("Developer", "a"), ("Developer", "b")]
    assert [part.share for part in found.received] == pytest.approx([0.95, 0.95 * 0.75])
    assert [part.amount for part in found.received] == pytest.approx([0.7 * 0.95 * raw[0], 0.7 * 0.95 * 0.75 * raw[1]])
    assert found.background == pytest.approx(0.7 * raw[4] / 4 + raw[4] / 4)


def test_givers_stand_in_the_order_of_what_they_gave() -> None:
    amounts = [part.amount for part in parts(solved_month(), "Developer", "b").received]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) == 2


def test_without_a_background_none_is_named() -> None:
    found = parts(solved_month(GLOBAL_2023_DOCS), "Developer", "a")
    assert (found.background, found.new) == (0.0, 0.0)
    assert found.inherited == pytest.approx(15.0)


def test_a_community_names_its_repository_as_a_giver() -> None:
    rows = [("ann", "p2", [1.0]), ("bob", "p2", [2.0])]
    given_month = Month("2025-04", pairs_of(rows, ["opened_prs"], merged=["p2"], repository="o/r"))
    solved = solve_month(COMMUNITY, given_month)
    found = parts(solved, "Item", "p2")
    assert found.new == pytest.approx(0.15 * 1.5)
    assert {part.kind for part in found.received} == {"Developer", "Repository"}
    assert found.total == pytest.approx(solved.values["Item"]["p2"])


def test_what_rests_too_early_leaves_a_remainder_that_is_told() -> None:
    solved = solved_month(options=original(GLOBAL_2026))
    found = [parts(solved, kind, key) for kind, keys in solved.network.nodes.items() for key in keys]
    assert np.allclose([one.total for one in found], [one.value for one in found])
    assert max(abs(one.remainder) for one in found) > 1e-6


def test_who_was_not_active_is_told_so() -> None:
    with pytest.raises(NotFoundError, match="Developer c was not active in the month"):
        parts(solved_month(), "Developer", "c")
