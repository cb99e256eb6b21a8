"""The overlap: repositories with the developers between them. Who is in several stands out from who is in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from math import hypot

from graph.model import Network
from graph.node_kinds import DEVELOPER, REPOSITORY
from viz.drawing import Drawing, Group, Place, compose, radii
from viz.language import say
from viz.layout import GAP, layout, separate
from viz.legend import kind_group

ROW = 40.0
"""Pixels from row to row: room for a label at half scale."""


def draw(network: Network, centre: str = "") -> Drawing:
    """Repositories, then developers in several of them, then (faint) developers in one."""
    groups = _groups(network)
    first = [key for key, group in groups.items() if not group.faint]
    places = _between(network, layout(network))
    return compose("overlap", network, groups, places, first=(centre, *first) if centre else tuple(first))


def _groups(network: Network) -> dict[str, Group]:
    shared = _shared(network)
    order = {REPOSITORY.label: 0, DEVELOPER.label: 1}
    nodes = sorted(network.nodes, key=lambda n: (order.get(n.label, 2), n.key not in shared, -(n.size or 0.0), n.key))
    return {node.key: _group(node.label, node.key in shared) for node in nodes}


def _between(network: Network, places: dict[str, Place]) -> dict[str, Place]:
    """`places` with the developers of the same repositories in rows between these: they are the answer."""
    ties, radius = _ties(network), radii(network)
    teams: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for node in sorted(network.nodes, key=lambda n: (-(n.size or 0.0), n.key)):
        if node.label == DEVELOPER.label and len(ties[node.key]) > 1:
            teams[tuple(sorted(ties[node.key]))].append(node.key)
    moved = {
        key: place
        for hubs, keys in teams.items()
        if len(keys) > 1
        for key, place in _rows(keys, sorted(places[hub] for hub in hubs), radius).items()
    }
    return separate(places | moved, radius)


def _rows(keys: list[str], hubs: list[Place], radius: Mapping[str, float]) -> dict[str, Place]:
    """Places in the middle of `hubs`, in rows across the line from left to right, the weightiest at the top."""
    middle = sum(x for x, _ in hubs) / len(hubs), sum(y for _, y in hubs) / len(hubs)
    along = hubs[-1][0] - hubs[0][0], hubs[-1][1] - hubs[0][1]
    length = hypot(*along) or 1.0
    unit = along[0] / length, along[1] / length
    step = max(ROW, 2 * max(radius[key] for key in keys) + GAP)
    height = max(4, int(length / step))
    places: dict[str, Place] = {}
    for number, key in enumerate(keys):
        column, row = divmod(number, height)
        ahead = (column - (len(keys) - 1) // height / 2) * 3 * step
        aside = (row - (min(height, len(keys) - column * height) - 1) / 2) * step
        places[key] = middle[0] + ahead * unit[0] - aside * unit[1], middle[1] + ahead * unit[1] + aside * unit[0]
    return places


def _group(label: str, shared: bool) -> Group:  # noqa: FBT001  one of two looks
    group = kind_group(label)
    if label != DEVELOPER.label:
        return group
    if shared:
        return replace(group, id="shared", title=say("legend.shared"), about=say("legend.sharedAbout"))
    return replace(group, id="single", title=say("legend.single"), faint=True, about=say("legend.singleAbout"))


def _shared(network: Network) -> set[str]:
    """The keys of nodes tied to two others or more."""
    return {key for key, others in _ties(network).items() if len(others) > 1}


def _ties(network: Network) -> dict[str, set[str]]:
    """Each node's neighbours, by key."""
    known = {node.key for node in network.nodes}
    ties: dict[str, set[str]] = {key: set() for key in known}
    for edge in network.edges:
        if edge.source in known and edge.target in known:
            ties[edge.source].add(edge.target)
            ties[edge.target].add(edge.source)
    return ties
