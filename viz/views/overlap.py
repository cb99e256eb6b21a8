"""The overlap: repositories with the developers between them. Who is in several stands out from who is in one."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Network
from graph.node_kinds import DEVELOPER, REPOSITORY
from viz.drawing import Drawing, Group, compose
from viz.language import say
from viz.layout import layout
from viz.layout.between import between
from viz.legend import kind_group


def draw(network: Network, centre: str = "") -> Drawing:
    """Repositories, then developers in several of them, then (faint) developers in one."""
    groups = _groups(network)
    first = [key for key, group in groups.items() if not group.faint]
    places = between(network, _ties(network), layout(network))
    return compose("overlap", network, groups, places, first=(centre, *first) if centre else tuple(first))


def _groups(network: Network) -> dict[str, Group]:
    shared = _shared(network)
    order = {REPOSITORY.label: 0, DEVELOPER.label: 1}
    nodes = sorted(network.nodes, key=lambda n: (order.get(n.label, 2), n.key not in shared, -(n.size or 0.0), n.key))
    return {node.key: _group(node.label, node.key in shared) for node in nodes}


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
