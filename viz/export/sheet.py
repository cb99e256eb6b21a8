"""The sheet that a picture is drawn on: its theme and its size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import BadInputError
from viz.vega import theme as vega

SMALLEST, LARGEST = 160, 4096
WIDTH, HEIGHT = 1200, 750
THEME = "light"
WORDS = ("all", "legend", "none")
"""How much is written around a picture; a report has its own words, and a thumbnail has no room for any."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme, the same as the style sheet's."""

    paper: str
    ink: str
    soft: str
    rule: str
    line_ink: str


LINE_INK: Mapping[str, str] = {"light": "#4b545f", "dark": "#aab4c0"}
"""The colour of edges, as the style sheet has it; all other colours are the charts'."""
THEMES: Mapping[str, Theme] = {
    name: Theme(of[vega.PAPER], of[vega.INK], of[vega.SOFT], of[vega.RULE], LINE_INK[name])
    for name, of in vega.THEMES.items()
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Theme (`light` or `dark`) and size in pixels of a picture; `words` around it: `all`, `legend` alone, `none`."""

    theme: str = THEME
    width: int = WIDTH
    height: int = HEIGHT
    words: str = WORDS[0]

    @property
    def colors(self) -> Theme:
        """The theme's colours."""
        return THEMES[self.theme]


def read_sheet(asked: Mapping[str, object]) -> Sheet:
    """The sheet that `theme`, `width`, `height` and `words` ask for; BadInputError names what cannot be taken."""
    theme = str(asked.get("theme") or THEME)
    if theme not in THEMES:
        raise BadInputError(f"theme: found {theme!r}, expected {' or '.join(THEMES)}")
    width, height = _pixels("width", asked.get("width"), WIDTH), _pixels("height", asked.get("height"), HEIGHT)
    words = str(asked.get("words") or WORDS[0])
    if words not in WORDS:
        raise BadInputError(f"words: found {words[:40]!r}, expected {', '.join(WORDS[:-1])} or {WORDS[-1]}")
    return Sheet(theme, width, height, words)


def _pixels(name: str, value: object, default: int) -> int:
    if value in (None, ""):
        return default
    text = str(value)
    if not (text.isascii() and text.isdigit() and len(text) < 6 and SMALLEST <= int(text) <= LARGEST):  # noqa: PLR2004
        raise BadInputError(f"{name}: found {text[:40]!r}, expected {SMALLEST} to {LARGEST} pixels")
    return int(text)
