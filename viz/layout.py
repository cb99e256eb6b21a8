"""Where the nodes stand: ForceAtlas2 on the server, the same for the same data, cached in memory.

Each connected piece is laid out by itself, freed of overlaps and packed beside the others, the largest in the middle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import cos, log1p, pi, sin, sqrt
from typing import TYPE_CHECKING

from graph.model import Network
from viz.drawing import Place, radii

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

SEED = 20250224
GAP = 7.0
"""Free pixels between two marks, at scale 1."""
WORK = 12_000_000
"""Iterations times squared nodes: what half a second allows."""
INSIDE, BETWEEN = 1.8, 0.5
GRAVITY = 4.0
UNKNOWN = -1
ROOM = 2.1
"""How much wider the picture is than its marks laid side by side."""
GOLDEN = pi * (3 - sqrt(5))

NodeSpec = tuple[str, float, int]
EdgeSpec = tuple[str, str, float]


def layout(network: Network, *, seed: int = SEED) -> dict[str, Place]:
    """The place of each node in pixels at scale 1, by key; always finite. The order of nodes does not matter."""
    radius = radii(network)
    nodes = sorted((n.key, radius[n.key], UNKNOWN if n.community is None else n.community) for n in network.nodes)
    known = set(radius)
    return dict(_cached(tuple(nodes), _edges(network, known), seed))


def _edges(network: Network, known: set[str]) -> tuple[EdgeSpec, ...]:
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for edge in network.edges:
        if edge.source != edge.target and edge.source in known and edge.target in known:
            low, high = sorted((edge.source, edge.target))
            weights[low, high] += max(edge.weight, 0.0)
    return tuple((low, high, weight) for (low, high), weight in sorted(weights.items()))


@lru_cache(maxsize=64)
def _cached(nodes: tuple[NodeSpec, ...], edges: tuple[EdgeSpec, ...], seed: int) -> tuple[tuple[str, Place], ...]:
    import networkx as nx  # noqa: PLC0415  slow to import, and most commands draw nothing

    graph: nx.Graph[str] = nx.Graph()
    for key, radius, community in nodes:
        graph.add_node(key, radius=radius, community=community)
    for low, high, weight in edges:
        graph.add_edge(low, high, weight=(1 + log1p(weight)) * _pull(graph.nodes[low], graph.nodes[high]))
    pieces = [graph.subgraph(sorted(piece)) for piece in nx.connected_components(graph)]
    pieces.sort(key=lambda piece: (-len(piece), min(piece)))
    places = pack([_piece(piece, seed) for piece in pieces], {key: radius for key, radius, _ in nodes})
    return tuple((key, (round(x, 2), round(y, 2))) for key, (x, y) in places.items())


def _pull(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """How much an edge's pull counts: more inside a community than between two, so that communities stand apart."""
    if UNKNOWN in (one["community"], other["community"]):
        return 1.0
    return INSIDE if one["community"] == other["community"] else BETWEEN


def _piece(graph: nx.Graph[str], seed: int) -> dict[str, Place]:
    """The places of a connected piece around its own middle."""
    keys = sorted(graph)
    if len(keys) == 1:
        return {keys[0]: (0.0, 0.0)}
    radius = [graph.nodes[key]["radius"] for key in keys]
    points = level(_forces(graph, keys, seed))
    points = part(_scaled(points, sum((r + GAP) ** 2 for r in radius)), radius)
    return {key: (float(x), float(y)) for key, (x, y) in zip(keys, points, strict=True)}


def _forces(graph: nx.Graph[str], keys: list[str], seed: int) -> Points:
    import networkx as nx  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    begin = {key: np.array(place) for key, place in _begin(graph, keys).items()}
    rounds = max(40, min(300, WORK // len(keys) ** 2))
    with np.errstate(all="ignore"):
        found = nx.forceatlas2_layout(
            graph,
            pos=begin,
            max_iter=rounds,
            scaling_ratio=2.0,
            gravity=GRAVITY,
            weight="weight",
            seed=seed,
            node_mass={key: 1 + sqrt(graph.degree(key)) for key in keys},
        )
    points = np.array([found[key] for key in keys], dtype=float)
    return points if np.isfinite(points).all() else np.array([begin[key] for key in keys], dtype=float)


def _begin(graph: nx.Graph[str], keys: list[str]) -> dict[str, Place]:
    """Where the nodes begin: each community in a disc of its own, the discs on a circle."""
    members: dict[int, list[str]] = defaultdict(list)
    for key in keys:
        members[graph.nodes[key]["community"]].append(key)
    ring = sqrt(len(keys)) * (len(members) > 1)
    places: dict[str, Place] = {}
    for number, community in enumerate(sorted(members, key=lambda c: (-len(members[c]), c))):
        angle = 2 * pi * number / len(members)
        places |= _disc(members[community], (ring * cos(angle), ring * sin(angle)))
    return places


def _disc(keys: Iterable[str], centre: Place) -> dict[str, Place]:
    """Points of a sunflower around `centre`: even, and no two at the same place."""
    return {
        key: (
            centre[0] + 0.5 * sqrt(i + 0.5) * cos(i * GOLDEN),
            centre[1] + 0.5 * sqrt(i + 0.5) * sin(i * GOLDEN),
        )
        for i, key in enumerate(keys)
    }


def _scaled(points: Points, marks: float) -> Points:
    """`points` around the origin, spread so that marks of that squared radius have room for edges and labels."""
    import numpy as np  # noqa: PLC0415

    centred = points - points.mean(axis=0)
    spread = float(np.sqrt((centred**2).sum(axis=1).mean())) or 1.0
    return np.asarray(centred * (ROOM * sqrt(marks) / spread), dtype=float)


def level(points: Points) -> Points:
    """`points` turned so that their longest direction lies flat: screens are wider than high."""
    import numpy as np  # noqa: PLC0415

    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    along = axes[:, 1] * (1.0 if axes[0, 1] >= 0 else -1.0)
    return np.stack([centred @ along, centred @ np.array([-along[1], along[0]])], axis=1)


def part(points: Points, radius: list[float], rounds: int = 60) -> Points:
    """`points` moved as little as needed so that no two marks of these radii overlap."""
    import numpy as np  # noqa: PLC0415

    size = np.array(radius)
    needed = size[:, None] + size[None] + GAP
    np.fill_diagonal(needed, 0.0)
    for _ in range(rounds):
        apart = points[:, None] - points[None]
        distance = np.sqrt((apart**2).sum(axis=2))
        lacking = np.maximum(needed - distance, 0.0)
        if lacking.max() < 0.5:  # noqa: PLR2004  half a pixel
            break
        push = np.where(distance > 0, lacking / np.maximum(distance, 1e-9) / 2, 0.0)
        points = points + np.einsum("ijk,ij->ik", apart, push)
    return points


def separate(places: Mapping[str, Place], radius: Mapping[str, float]) -> dict[str, Place]:
    """`places` moved as little as needed so that no two marks overlap."""
    import numpy as np  # noqa: PLC0415

    if not places:
        return {}
    points = part(np.array(list(places.values()), dtype=float), [radius[key] for key in places])
    return {key: (round(float(x), 2), round(float(y), 2)) for key, (x, y) in zip(places, points, strict=True)}


def pack(pieces: list[dict[str, Place]], radius: Mapping[str, float]) -> dict[str, Place]:
    """All pieces, each moved as near to the middle as its outer circle allows, the first in the middle."""
    placed: list[tuple[float, float, float]] = []
    places: dict[str, Place] = {}
    for piece in pieces:
        reach = max(sqrt(x * x + y * y) + radius[key] for key, (x, y) in piece.items()) + GAP
        left, top = _free(reach, placed)
        placed.append((left, top, reach))
        places |= {key: (x + left, y + top) for key, (x, y) in piece.items()}
    return places


def _free(reach: float, placed: list[tuple[float, float, float]]) -> Place:
    """The first point of a spiral where a circle of this radius meets none that is placed."""
    import numpy as np  # noqa: PLC0415

    if not placed:
        return 0.0, 0.0
    taken = np.array(placed)
    turn = np.arange(8000)
    away = (reach * 0.5 + 4) * np.sqrt(turn)
    spiral = np.stack([away * np.cos(turn * GOLDEN) * 1.25, away * np.sin(turn * GOLDEN)], axis=1)
    for start in range(0, len(spiral), 500):
        some = spiral[start : start + 500]
        distance = np.sqrt(((some[:, None] - taken[None, :, :2]) ** 2).sum(axis=2))
        free = (distance >= taken[None, :, 2] + reach).all(axis=1)
        if free.any():
            x, y = some[int(free.argmax())]
            return float(x), float(y)
    return float(taken[:, 0].max() + taken[:, 2].max() + reach), 0.0
