from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import dist, hypot, isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Edge, Network
from tests.viz.worlds import communities, developer, overlap, repository, work
from viz.drawing import radii
from viz.views.ego import MOST, draw, places

EP = "github:deepseek-ai/deepep"


def star(developers: int, beyond: int = 0) -> Network:
    """A repository with so many developers, the first ones of whom work in a repository of their own too."""
    people = [f"dev{i}" for i in range(developers)]
    others = [f"other/repo{i}" for i in range(beyond)]
    edges = [work(login, "a/centre", 5) for login in people]
    edges += [work(login, name, 2) for login, name in zip(people, others, strict=False)]
    nodes = [repository("a/centre", 10.0), *map(developer, people), *map(repository, others)]
    return Network(tuple(nodes), tuple(edges))


def test_the_centre_is_at_the_origin_and_labelled_first() -> None:
    marks = {mark.id: mark for mark in draw(overlap(), EP).marks}
    assert (marks[EP].x, marks[EP].y, marks[EP].rank) == (0.0, 0.0, 0)


def test_neighbours_stand_on_a_ring_and_theirs_beyond_it() -> None:
    found = places(star(12, beyond=6), "github:a/centre")
    near = [hypot(x / 1.7, y) for key, (x, y) in found.items() if "@" in key]
    far = [hypot(x / 1.7, y) for key, (x, y) in found.items() if "other" in key]
    assert max(near) - min(near) < 5
    assert min(far) > max(near) + 50


def test_who_is_tied_stands_near() -> None:
    found = places(star(12, beyond=6), "github:a/centre")
    for number in range(6):
        own = found[f"github:other/repo{number}"]
        nearest = min((f"github:@dev{i}" for i in range(12)), key=lambda key: dist(found[key], own))
        assert nearest in {f"github:@dev{number}", *(f"github:@dev{i}" for i in range(6, 12))}


def test_no_mark_lies_on_another() -> None:
    network = star(60, beyond=20)
    found, radius = places(network, "github:a/centre"), radii(network)
    for one, other in combinations(found, 2):
        assert dist(found[one], found[other]) >= radius[one] + radius[other] - 0.5


def test_without_a_centre_or_with_a_full_ring_forces_place_the_nodes() -> None:
    assert places(communities(), "nobody").keys() == {node.key for node in communities().nodes}
    crowd = places(star(MOST + 1), "github:a/centre")
    assert crowd["github:a/centre"] == (0.0, 0.0)
    assert len(crowd) == MOST + 2


def test_a_network_in_several_pieces_keeps_all_of_its_nodes() -> None:
    network = star(4)
    apart = Network((*network.nodes, repository("z/alone")), network.edges)
    assert "github:z/alone" in places(apart, "github:a/centre")


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 40), st.integers(0, 40))
def test_any_star_has_finite_places_that_do_not_depend_on_order(developers: int, beyond: int) -> None:
    network = star(developers, beyond)
    turned = Network(network.nodes[::-1], network.edges[::-1])
    found = places(network, "github:a/centre")
    assert found == places(turned, "github:a/centre")
    assert all(isfinite(value) for place in found.values() for value in place)


def test_a_loop_does_not_matter() -> None:
    network = star(3)
    loop = Edge("github:a/centre", "github:a/centre", "FORK_OF")
    assert places(Network(network.nodes, (*network.edges, loop)), "github:a/centre") == places(
        network, "github:a/centre"
    )


def test_with_several_seeds_those_who_bridge_them_stand_out() -> None:
    network = star(4, beyond=2)
    told = [replace(node, facts={**node.facts, "seeds": 2 if node.title == "dev0" else 1}) for node in network.nodes]
    drawing = draw(replace(network, nodes=tuple(told)), "github:a/centre")
    group = next(group for group in drawing.groups if group.id == "bridge-Developer")
    assert (group.count, group.title) == (1, "developers that bridge")
    ranks = {mark.title: mark.rank for mark in drawing.marks}
    assert (ranks["a/centre"], ranks["dev0"]) == (0, 1)
