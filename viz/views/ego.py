"""The network around one node: it stands in the middle and is labelled first."""

from __future__ import annotations

from graph.model import Network
from viz.drawing import Drawing, Place, compose
from viz.layout import layout
from viz.legend import by_kind


def draw(network: Network, centre: str = "") -> Drawing:
    """The network by kinds, moved so that `centre` is at the origin."""
    places = layout(network)
    middle = places.get(centre, (0.0, 0.0))
    return compose("ego", network, by_kind(network), _around(places, middle), first=(centre,) if centre else ())


def _around(places: dict[str, Place], middle: Place) -> dict[str, Place]:
    return {key: (round(x - middle[0], 2), round(y - middle[1], 2)) for key, (x, y) in places.items()}
