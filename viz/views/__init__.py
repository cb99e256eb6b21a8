"""One view per file: a Network into a Drawing, pure. Each module has `TITLE` and `draw(network, centre)`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from graph.errors import NotFoundError
from graph.model import Network
from viz.aggregate import Show, seen
from viz.drawing import Drawing

Draw = Callable[[Network, str], Drawing]
OF_QUERY = {
    "collaboration-network": "collaboration",
    "ego-network": "ego",
    "overlap-network": "overlap",
    "project-contribution": "rings",
    "project-community": "rings",
    "project-ecosystem": "rings",
    "developer-activity": "rings",
    "developer-partners": "rings",
    "developer-interests": "rings",
}
"""Which view draws the answer of which query; of others the one that suits."""


def names() -> tuple[str, ...]:
    """The names of all views: the modules of this folder."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


WHOLE = Show(everything=True)


def draw(network: Network, *, view: str = "", centre: str = "", show: Show = WHOLE) -> Drawing:
    """The drawing of `network` by the view of that name, or by the one that suits it, with as much as `show` wants."""
    name = view or suited(network, centre)
    if name not in names():
        raise NotFoundError(f"There is no view {name!r}; there are {', '.join(names())}")
    by_view: Draw = import_module(f"{__name__}.{name}").draw
    shut = seen(network, replace(show, opened=()), centre)
    closed = by_view(shut, centre)
    if shut is network or not show.opened:
        return closed
    from viz.opening import opened  # noqa: PLC0415  layouts are slow to import

    drawn = seen(network, show, centre)
    return opened(network, drawn, by_view(drawn, centre), closed, centre)


def suited(network: Network, centre: str = "") -> str:
    """The name of the view that suits: `ego` around a centre, `overlap` of two kinds, else `collaboration`."""
    if centre:
        return "ego"
    return "overlap" if len({node.label for node in network.nodes}) > 1 else "collaboration"
