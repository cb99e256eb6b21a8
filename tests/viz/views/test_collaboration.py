from __future__ import annotations

from dataclasses import replace

from tests.viz.worlds import communities, developer
from viz.views.collaboration import draw


def test_colours_mean_communities_where_they_are_known() -> None:
    assert [group.count for group in draw(communities(3, 6)).groups] == [6, 6, 6]


def test_colours_mean_kinds_where_communities_are_not_known() -> None:
    network = communities()
    plain = replace(network, nodes=tuple(replace(node, community=None) for node in network.nodes))
    assert [group.title for group in draw(plain).groups] == ["repositories"]


def test_the_weightiest_is_labelled_first_and_a_centre_before_it() -> None:
    network = communities(1, 4)
    assert next(mark for mark in draw(network).marks if mark.rank == 0).title == "owner0/project0-3"
    centre = network.nodes[0].key
    assert next(mark for mark in draw(network, centre).marks if mark.rank == 0).id == centre


def test_bridge_developers_are_a_group_of_their_own_among_communities() -> None:
    network = communities(2, 3)
    drawing = draw(replace(network, nodes=(*network.nodes, developer("ann", 5.0))))
    found = next(group for group in drawing.groups if group.id == "bridges")
    assert (found.title, found.count) == ("bridge developers", 1)
    assert next(mark for mark in drawing.marks if mark.rank == 0).title == "ann"
