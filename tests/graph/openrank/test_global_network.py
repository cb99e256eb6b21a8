"""The networks of the global presets: who is in, what is given, what is owned; against a computation by hand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.openrank.global_network import after_month, global_network
from graph.openrank.networks import LeftOut, Network, Values
from graph.openrank.pairs import Pairs, Row
from graph.openrank.presets import GLOBAL_2023_DOCS, GLOBAL_2026
from graph.openrank.solver import solve
from tests.graph.openrank.worlds import issues, month, pushes

BEFORE: Values = {"Developer": {"ann": 2.0}, "Repository": {"x": 10.0, "gone": 5.0}}
ROWS: tuple[Row, ...] = (("ann", "x", issues(1)), ("bob", "x", issues(3)), ("bob", "y", (0, 0, 0, 0, 2, 1)))
COUNTS = st.lists(st.integers(0, 3), min_size=6, max_size=6)
MONTHS = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), COUNTS)


def keys(made: Network) -> tuple[tuple[str, ...], ...]:
    return tuple(made.nodes.values())


def values(made: Network) -> dict[str, dict[str, float]]:
    return made.published(solve(made.graph, made.own).values)


def by_hand(rows: dict[tuple[str, str], list[int]], before: Values) -> dict[str, dict[str, float]]:
    """global-2026 with dictionaries and two hundred rounds, as its definition reads."""
    weights = (22.235, 5.252, 9.712, 7.427, 40.679, 14.695)
    named = {pair: counts for pair, counts in rows.items() if any(counts[:5])}
    activity = {pair: sum(w * c for w, c in zip(weights, counts, strict=True)) for pair, counts in named.items()}
    total: dict[tuple[str, str], float] = defaultdict(float)
    for (who, what), a in activity.items():
        total["Developer", who] += a
        total["Repository", what] += a
    own = {node: 0.85 * before.get(node[0], {}).get(node[1], 0.0) for node in total}
    for node, work in total.items():
        own[node] += 1 / (1 + exp(0.10425 * (44.08 - work))) if node[0] == "Developer" else 0.0
    value, hub, count = dict(own), 0.0, max(len(total), 1)
    for _ in range(200):
        got = dict.fromkeys(total, hub / count)
        for (who, what), a in activity.items():
            d, r = ("Developer", who), ("Repository", what)
            got[r] += 0.95 * a / total[d] * value[d]
            got[d] += 0.95 * a / total[r] * value[r]
        hub = 0.85 * 0.05 * sum(value.values())
        kept = {node: 0.5 if node[0] == "Developer" else 0.3 for node in total}
        value = {node: kept[node] * own[node] + (1 - kept[node]) * got[node] for node in total}
    found: dict[str, dict[str, float]] = {"Developer": {}, "Repository": {}}
    for (kind, key), left in value.items():
        found[kind][key] = left + hub / count
    return found


@settings(max_examples=60, deadline=None)
@given(MONTHS)
def test_the_present_definition_computed_by_hand_gives_the_same(rows: dict[tuple[str, str], list[int]]) -> None:
    pairs = month(*((who, what, counts) for (who, what), counts in rows.items()))
    before = {"Developer": {"a": 3.0, "c": 0.4}, "Repository": {"x": 12.0}}
    found, expected = values(global_network(GLOBAL_2026, pairs, before)), by_hand(rows, before)
    for kind in ("Developer", "Repository"):
        assert found[kind] == pytest.approx(expected[kind], abs=1e-8)


def test_every_node_gives_all_away_and_a_twentieth_to_the_background() -> None:
    made = global_network(GLOBAL_2026, month(*ROWS), {})
    graph = made.graph
    assert np.bincount(graph.givers, graph.shares).tolist() == pytest.approx([1.0] * 5)
    to_background = slice(graph.starts[4], graph.starts[5])
    assert graph.shares[to_background].tolist() == pytest.approx([0.05] * 4)
    assert graph.retention.tolist() == [0.5, 0.5, 0.3, 0.3, 0.15]


def test_own_values_are_the_decayed_past_and_the_work() -> None:
    made = global_network(GLOBAL_2026, month(*ROWS), BEFORE)
    assert keys(made) == (("ann", "bob"), ("x", "y"))
    assert made.inherited.tolist() == pytest.approx([1.7, 0, 8.5, 0, 0])
    work = [1 / (1 + exp(0.10425 * (44.08 - total))) for total in (22.235, 3 * 22.235 + 2 * 40.679 + 14.695)]
    assert made.new.tolist() == pytest.approx([*work, 0, 0, 0])
    assert made.activity[0] == 22.235


def test_work_at_the_middle_adds_one_half() -> None:
    weights = (("opened_issues", 44.08),)
    made = global_network(replace(GLOBAL_2026, weights=weights), month(("ann", "x", issues())), {})
    assert made.new[0] == pytest.approx(0.5)


def test_a_pair_of_pushes_alone_is_left_out() -> None:
    made = global_network(GLOBAL_2026, month(*ROWS, ("eve", "x", pushes(9)), ("ann", "y", pushes())), {})
    assert keys(made) == (("ann", "bob"), ("x", "y"))
    assert made.left_out == LeftOut(alone=2)
    assert values(made) == values(global_network(GLOBAL_2026, month(*ROWS), {}))


def test_bots_are_left_out_with_what_only_they_touched() -> None:
    made = global_network(GLOBAL_2026, month(*ROWS, ("robot", "z", issues()), bots=["robot"]), {})
    assert keys(made) == (("ann", "bob"), ("x", "y"))
    assert made.left_out == LeftOut(bots=1)


@pytest.mark.parametrize(("repositories", "stays"), [(300, True), (301, False)])
def test_who_is_active_in_more_than_300_repositories_is_left_out(repositories: int, stays: bool) -> None:  # noqa: FBT001
    wide = [("eve", f"r{number:03}", issues()) for number in range(repositories)]
    made = global_network(GLOBAL_2026, month(*ROWS, *wide, ("eve", "pushed", pushes())), {})
    assert ("eve" in made.nodes["Developer"]) == stays
    assert made.left_out == LeftOut(alone=1, wide=0 if stays else 1)


def test_zero_counts_make_no_pair() -> None:
    assert keys(global_network(GLOBAL_2026, month(*ROWS, ("eve", "x", issues(0))), {})) == (("ann", "bob"), ("x", "y"))


@pytest.mark.parametrize("preset", [GLOBAL_2026, GLOBAL_2023_DOCS])
def test_a_month_without_pairs_has_no_values(preset: type) -> None:
    made = global_network(preset, month(), BEFORE)  # type: ignore[arg-type]
    assert values(made) == {"Developer": {}, "Repository": {}}


def test_the_background_is_handed_out_on_publication() -> None:
    made = global_network(GLOBAL_2026, month(*ROWS), BEFORE)
    raw = solve(made.graph, made.own).values
    assert made.surplus(raw) == pytest.approx(raw[4] / 4)
    assert values(made)["Developer"]["ann"] == pytest.approx(raw[0] + raw[4] / 4)


def docs(*rows: Row) -> Pairs:
    return month(*rows, activities=("opened_issues", "opened_prs"))


def test_as_the_docs_say_a_new_node_owns_one_and_there_is_no_background() -> None:
    made = global_network(GLOBAL_2023_DOCS, docs(("ann", "x", (1, 0)), ("bob", "x", (0, 1))), {})
    assert made.own.tolist() == [1, 1, 1]
    assert not made.has_background
    assert np.bincount(made.graph.givers, made.graph.shares).tolist() == pytest.approx([1, 1, 1])
    ann, bob = 2.2235 / 6.2914, 4.0679 / 6.2914
    x = values(made)["Repository"]["x"]
    assert values(made)["Developer"] == pytest.approx({"ann": 0.5 + 0.5 * ann * x, "bob": 0.5 + 0.5 * bob * x})


def test_as_the_docs_say_an_own_value_is_the_last_one_and_never_below_a_tenth() -> None:
    before: Values = {"Developer": {"ann": 3.0, "bob": 0.02}, "Repository": {}}
    made = global_network(GLOBAL_2023_DOCS, docs(("ann", "x", (1, 0)), ("bob", "x", (1, 0))), before)
    assert made.inherited.tolist() == [3.0, 0.02, 0]
    assert made.own.tolist() == pytest.approx([3.0, 0.1, 1.0])


def test_after_a_month_idle_nodes_have_decayed_and_small_ones_are_gone() -> None:
    before: Values = {"Developer": {"ann": 2.0, "idle": 1.0, "small": 0.0117}, "Repository": {"just": 0.0118}}
    found = after_month(GLOBAL_2026, {"Developer": {"ann": 5.0}, "Repository": {"x": 1.0}}, before)
    assert found["Developer"] == {"ann": 5.0, "idle": 0.85}
    assert found["Repository"] == pytest.approx({"x": 1.0, "just": 0.01003})


def test_as_the_docs_say_an_idle_value_under_a_tenth_is_cleared() -> None:
    before: Values = {"Developer": {"low": 0.117, "high": 0.119}}
    assert set(after_month(GLOBAL_2023_DOCS, {}, before)["Developer"]) == {"high"}
