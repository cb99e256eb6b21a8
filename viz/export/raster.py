"""A picture in pixels, drawn on this machine without a browser."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from viz.export.sheet import WORDS

if TYPE_CHECKING:
    from viz.export.sheet import Sheet

SHARP = 2.0
"""Pixels of the file per pixel of the picture: sharp on dense screens and in print."""
MOST = 16_000_000
"""Pixels of a file: what 64 MB hold while it is drawn."""
DOTS = 72.0
"""At so many dots an inch a pixel of the SVG is one of the file, before it is enlarged."""


def png(picture: str, sheet: Sheet) -> bytes:
    """The SVG `picture` as a PNG file, twice as sharp; less where it would be larger than 16 million pixels.

    A picture without words is a thumbnail, and shown smaller than it is drawn.
    """
    from vl_convert import svg_to_png  # noqa: PLC0415 - slow to import

    sharp = min(SHARP if sheet.words != WORDS[-1] else 1.0, sqrt(MOST / (sheet.width * sheet.height)))
    return bytes(svg_to_png(picture, scale=sharp, ppi=DOTS))
