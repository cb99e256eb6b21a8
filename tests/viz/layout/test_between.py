"""Rows of shared developers between their repositories."""

from __future__ import annotations

from collections.abc import Mapping
from math import dist

from graph.model import Network
from tests.viz.worlds import developer, repository, work
from viz.drawing import Place
from viz.layout import layout
from viz.layout.between import TALL, between


def shared(people: int, names: tuple[str, ...] = ("a/one", "b/two"), alone: int = 30) -> Network:
    """Repositories with `people` in all of them, and `alone` more in each one."""
    both = [f"dev{number:03}" for number in range(people)]
    own = [(f"own-{name[0]}-{number}", name) for name in names for number in range(alone)]
    nodes = [repository(name, 50.0) for name in names]
    nodes += [developer(login, float(2 * people - at)) for at, login in enumerate(both)]
    nodes += [developer(login, 1.0) for login, _ in own]
    edges = [work(login, name, 2) for login in both for name in names] + [work(login, name, 1) for login, name in own]
    return Network(tuple(nodes), tuple(edges))


def placed(network: Network) -> Mapping[str, Place]:
    ties: dict[str, set[str]] = {node.key: set() for node in network.nodes}
    for edge in network.edges:
        ties[edge.source].add(edge.target)
        ties[edge.target].add(edge.source)
    return between(network, ties, layout(network))


def along(places: Mapping[str, Place], key: str) -> float:
    """How far on the way from the one repository to the other a node stands, 0 to 1 between them."""
    (x0, y0), (x1, y1) = places["github:a/one"], places["github:b/two"]
    x, y = places[key]
    return ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2)


def test_all_rows_stand_between_the_repositories_however_many_there_are() -> None:
    for people in (3, 40, 120):
        places = placed(shared(people))
        ways = [along(places, key) for key in places if ":@dev" in key]
        assert min(ways) > 0
        assert max(ways) < 1


def test_who_is_in_one_repository_stays_around_it_and_out_of_the_rows() -> None:
    places = placed(shared(120))
    ways = [along(places, key) for key in places if ":@dev" in key]
    for key in places:
        if ":@own-a" in key:
            assert along(places, key) < min(ways)
        if ":@own-b" in key:
            assert along(places, key) > max(ways)


def test_a_few_stand_in_one_column_and_more_in_several() -> None:
    few, many = placed(shared(TALL)), placed(shared(TALL + 1))
    columns = [{round(along(places, key), 2) for key in places if ":@dev" in key} for places in (few, many)]
    assert [len(found) for found in columns] == [1, 2]


def test_those_of_three_repositories_stand_among_them() -> None:
    places = placed(shared(9, ("a/one", "b/two", "c/three")))
    hubs = [place for key, place in places.items() if "@" not in key]
    middle = sum(x for x, _ in hubs) / 3, sum(y for _, y in hubs) / 3
    for key, place in places.items():
        if ":@dev" in key:
            assert dist(place, middle) < max(dist(hub, middle) for hub in hubs)


def test_a_shared_developer_alone_stays_where_the_layout_put_him_between() -> None:
    assert 0 < along(placed(shared(1, alone=0)), "github:@dev000") < 1
