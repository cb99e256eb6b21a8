"""A chart as a picture file, drawn on this machine without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from graph.errors import BadInputError
from viz.vega.compiled import Specification, headed, specification
from viz.vega.theme import FONT, PAPER, themed

if TYPE_CHECKING:
    from viz.vega.drawn import Drawn

_SCALE = 2.0
"""Pixels of a PNG per pixel of the chart: sharp on dense screens and in print."""
_ONE_FONT = "sans-serif"
"""What texts are measured and drawn with. Of a list of fonts the first that is installed is read anew for each text:
where it is one for Chinese, 145 names took 17 s, and half a second so. Signs that this one lacks come from others."""


def picture(drawn: Drawn, form: str, *, theme: str = "light", title: str = "", under: Sequence[str] = ()) -> bytes:
    """The chart as an SVG or PNG file with its `title`, and `under` that what it rests on.

    `form` is `svg` or `png`, another is a BadInputError.
    """
    draw = drawing(form)
    made = headed(specification(drawn), drawn, title, under)
    return draw(drawable({**made, "background": PAPER}, theme))


def drawable(made: Specification, theme: str) -> str:
    """A chart's JSON in the colours of `theme` and in one font."""
    return themed(json.dumps(made, ensure_ascii=False).replace(FONT, _ONE_FONT), theme)


def drawing(form: str) -> Callable[[str], bytes]:
    """What makes a file of that form out of a chart's JSON; BadInputError where nothing does."""
    draw = _DRAWN.get(form)
    if draw is None:
        raise BadInputError(f"a picture cannot be a {form!r} file: expected {' or '.join(_DRAWN)}")
    return draw


def _svg(specification: str) -> bytes:
    from vl_convert import vegalite_to_svg  # noqa: PLC0415 - slow to import

    drawn = str(vegalite_to_svg(specification))  # whoever opens it has other fonts than this machine
    return drawn.replace(f'font-family="{_ONE_FONT}"', f'font-family="{FONT}"').encode()


def _png(specification: str) -> bytes:
    from vl_convert import vegalite_to_png  # noqa: PLC0415 - slow to import

    return bytes(vegalite_to_png(specification, scale=_SCALE))


_DRAWN: dict[str, Callable[[str], bytes]] = {"svg": _svg, "png": _png}
