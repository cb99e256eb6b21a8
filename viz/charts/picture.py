"""A chart as a picture file, drawn on this machine without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.errors import BadInputError

if TYPE_CHECKING:
    import altair

_SCALE = 2.0
"""Pixels of a PNG per pixel of the chart: sharp on dense screens and in print."""


def picture(chart: altair.Chart, form: str) -> bytes:
    """`chart` as an SVG or PNG file; `form` is `svg` or `png`, another is a BadInputError."""
    return drawing(form)(chart.to_json(indent=None))


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
