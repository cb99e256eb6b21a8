from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import BadInputError
from graph.model import Edge, Network, Node
from tests.viz.worlds import communities
from viz import aggregate
from viz.aggregate import EVERYTHING, Show, asked, folded, parts, seen
from viz.drawing import PART, holds
from viz.language import speaking

WORLD = communities(40, 130)
"""Forty communities of 130 repositories: too many to be drawn one by one."""
FIRST = f"{PART}repository:c0"


def test_a_network_that_can_be_seen_stays_as_it_is() -> None:
    small = communities()
    assert seen(small, Show()) is small
    assert seen(WORLD, Show(everything=True)) is WORLD


def test_each_community_of_a_larger_one_is_a_node_and_nobody_is_lost() -> None:
    found = seen(WORLD, Show())
    assert len(WORLD.nodes) > aggregate.MOST
    assert [node.key for node in found.nodes] == [f"{PART}repository:c{number}" for number in range(40)]
    assert sum(map(holds, found.nodes)) == len(WORLD.nodes)
    assert sum(node.size or 0 for node in found.nodes) == sum(node.size or 0 for node in WORLD.nodes)
    first = found.nodes[0]
    assert (first.label, first.community) == ("Repository", 0)
    assert first.title == "130 repositories around project0-129"
    assert first.facts == {
        "nodes": 130, "edges_inside": 130, "largest": [f"owner0/project0-{at}" for at in (129, 128, 127, 126, 125)],
    }  # fmt: skip


def test_edges_are_summed_with_their_number_and_no_weight_is_lost() -> None:
    more = replace(
        WORLD,
        edges=(*WORLD.edges, replace(WORLD.edges[-1], source=WORLD.edges[-1].target, target=WORLD.edges[-1].source)),
    )
    found = seen(more, Show())
    assert len(found.edges) == 39
    assert {edge.type for edge in found.edges} == {"SHARES_DEVELOPERS"}
    assert found.edges[-1].weight == 6.0
    assert found.edges[-1].facts == {"edges": 2}
    inside = sum(int(str(node.facts["edges_inside"])) for node in found.nodes)
    assert inside + sum(int(str(edge.facts["edges"])) for edge in found.edges) == len(more.edges)


def test_what_sizes_and_widths_mean_tells_of_sums() -> None:
    found = seen(WORLD, Show())
    assert found.size_means == "OpenRank; of a group, their sum"
    assert found.weight_means == "shared developers; of groups, their sum"


def test_an_opened_part_gives_its_members_in_its_place() -> None:
    found = seen(WORLD, Show(opened=(FIRST,)))
    members = [node for node in found.nodes if not node.key.startswith(PART)]
    assert len(members) == 130
    assert {node.community for node in members} == {0}
    assert sum(map(holds, found.nodes)) == len(WORLD.nodes)
    bridge = [
        edge for edge in found.edges if edge.target == f"{PART}repository:c1" or edge.source == f"{PART}repository:c1"
    ]
    assert {edge.source for edge in bridge} | {edge.target for edge in bridge} >= {"github:owner0/project0-0"}


def test_of_a_very_large_part_the_largest_members_come_first_and_the_rest_is_a_part_again() -> None:
    world = communities(2, 2600)
    once = seen(world, Show(opened=(FIRST,)))
    rest = next(node for node in once.nodes if node.key == f"{FIRST}~")
    assert rest.title == "1600 more repositories around project0-1599"
    assert len(once.nodes) == 1000 + 1 + 1
    shown = {node.size for node in once.nodes if not node.key.startswith(PART)}
    assert min(size for size in shown if size is not None) == 10.0 + 1600
    twice = seen(world, Show(opened=(FIRST, f"{FIRST}~")))
    assert holds(next(node for node in twice.nodes if node.key == f"{FIRST}~~")) == 600


def test_without_communities_domains_are_parts_and_else_kinds() -> None:
    nodes = tuple(
        replace(node, community=None, facts={"domain": "Agents, tools" if at % 2 else "Inference"} if at < 3000 else {})
        for at, node in enumerate(WORLD.nodes)
    )
    titles = {node.key: node.title for node in seen(replace(WORLD, nodes=nodes), Show()).nodes}
    assert titles == {
        f"{PART}repository:Inference": "1500 repositories of Inference",
        f"{PART}repository:Agents; tools": "1500 repositories of Agents; tools",
        f"{PART}repository:": "2200 repositories in no community",
    }


def test_kinds_of_few_nodes_the_centre_and_single_nodes_stay() -> None:
    people = tuple(Node(f"github:@bridge{at}", "Developer", f"bridge{at}", 3.0) for at in range(9))
    alone = Node("github:o/alone", "Repository", "o/alone", 1.0, 999)
    world = replace(WORLD, nodes=(*WORLD.nodes, *people, alone))
    centre = WORLD.nodes[7].key
    kept = {node.key for node in seen(world, Show(), centre).nodes if not node.key.startswith(PART)}
    assert kept == {*(person.key for person in people), alone.key, centre}


def test_communities_beyond_the_thousandth_are_one_part() -> None:
    nodes = tuple(Node(f"n{at}", "Repository", f"o/n{at}", 1.0, at // 2) for at in range(5_200))
    found = parts(Network(nodes, ()))
    assert len(found) == aggregate.MOST_PARTS + 1
    assert len(found[f"{PART}others"]) == 5_200 - 2 * aggregate.MOST_PARTS
    titles = {node.key: node.title for node in seen(Network(nodes, ()), Show()).nodes}
    assert titles[f"{PART}others"] == "3200 repositories of small groups"


def test_nodes_without_a_size_and_edges_with_a_direction_are_summed_as_they_are() -> None:
    nodes = tuple(Node(name, "Developer", name) for name in "abc")
    edges = (Edge("a", "c", "CONTRIBUTED_TO", 2.0), Edge("c", "b", "CONTRIBUTED_TO", 3.0))
    found = folded(Network(nodes, edges), {"a": "part:x", "b": "part:x"})
    assert {(edge.source, edge.target, edge.weight) for edge in found.edges} == {
        ("part:x", "c", 2.0),
        ("c", "part:x", 3.0),
    }
    assert next(node for node in found.nodes if node.key == "part:x").size is None


def test_an_address_says_how_much_to_draw_and_the_rest_is_for_the_query() -> None:
    values, show = asked({"limit": "9000", "open": "part:b,part:a,part:b", "show": "parts"})
    assert (values, show) == ({"limit": "9000"}, Show(opened=("part:a", "part:b")))
    assert asked({"show": EVERYTHING}) == ({}, Show(everything=True))
    with pytest.raises(BadInputError, match="show is 'some': expected all or parts"):
        asked({"show": "some"})


def test_groups_are_named_in_the_language_of_the_page() -> None:
    with speaking("zh"):
        found = seen(WORLD, Show())
    assert found.nodes[0].title.startswith("project0-129 周围的 130 个")
    assert found.size_means.endswith("分组为其成员之和")
