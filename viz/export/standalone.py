"""A network as one HTML file: what its page loads stands inside, so that a notebook can frame it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import BadInputError
from viz import addresses
from viz.language import language
from viz.templating import render

if TYPE_CHECKING:
    from viz.drawing import Drawing
    from viz.export.subject import Subject


def is_small(drawing: Drawing) -> bool:
    """Whether the file can draw the network: larger ones need WebGL, which pages load when they want it."""
    from viz.network import MANY  # noqa: PLC0415  pyvis is slow to import

    return drawing.holds <= MANY


def standalone(subject: Subject, site: str = "") -> str:
    """The page as text. Its links lead to the pages at the address `site`, or to nowhere of ours without one."""
    from viz.network import AtlasNetwork  # noqa: PLC0415  pyvis is slow to import

    drawing = subject.drawing
    if drawing is None or not is_small(drawing):
        raise BadInputError(f"{subject.title} is too large for a page in one file", hint="an SVG draws more")
    network = AtlasNetwork(drawing, subject.title)
    for node in network.nodes:
        node["href"] = f"{site}{node['href']}" if site and node["href"] else ""
    parts = {"style": "atlas.css", "script": "network.js", "words": f"words.{language()}.js"}
    files = {name: (addresses.STATIC_FOLDER / file).read_text(encoding="utf-8") for name, file in parts.items()}
    return render("standalone.html", {"title": subject.title, "drawing": drawing, "network": network.data(), **files})
