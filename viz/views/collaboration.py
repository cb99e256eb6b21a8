"""The collaboration map: repositories (or developers) tied by whom they share, coloured by community."""

from __future__ import annotations

from graph.model import Network
from viz.drawing import Drawing, compose
from viz.layout import layout
from viz.legend import by_community, by_kind


def draw(network: Network, centre: str = "") -> Drawing:
    """The map; colours mean communities where they are known, and kinds where not."""
    known = any(node.community is not None for node in network.nodes)
    groups = by_community(network) if known else by_kind(network)
    return compose("collaboration", network, groups, layout(network), first=(centre,) if centre else ())
