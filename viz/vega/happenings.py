"""Dated events over lines: a diamond for each, its name where there is room, and all of them in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viz.cells import cell
from viz.language import say
from viz.vega.base import seen
from viz.vega.labels import labels
from viz.vega.theme import INK, PAPER, SOFT
from viz.vega.values import cut

if TYPE_CHECKING:
    import altair

LETTERS = 32
"""What is written of an event's name beside its diamond; a pointer and the note below read all of it."""
TOLD = 12
"""So many events are told below the chart."""
NEVER = 100_000
TOP = 0.03
"""Of the plot's height, where the names of events stand that are on no line."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event: where it stands on the x axis, and what happened; `y` and `line` where it stands on a line."""

    x: str | float
    text: str
    tip: Mapping[str, object]
    y: float | None = None
    line: str = ""


def happening(event: Mapping[str, object], x: str | float, y: float | None = None, line: str = "") -> Happening:
    """An event of an answer of `events` at its place, in the language of the page."""
    what = cell(event["event"], "event")
    return Happening(x, what, {"event": what, "date": event["date"], "subject": event["subject"]}, y, line)


def told(happenings: Sequence[Happening]) -> tuple[str, ...]:
    """The events in a sentence, the first ones first, for who sees no pointer; none where nothing happened."""
    if not happenings:
        return ()
    ordered = sorted(happenings, key=lambda h: (str(h.tip.get("date", h.x)), h.text))
    words = say("page.semicolon").join(_told(h) for h in ordered[:TOLD])
    more = len(ordered) - TOLD
    return (say("chart.eventsAndMore", names=words, n=more) if more > 0 else say("chart.events", names=words),)


def _told(happening: Happening) -> str:
    subject = f" ({happening.tip['subject']})" if happening.tip.get("subject") else ""
    return f"{happening.tip.get('date', happening.x)} {happening.text}{subject}"


def marks(happenings: Sequence[Happening], places: Sequence[Place], x: altair.X, y: altair.Y) -> list[altair.Chart]:
    """A rule for each event that is on no line, then diamonds, then names; `places` (0..1) are where they stand."""
    import altair as alt  # noqa: PLC0415 - slow to import

    if not happenings:
        return []
    rows = _rows(happenings, places)
    tips = list(dict.fromkeys(f"{name}:N" for h in happenings for name in h.tip))
    base = seen(rows).encode(x=x)
    on_lines = any(h.y is not None for h in happenings)
    upward = y if on_lines else alt.value(0)
    rule = base.mark_rule(color=SOFT, strokeDash=[2, 4], opacity=0.6)
    sign = base.mark_point(
        shape="diamond", size=110 if on_lines else 80, fill=PAPER if on_lines else SOFT, strokeWidth=1.5, opacity=1,
        stroke=INK if on_lines else PAPER,
    ).encode(y=upward, tooltip=tips)  # fmt: skip
    return [*([] if on_lines else [rule]), sign, *_names(base, upward, raised=on_lines)]


def _names(base: altair.Chart, upward: object, *, raised: bool) -> list[altair.Chart]:
    """The names from the width on at which they have room, each over a halo, as lines may pass below."""
    import altair as alt  # noqa: PLC0415

    align = alt.ExprRef("datum.side == 'left' ? 'right' : 'left'")
    away = alt.ExprRef("datum.side == 'left' ? -9 : 9")
    up = -11 if raised else 0
    shown = alt.when("datum.room <= width").then(alt.value(1)).otherwise(alt.value(0))
    words = base.encode(y=upward, text="short:N", opacity=shown)  # type: ignore[arg-type]
    halo = words.mark_text(align=align, dx=away, dy=up, fontSize=11, stroke=PAPER, strokeWidth=4, strokeJoin="round")
    return [halo, words.mark_text(align=align, dx=away, dy=up, fontSize=11, color=INK)]


def _written(happening: Happening) -> str:
    """What happened; on no line also to whom."""
    subject = str(happening.tip.get("subject") or "")
    return happening.text if happening.line or not subject else f"{subject.rpartition('/')[2]}: {happening.text}"


def _rows(happenings: Sequence[Happening], places: Sequence[Place]) -> list[dict[str, object]]:
    short = [cut(_written(h), LETTERS) for h in happenings]
    return [
        {**h.tip, "group": h.line, "x": h.x, "y": h.y, "short": text, "room": label.width if label else NEVER,
         "side": label.side if label else "right"}
        for h, text, label in zip(happenings, short, labels(places, short), strict=True)
    ]  # fmt: skip
