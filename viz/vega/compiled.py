"""From Altair's chart to what is drawn: Vega-Lite with our look, and Vega, which the browser runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, cast

from viz.vega.theme import config

if TYPE_CHECKING:
    from viz.vega.drawn import Drawn

HIDDEN = "hidden"
"""The signal that names the legend's hidden groups."""
FRAME = "frame"
"""The signal that says how many months are drawn, from 0 on."""
_LETTERS = 110
_EDGE = 12

Specification = dict[str, object]


def specification(drawn: Drawn) -> Specification:
    """The chart as Vega-Lite, in our colours and type."""
    made = cast("Specification", drawn.chart.to_dict())
    own = made.get("config")
    merged = _merged(config(), own if isinstance(own, dict) else {})
    autosize = {"type": "fit" if drawn.fit == "both" else "fit-x", "contains": "padding"}
    return {**made, "config": merged, "autosize": autosize, "padding": 5}


def vega(drawn: Drawn) -> Specification:
    """The chart as Vega, compiled here so that no page needs Vega-Lite; legends that the page writes are left out."""
    from vl_convert import vegalite_to_vega  # noqa: PLC0415 - slow to import

    made = specification(drawn)
    if drawn.groups:
        made["config"] = _merged(cast("Specification", made["config"]), {"legend": {"disable": True}})
    compiled: object = vegalite_to_vega(json.dumps(made))
    found: object = json.loads(compiled) if isinstance(compiled, str) else compiled
    return cast("Specification", _with_cells(found))


def _with_cells(found: object) -> object:
    """The same with cells that say what their mark says.

    Where the nearest mark answers, Vega-Lite lays a cell of a Voronoi diagram over each. A cell's datum is that mark,
    and not its row, so what is copied from the mark's own encoding would read only unknown values. It leads nowhere:
    a tap that is to read a value anywhere on the plot would leave the page.
    """
    if isinstance(found, list):
        return [_with_cells(item) for item in found]
    if not isinstance(found, dict):
        return found
    whole = {name: _with_cells(value) for name, value in found.items()}
    if found.get("isVoronoi") == {"value": True}:
        whole.pop("href", None)
        whole["tooltip"] = {"signal": "datum.tooltip"}
    return whole


def headed(made: Specification, drawn: Drawn, title: str, under: Sequence[str]) -> Specification:
    """The chart with a heading: its title, what sizes and colours mean, what is not shown, and what it rests on."""
    if not title:
        return made
    lines = [line for text in (*drawn.means, *drawn.notes, *under) for line in wrap(text, _LETTERS)]
    heading = {
        "text": title,
        "subtitle": lines,
        "anchor": "start",
        "offset": 14,
        "fontSize": 17,
        "subtitleFontSize": 12,
    }
    return {**made, "title": heading, "padding": _EDGE}


def _merged(one: Mapping[str, object], other: Mapping[str, object]) -> Specification:
    found = dict(one)
    for name, value in other.items():
        mine = found.get(name)
        found[name] = _merged(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return found
