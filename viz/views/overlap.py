"""The overlap: repositories with the developers between them. Who is in several stands out from who is in one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from graph.model import Network
from graph.node_kinds import DEVELOPER, REPOSITORY
from viz.drawing import Drawing, Group, compose
from viz.layout import layout
from viz.legend import kind_group


def draw(network: Network, centre: str = "") -> Drawing:
    """Repositories, then developers in several of them, then (faint) developers in one."""
    groups = _groups(network)
    first = [key for key, group in groups.items() if not group.faint]
    return compose("overlap", network, groups, layout(network), first=(centre, *first) if centre else tuple(first))


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
        return replace(group, id="shared", title="developers in several", about="They work on two or more of these.")
    return replace(group, id="single", title="developers in one", faint=True, about="They work on one of these.")


def _shared(network: Network) -> set[str]:
    """The keys of nodes tied to two others or more."""
    ties: dict[str, set[str]] = defaultdict(set)
    for edge in network.edges:
        ties[edge.source].add(edge.target)
        ties[edge.target].add(edge.source)
    return {key for key, others in ties.items() if len(others) > 1}
