"""The network around one node: it stands in the middle, its neighbours on a ring around it, theirs on the next.

With several seeds there is no one middle: forces place the nodes, and those tied to several seeds stand out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import atan2, cos, hypot, pi, sin

from graph.model import Network, Node
from viz.drawing import Drawing, Group, Place, compose, radii
from viz.language import say
from viz.layout import GAP, layout, separate
from viz.legend import COMMUNITY_COLORS, by_kind, kind_group

RING = 105.0
"""Pixels from ring to ring: room for a label."""
WIDER = 1.7
"""Rings are wider than high, as screens are."""
MOST = 90
"""More neighbours than this fit on no ring; forces place them better."""
ROUNDS = 12
BRIDGE = COMMUNITY_COLORS[3]
NOTHING = 1e-9
"""Directions that add up to less point nowhere."""


def draw(network: Network, centre: str = "") -> Drawing:
    """The network by kinds, with `centre` at the origin; whoever bridges several seeds as a group of its own."""
    bridges = {node.key: _bridge(node) for node in network.nodes if _seeds(node) > 1}
    groups = bridges | {key: group for key, group in by_kind(network).items() if key not in bridges}
    first = (*((centre,) if centre else ()), *bridges)
    found = around(layout(network), centre) if bridges else places(network, centre)
    return compose("ego", network, groups, found, first=first)


def _seeds(node: Node) -> int:
    """How many of the seeds the node is tied to, as its query tells."""
    told = node.facts.get("seeds")
    return told if isinstance(told, int) else 0


def _bridge(node: Node) -> Group:
    group = kind_group(node.label)
    title, about = say("legend.bridging", kind=group.title), say("legend.bridgingAbout")
    return replace(group, id=f"bridge-{node.label}", title=title, color=BRIDGE, about=about)


def places(network: Network, centre: str) -> dict[str, Place]:
    """Each node's place: on rings by distance from `centre`; by forces where there is none or a ring is too full."""
    ties = _ties(network)
    rings = _rings(ties, centre) if centre in ties else []
    if not rings or len(rings[0]) > MOST or sum(map(len, rings)) + 1 < len(ties):
        return around(layout(network), centre)
    return on_rings(network, rings, centre)


def on_rings(network: Network, rings: Sequence[Sequence[str]], centre: str) -> dict[str, Place]:
    """Places with `centre` at the origin and `rings` around it, wide enough that no two marks overlap."""
    angles = _angles(rings, _ties(network))
    radius = radii(network)
    found = {centre: (0.0, 0.0)}
    away = 0.0
    for ring in rings:
        needed = sum(2 * radius[key] + GAP for key in ring) / (2 * pi)
        away = max(away + RING, needed)
        found |= {key: (away * WIDER * cos(angles[key]), away * sin(angles[key])) for key in ring}
    return around(separate(found, radius), centre)


def _ties(network: Network) -> dict[str, dict[str, float]]:
    """Each node's neighbours with the weight of the tie, by key."""
    ties: dict[str, dict[str, float]] = {node.key: {} for node in network.nodes}
    for edge in network.edges:
        if edge.source in ties and edge.target in ties and edge.source != edge.target:
            weight = ties[edge.source].get(edge.target, 0.0) + max(edge.weight, 0.0) + 1.0
            ties[edge.source][edge.target] = ties[edge.target][edge.source] = weight
    return ties


def _rings(ties: Mapping[str, Mapping[str, float]], centre: str) -> list[list[str]]:
    """The nodes one step from `centre`, two steps, and so on; each ring in the order of keys."""
    rings, seen = [[centre]], {centre}
    while ring := sorted({other for key in rings[-1] for other in ties[key]} - seen):
        rings.append(ring)
        seen |= set(ring)
    return rings[1:]


def _angles(rings: Sequence[Sequence[str]], ties: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Angles, even on each ring, in an order in which who is tied stands near: few lines cross."""
    angles = {key: 2 * pi * place / len(ring) for ring in rings for place, key in enumerate(ring)}
    for turn in range(ROUNDS):
        for ring in rings if turn % 2 else rings[::-1]:
            angles |= _spread(ring, {key: _mean(key, angles, ties) for key in ring})
    return angles


def _mean(key: str, angles: Mapping[str, float], ties: Mapping[str, Mapping[str, float]]) -> float:
    """The direction in which the neighbours of `key` stand together; its own where they stand all around."""
    near = [(angles[other], weight) for other, weight in ties[key].items() if other in angles]
    x, y = sum(w * cos(a) for a, w in near), sum(w * sin(a) for a, w in near)
    return atan2(y, x) % (2 * pi) if hypot(x, y) > NOTHING else angles[key]


def _spread(ring: Sequence[str], wished: Mapping[str, float]) -> dict[str, float]:
    """Even angles in the order of the wished ones, turned so that they are as near to these as can be."""
    ordered = sorted(ring, key=lambda key: (wished[key], key))
    step = 2 * pi / len(ordered)
    off = [wished[key] - place * step for place, key in enumerate(ordered)]
    turn = atan2(sum(map(sin, off)), sum(map(cos, off)))
    return {key: (turn + place * step) % (2 * pi) for place, key in enumerate(ordered)}


def around(found: Mapping[str, Place], centre: str) -> dict[str, Place]:
    """`found` moved so that `centre` is at the origin; as it is, where it has no such node."""
    middle = found.get(centre, (0.0, 0.0))
    return {key: (round(x - middle[0], 2), round(y - middle[1], 2)) for key, (x, y) in found.items()}
