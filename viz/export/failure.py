"""A picture of a failure: where a README shows a view by its address, the reader sees what is wrong."""

from __future__ import annotations

from viz.export.sheet import Sheet
from viz.export.text import clipped, shown, wrapped
from viz.language import say
from viz.prose import sentence
from viz.templating import render
from viz.vega.theme import FONT

EDGE, TITLE, PLAIN, LINE = 20.0, 17.0, 13.0, 20.0
MOST_LINES = 6
HEIGHT = 180


def failure(status: int, title: str, detail: str, sheet: Sheet) -> str:
    """An SVG with the status, what happened, and the sentence that says why."""
    small = Sheet(sheet.theme, sheet.width, min(sheet.height, HEIGHT))
    room = small.width - 2 * EDGE
    most = max(1, min(MOST_LINES, int((small.height - 3 * EDGE) / LINE)))
    return render(
        "failure.svg",
        {
            "sheet": small, "colors": small.colors, "font": FONT, "said": shown(f"{title}. {sentence(detail)}"),
            "title": clipped(say("caption.failed", title=title, status=str(status)), TITLE, room, bold=True),
            "lines": wrapped(sentence(detail), PLAIN, room, most), "edge": EDGE, "line": LINE,
        },
    )  # fmt: skip
