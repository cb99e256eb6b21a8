"""Paper and ink of a chart: named as the page's style sheet names them, and what they are in a file."""

from __future__ import annotations

import re
from typing import Final

from graph.errors import BadInputError
from viz.language import separators

INK: Final = "var(--ink)"
SOFT: Final = "var(--soft)"
RULE: Final = "var(--rule)"
PAPER: Final = "var(--paper)"
SUNK: Final = "var(--sunk)"
ACCENT: Final = "var(--accent)"
FONT: Final = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Noto Sans CJK SC, sans-serif"
SMALL: Final = 12
LEAD_COLORS: Final = ("#D86F2C", "#796A79", "#4B82E5")
"""Falling, still and rising: told apart by colour-blind readers, seen on light and dark, and neither good nor bad."""

THEMES: Final = {
    "light": {
        INK: "#16191d", SOFT: "#565d67", RULE: "#dfe2e5", PAPER: "#fdfdfc", SUNK: "#f3f4f4", ACCENT: "#005f96",
    },
    "dark": {
        INK: "#e8ebef", SOFT: "#a3acb8", RULE: "#2d333c", PAPER: "#101317", SUNK: "#20252c", ACCENT: "#7cc0f0",
    },
}  # fmt: skip
"""The values of the style sheet `viz/browser/src/atlas.css`, for files, which have none."""

_NAMED = re.compile(r"var\(--\w+\)")


def themed(specification: str, theme: str) -> str:
    """A chart's JSON with the colours of `theme` in it; BadInputError where there is no such theme."""
    colors = THEMES.get(theme)
    if colors is None:
        raise BadInputError(f"there is no theme {theme!r}: expected {' or '.join(THEMES)}")
    return _NAMED.sub(lambda found: colors[found.group()], specification)


def on(color: str) -> str:
    """Black or white, whichever is read better on `color` (as #rrggbb)."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004
    return "#000000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else "#ffffff"  # noqa: PLR2004 - WCAG 2


def mixed(color: str, paper: str, share: float) -> str:
    """`color` laid over `paper`, `share` (0..1) of it: what a see-through mark looks like where nothing lies behind."""
    parts = [(int(color[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in parts)


def config() -> dict[str, object]:
    """The Vega-Lite configuration of all charts: the page's type and numbers, soft axes, no frame."""
    words = {"labelFont": FONT, "labelFontSize": SMALL, "labelColor": SOFT, "titleFont": FONT, "titleFontSize": SMALL}
    axis = {"domainColor": RULE, "tickColor": RULE, "gridColor": RULE, "titleColor": SOFT, "titleFontWeight": "normal"}
    return {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {**words, **axis, "titlePadding": 8},
        "axisY": {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleX": 0, "titleY": -12},
        "header": {**words, "labelColor": INK, "titleColor": SOFT},
        "legend": {**words, "titleColor": SOFT, "titleFontWeight": "normal", "symbolStrokeWidth": 0},
        "title": {"font": FONT, "color": INK, "subtitleFont": FONT, "subtitleColor": SOFT, "anchor": "start"},
        "locale": {"number": separators()},
        "text": {"font": FONT, "fontSize": SMALL, "fill": INK},
        "aria": False,
    }
