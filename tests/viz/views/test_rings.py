from __future__ import annotations

from itertools import combinations
from math import dist, hypot

from graph.model import Edge, Network, Node
from tests.viz.worlds import COVERAGE, developer, repository, work
from viz.drawing import UNKNOWN, radii
from viz.legend import GREY
from viz.views.ego import MOST
from viz.views.rings import draw, places

CORE = "github:a/core"


def community(developers: int = 8) -> Network:
    """A repository, its developers, an organization of half of them, and the unknown rest."""
    people = [developer(f"dev{number}", float(number + 1)) for number in range(developers)]
    acme = Node("organization:acme", "Organization", "Acme", 4.0)
    unknown = Node(f"{UNKNOWN}organization", "Organization", "unknown", 4.0)
    edges = [work(person.title, "a/core", 3) for person in people]
    for number, person in enumerate(people):
        edges.append(Edge(person.key, (acme if number % 2 else unknown).key, "AFFILIATED_WITH", 1.0))
    edges += [Edge(CORE, place.key, "AFFILIATED_WITH", 4.0) for place in (acme, unknown)]
    return Network((repository("a/core", 9.0), *people, acme, unknown), tuple(edges), "size", "weight", COVERAGE)


def away(place: tuple[float, float]) -> float:
    return hypot(place[0] / 1.7, place[1])


def test_who_worked_with_the_centre_stands_within_what_they_lead_to() -> None:
    found = places(community(), CORE)
    assert found[CORE] == (0.0, 0.0)
    inner = [away(place) for key, place in found.items() if "@" in key]
    outer = [away(place) for key, place in found.items() if "organization" in key]
    assert max(inner) < min(outer) - 40


def test_without_anybody_between_there_is_one_ring() -> None:
    network = Network(
        (repository("a/core"), repository("a/b"), repository("a/c")),
        tuple(Edge(CORE, f"github:a/{name}", "SHARES_DEVELOPERS", 2.0) for name in "bc"),
    )
    near, far = sorted(away(place) for key, place in places(network, CORE).items() if key != CORE)
    assert far - near < 5


def test_no_mark_lies_on_another() -> None:
    network = community(60)
    found, radius = places(network, CORE), radii(network)
    for one, other in combinations(found, 2):
        assert dist(found[one], found[other]) >= radius[one] + radius[other] - 0.5


def test_unknown_is_grey_labelled_next_to_the_centre_and_without_a_page() -> None:
    drawing = draw(community(), CORE)
    marks = {mark.id: mark for mark in drawing.marks}
    unknown = marks[f"{UNKNOWN}organization"]
    assert (marks[CORE].rank, unknown.rank, unknown.page) == (0, 1, "")
    group = next(group for group in drawing.groups if group.id == unknown.group)
    assert (group.title, group.color, group.count, group.shape) == ("organizations unknown", GREY, 1, "hexagon")


def test_a_full_ring_or_an_unknown_centre_is_placed_by_forces() -> None:
    crowd = community(MOST + 5)
    assert places(crowd, CORE)[CORE] == (0.0, 0.0)
    assert places(community(), "nobody").keys() == {node.key for node in community().nodes}
