"""What months hand on to each other, by preset."""

from __future__ import annotations

from graph.openrank.inheritance import hand_on, idle, network
from graph.openrank.networks import Values
from graph.openrank.pairs import pairs_of
from graph.openrank.presets import COMMUNITY, GLOBAL_2026
from tests.graph.openrank.worlds import issues, month

NOW: Values = {"Developer": {"ann": 1.0}, "Repository": {"x": 2.0}}
THEN: Values = {"Developer": {"ann": 9.0, "bob": 4.0}, "Repository": {}}


def test_a_global_month_hands_on_one_set_with_the_idle_decayed() -> None:
    assert hand_on(GLOBAL_2026, NOW, (THEN,)) == ({"Developer": {"ann": 1.0, "bob": 3.4}, "Repository": {"x": 2.0}},)


def test_a_first_month_hands_on_its_own_values() -> None:
    assert hand_on(GLOBAL_2026, NOW, ()) == (NOW,)


def test_the_idle_are_those_that_have_a_value_and_no_activity() -> None:
    assert idle(GLOBAL_2026, NOW, (THEN,)) == {"Developer": {"bob": 3.4}, "Repository": {}}
    assert idle(COMMUNITY, NOW, (THEN,)) == {}


def test_the_community_preset_hands_on_its_last_three_months() -> None:
    a, b, c, d = ({"Developer": {"ann": float(at)}} for at in range(4))
    assert hand_on(COMMUNITY, d, (c, b, a)) == (d, c, b)
    assert hand_on(COMMUNITY, d, ()) == (d,)


def test_the_network_is_that_of_the_preset() -> None:
    assert network(GLOBAL_2026, month(("ann", "x", issues())), (THEN,)).has_background
    pairs = pairs_of([("ann", "i1", [1])], ["opened_issues"], repository="o/r")
    assert network(COMMUNITY, pairs, ()).nodes["Item"] == ("i1",)
