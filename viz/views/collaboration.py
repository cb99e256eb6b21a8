"""The collaboration map: repositories (or developers) tied by whom they share, coloured by community."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Network
from graph.node_kinds import DEVELOPER
from viz.drawing import Drawing, Group, compose
from viz.language import say
from viz.layout import layout
from viz.legend import by_community, by_kind, kind_group


def draw(network: Network, centre: str = "") -> Drawing:
    """The map; colours mean communities where they are known, and kinds where not. Bridge developers stand out."""
    known = any(node.community is not None for node in network.nodes)
    bridges = _bridges(network) if known else {}
    groups = by_community(network) if known else by_kind(network)
    groups = {key: group for key, group in groups.items() if key not in bridges} | bridges
    first = (*((centre,) if centre else ()), *bridges)
    return compose("collaboration", network, groups, layout(network), first=first)


def _bridges(network: Network) -> dict[str, Group]:
    """The group of developers among repositories, by key; none where all are developers."""
    people = [node.key for node in network.nodes if node.label == DEVELOPER.label]
    if len(people) == len(network.nodes):
        return {}
    group = replace(
        kind_group(DEVELOPER.label), id="bridges", title=say("legend.bridges"), about=say("legend.bridgesAbout")
    )
    return dict.fromkeys(people, group)
