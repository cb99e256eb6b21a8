"""A chart as a picture file, drawn on this machine without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from graph.errors import BadInputError
from viz.vega.compiled import headed, specification
from viz.vega.theme import PAPER, themed

if TYPE_CHECKING:
    from viz.vega.drawn import Drawn

_SCALE = 2.0
"""Pixels of a PNG per pixel of the chart: sharp on dense screens and in print."""


def picture(drawn: Drawn, form: str, *, theme: str = "light", title: str = "", under: Sequence[str] = ()) -> bytes:
    """The chart as an SVG or PNG file with its `title`, and `under` that what it rests on.

    `form` is `svg` or `png`, another is a BadInputError.
    """
    draw = drawing(form)
    made = headed(specification(drawn), drawn, title, under)
    return draw(themed(json.dumps({**made, "background": PAPER}, ensure_ascii=False), theme))


def drawing(form: str) -> Callable[[str], bytes]:
    """What makes a file of that form out of a chart's JSON; BadInputError where nothing does."""
    draw = _DRAWN.get(form)
    if draw is None:
        raise BadInputError(f"a picture cannot be a {form!r} file: expected {' or '.join(_DRAWN)}")
    return draw


def _svg(specification: str) -> bytes:
    from vl_convert import vegalite_to_svg  # noqa: PLC0415 - slow to import

    return str(vegalite_to_svg(specification)).encode()


def _png(specification: str) -> bytes:
    from vl_convert import vegalite_to_png  # noqa: PLC0415 - slow to import

    return bytes(vegalite_to_png(specification, scale=_SCALE))


_DRAWN: dict[str, Callable[[str], bytes]] = {"svg": _svg, "png": _png}
