from __future__ import annotations

import math

import pytest

from graph.errors import NotFoundError
from tests.viz.worlds import communities, hostile, overlap
from viz.views import draw, names, suited


def test_every_file_is_a_view() -> None:
    assert {"overlap", "collaboration", "ego"} <= set(names())


@pytest.mark.parametrize("view", names())
def test_every_view_draws_every_node_at_a_finite_place(view: str) -> None:
    for network in (overlap(), communities(), hostile()):
        drawing = draw(network, view=view, centre=network.nodes[0].key)
        assert {mark.id for mark in drawing.marks} == {node.key for node in network.nodes}
        assert all(math.isfinite(mark.x) and math.isfinite(mark.y) for mark in drawing.marks)
        assert drawing.view == view


def test_an_unknown_view_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match=r"no view 'pie'.*overlap"):
        draw(overlap(), view="pie")


def test_the_view_that_suits_is_chosen() -> None:
    assert suited(overlap()) == "overlap"
    assert suited(communities()) == "collaboration"
    assert suited(overlap(), "github:@fzyzcjy") == "ego"
