"""A centre with two rings: who worked with it stands on the inner one, what they lead to on the outer one.

So developers stand between a project and its organizations, countries or neighbours, and repositories between a
developer and partners, topics or domains: the way to read it is outwards.
"""

from __future__ import annotations

from dataclasses import replace

from graph.edge_kinds import CONTRIBUTED_TO
from graph.model import Network, Node
from viz.drawing import UNKNOWN, Drawing, Group, Place, compose
from viz.language import say
from viz.layout import layout
from viz.legend import GREY, by_kind, kind_group
from viz.views.ego import MOST, around, on_rings


def draw(network: Network, centre: str = "") -> Drawing:
    """The network by kinds, with `centre` at the origin; unknown is a group of its own, in grey."""
    groups = by_kind(network) | {node.key: _unknown(node) for node in network.nodes if node.key.startswith(UNKNOWN)}
    return compose("rings", network, groups, places(network, centre), first=_first(network, centre))


def places(network: Network, centre: str) -> dict[str, Place]:
    """Each node's place on its ring around `centre`; by forces where there is no centre or a ring is too full."""
    rings = _rings(network, centre)
    if not rings or max(map(len, rings)) > MOST:
        return around(layout(network), centre)
    return on_rings(network, rings, centre)


def _rings(network: Network, centre: str) -> list[list[str]]:
    """Those who contributed to the centre, or that it contributed to, then all others; empty rings left out."""
    keys = {node.key for node in network.nodes}
    if centre not in keys:
        return []
    near = {
        other
        for edge in network.edges
        if edge.type == CONTRIBUTED_TO.type
        for one, other in ((edge.source, edge.target), (edge.target, edge.source))
        if one == centre and other in keys
    }
    return [ring for ring in (sorted(near), sorted(keys - near - {centre})) if ring]


def _first(network: Network, centre: str) -> tuple[str, ...]:
    """The nodes that are labelled first: the centre, then unknown, which must not go unseen."""
    unknown = sorted(node.key for node in network.nodes if node.key.startswith(UNKNOWN))
    return (*((centre,) if centre else ()), *unknown)


def _unknown(node: Node) -> Group:
    group = kind_group(node.label)
    title, about = say("legend.unknownOf", kind=group.title), say("legend.unknownAbout", kind=group.title)
    return replace(group, id=f"unknown-{node.label}", title=title, color=GREY, about=about)
