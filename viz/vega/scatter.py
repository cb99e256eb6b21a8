"""Marks between two axes, the weightiest of them named, with lines that part the plane in four."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log10
from typing import TYPE_CHECKING, Any

from viz.legend import COMMUNITY_COLORS
from viz.vega.base import hidden, layered, of, seen, written
from viz.vega.labels import LETTER, LINE, MARK, labels
from viz.vega.lines import round_numbers
from viz.vega.theme import INK, PAPER, SOFT
from viz.vega.values import cut

if TYPE_CHECKING:
    import altair

WIDTH, HEIGHT = 900, 540
NEVER = 100_000
CORNER_COLORS = (COMMUNITY_COLORS[2], COMMUNITY_COLORS[0], COMMUNITY_COLORS[1], COMMUNITY_COLORS[3])
"""Of the quarters of a plane: top left, top right, bottom left, bottom right."""
ROOM = 0.08
"""Of an axis, what is left free at each end."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark: its name, its place, its weight (which labels go first by), its group, what a pointer reads, its page."""

    name: str
    x: float
    y: float
    weight: float = 1.0
    group: str = ""
    tip: Mapping[str, object] = field(default_factory=dict)
    href: str = ""


@dataclass(frozen=True, slots=True)
class Plane:
    """The two axes: titles, kinds (`linear`, `log`), formats, and where lines part them, None for none."""

    x: str
    y: str
    x_kind: str = "linear"
    y_kind: str = "linear"
    x_form: str = ""
    y_form: str = ""
    x_parts: float | None = None
    y_parts: float | None = None
    corners: tuple[str, ...] = ()
    """What the corners are called: top left, top right, bottom left, bottom right."""


def scatter(spots: Sequence[Spot], plane: Plane, colors: Mapping[str, str], *, sized: str = "") -> altair.LayerChart:
    """The marks on the plane, coloured by group; `sized` names what their area means, "" where all are alike."""
    import altair as alt  # noqa: PLC0415 - slow to import

    ordered = sorted(spots, key=lambda spot: (-spot.weight, spot.name))
    rows = _rows(ordered, plane)
    x, y = (
        _x(plane, _domain([s.x for s in spots], plane.x_kind)),
        _y(plane, _domain([s.y for s in spots], plane.y_kind)),
    )
    base = seen(rows).encode(x=x, y=y)
    over = alt.selection_point(name="over", fields=["name"], on="pointerover", clear="pointerout")
    lit = alt.when(over).then(alt.value(0.9)).otherwise(alt.value(0.25))
    color = alt.Color("group:N", title=None, scale=alt.Scale(domain=list(colors), range=list(colors.values())))
    size = alt.Size("weight:Q", legend=None, scale=alt.Scale(type="linear", range=[40, 900], zero=True))
    tips = list(dict.fromkeys(f"{name}:N" for spot in spots for name in spot.tip))
    marks = base.mark_point(filled=True, stroke=PAPER, strokeWidth=1, size=90).encode(
        color=color, opacity=lit, tooltip=tips, href="href:N", **({"size": size} if sized else {})
    )
    away = alt.ExprRef("datum.side == 'left' ? -9 : 9")
    align = alt.ExprRef("datum.side == 'left' ? 'right' : 'left'")
    names = base.mark_text(align=align, dx=away, color=INK, baseline="middle").encode(
        text="short:N", opacity=alt.when("datum.from <= width").then(alt.value(1)).otherwise(alt.value(0))
    )
    layers = [*_parts(plane, x, y, _parted(spots, plane)), marks.add_params(over), names]
    return layered(layers, WIDTH, HEIGHT, hidden())


def _rows(spots: Sequence[Spot], plane: Plane) -> list[dict[str, object]]:
    across = _shares([s.x for s in spots], _domain([s.x for s in spots], plane.x_kind), plane.x_kind)
    up = _shares([s.y for s in spots], _domain([s.y for s in spots], plane.y_kind), plane.y_kind)
    texts = [cut(spot.name, 28) for spot in spots]
    parted, raised = _parted(spots, plane)
    placed = labels([(x, 1 - y) for x, y in zip(across, up, strict=True)], texts, parted, [1 - y for y in raised])
    return [
        {**spot.tip, "name": spot.name, "short": text, "x": spot.x, "y": spot.y, "weight": spot.weight,
         "group": spot.group, "href": spot.href, "from": label.width if label else NEVER,
         "side": label.side if label else "right"}
        for spot, text, label in zip(spots, texts, placed, strict=True)
    ]  # fmt: skip


def _parted(spots: Sequence[Spot], plane: Plane) -> tuple[list[float], list[float]]:
    """Where the lines part the plane, 0..1 from the left and from below; not where an axis has no such place."""
    across = _share(plane.x_parts, [spot.x for spot in spots], plane.x_kind)
    return across, _share(plane.y_parts, [spot.y for spot in spots], plane.y_kind)


def _share(parts: float | None, values: Sequence[float], kind: str) -> list[float]:
    placed = parts is not None and (kind != "log" or parts > 0)
    return _shares([parts or 0.0], _domain(values, kind), kind) if placed else []


def _domain(values: Sequence[float], kind: str) -> tuple[float, float]:
    """The ends of an axis: the values with some room around them, so that labels find their places in what is drawn."""
    placed = [_placed(value, kind) for value in values] or [0.0, 1.0]
    room = ROOM * ((max(placed) - min(placed)) or 1.0)
    ends = min(placed) - room, max(placed) + room
    return (10 ** ends[0], 10 ** ends[1]) if kind == "log" else ends


def _shares(values: Sequence[float], domain: tuple[float, float], kind: str) -> list[float]:
    low, high = (_placed(end, kind) for end in domain)
    return [(_placed(value, kind) - low) / ((high - low) or 1.0) for value in values]


def _placed(value: float, kind: str) -> float:
    return log10(value) if kind == "log" else value


def _x(plane: Plane, domain: tuple[float, float]) -> altair.X:
    import altair as alt  # noqa: PLC0415

    count = alt.ExprRef("max(2, width / 110)")
    axis = alt.Axis(
        **written(plane.x_form), grid=False, tickCount=count, labelOverlap=True, values=_ticks(plane.x_kind, domain)
    )
    return alt.X("x:Q", title=plane.x, axis=axis, scale=_scale(plane.x_kind, domain))


def _y(plane: Plane, domain: tuple[float, float]) -> altair.Y:
    import altair as alt  # noqa: PLC0415

    axis = alt.Axis(
        **written(plane.y_form),
        tickCount=6,
        domain=False,
        ticks=False,
        labelOverlap=True,
        values=_ticks(plane.y_kind, domain),
    )
    return alt.Y("y:Q", title=plane.y, axis=axis, scale=_scale(plane.y_kind, domain))


def _ticks(kind: str, domain: tuple[float, float]) -> Any:  # noqa: ANN401 - Altair's own mark of what is not given
    import altair as alt  # noqa: PLC0415

    return (round_numbers(*domain) if kind == "log" else None) or alt.Undefined


def _scale(kind: str, domain: tuple[float, float]) -> altair.Scale:
    import altair as alt  # noqa: PLC0415

    return alt.Scale(type="log" if kind == "log" else "linear", domain=list(domain), nice=False, zero=False)


def _parts(plane: Plane, x: altair.X, y: altair.Y, parted: tuple[list[float], list[float]]) -> list[altair.Chart]:
    """The lines that part the plane (`parted`: at these shares), and what its corners are called."""
    import altair as alt  # noqa: PLC0415

    found = []
    if plane.x_parts is not None:
        line = of([{"x": plane.x_parts}])
        found.append(line.mark_rule(color=SOFT, strokeDash=[4, 4]).encode(x=x))
    if plane.y_parts is not None:
        line = of([{"y": plane.y_parts}])
        found.append(line.mark_rule(color=SOFT, strokeDash=[4, 4]).encode(y=y))
    for at, words in enumerate(plane.corners):
        left, top = at % 2 == 0, at < 2  # noqa: PLR2004 - two of the four are above
        fits = _fits(words, left=left, top=top, parted=parted)
        text = of([{"words": words}]).mark_text(
            align="left" if left else "right", baseline="top" if top else "bottom", color=SOFT, fontStyle="italic",
            opacity=alt.ExprRef(f"width < 480 || !({fits}) ? 0 : 1"), dx=4 if left else -4, dy=4 if top else -4,
        )  # fmt: skip
        found.append(
            text.encode(x=alt.value(0 if left else "width"), y=alt.value(0 if top else "height"), text="words:N")
        )
    return found


def _fits(words: str, *, left: bool, top: bool, parted: tuple[list[float], list[float]]) -> str:
    """Whether a corner's name has room beside the lines that part the plane, as an expression."""
    wide = [x if left else 1 - x for x in parted[0]]
    tall = [1 - y if top else y for y in parted[1]]
    needs = [f"width * {share:.4f} > {LETTER * len(words) + 2 * MARK:.0f}" for share in wide]
    return " && ".join([*needs, *(f"height * {share:.4f} > {LINE + 2 * MARK:.0f}" for share in tall)]) or "true"
