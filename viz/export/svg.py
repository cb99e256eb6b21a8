"""A view as an SVG picture: one file without script, style sheet, font or picture from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from viz.export.caption import Caption, caption, coverage_line
from viz.export.scene import scene
from viz.export.sheet import THEME, Sheet
from viz.export.text import shown
from viz.language import say
from viz.templating import render
from viz.vega.theme import FONT

if TYPE_CHECKING:
    from viz.export.labels import Box
    from viz.export.subject import Subject

NAMESPACE = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}"
FORBIDDEN = {"script", "foreignObject", "image", "style", "use", "animate", "set", "iframe"}
LINK = f"{{{NAMESPACE}}}a"
"""Marks that lead somewhere stand inside of links: they stay, the link goes."""


def svg(subject: Subject, sheet: Sheet) -> str:
    """The picture as text: the same for the same subject and sheet, byte for byte."""
    around = caption(subject, sheet)
    drawn = scene(subject.drawing, around.frame, sheet) if subject.drawing else None
    chart = fitted(subject.chart(sheet.theme), around.frame) if subject.chart and subject.table.rows else ""
    return render("picture.svg", _words(subject, sheet, around) | {"scene": drawn, "chart": chart})


def _words(subject: Subject, sheet: Sheet, around: Caption) -> dict[str, object]:
    told = " ".join(part for part in (subject.answer, coverage_line(subject), subject.address) if part)
    return {
        "sheet": sheet, "colors": sheet.colors, "font": FONT, "title": shown(subject.title), "told": shown(told),
        "words": around.words, "frame": around.frame, "empty": nothing(subject),
    }  # fmt: skip


def nothing(subject: Subject) -> str:
    """What an empty picture says; "" where there is something to see."""
    if subject.drawing.marks if subject.drawing else subject.table.rows:
        return ""
    return say("view.noAnswer")


def chart_size(subject: Subject) -> tuple[float, float]:
    """Width and height of a chart in its own pixels; a square of 1 where there is none."""
    drawn = ET.fromstring(subject.chart(THEME)) if subject.chart and subject.table.rows else None  # noqa: S314  ours
    size = drawn.get("viewBox", "").split() if drawn is not None else []
    return (float(size[2]), float(size[3])) if len(size) == len(["x", "y", "w", "h"]) else (1.0, 1.0)


def fitted(chart: str, frame: Box) -> str:
    """A chart's SVG inside of ours: as large as `frame` allows, without anything that runs or loads."""
    ET.register_namespace("", NAMESPACE)
    root = ET.fromstring(chart)  # noqa: S314  our own chart library wrote it
    _strip(root)
    size = [float(part) for part in root.get("viewBox", "0 0 1 1").split()]
    wide, high = frame[2] - frame[0] - 32, frame[3] - frame[1] - 16
    scale = min(wide / max(size[2], 1.0), high / max(size[3], 1.0), 2.0)
    root.set("x", f"{frame[0] + 16 + (wide - size[2] * scale) / 2:.1f}")
    root.set("y", f"{frame[1] + 8 + (high - size[3] * scale) / 2:.1f}")
    root.set("width", f"{size[2] * scale:.1f}")
    root.set("height", f"{size[3] * scale:.1f}")
    return ET.tostring(root, encoding="unicode")


def _strip(root: ET.Element) -> None:
    for parent in root.iter():
        parent.tag = LINK[:-1] + "g" if parent.tag == LINK else parent.tag
        for child in [each for each in parent if each.tag.rpartition("}")[2] in FORBIDDEN]:
            parent.remove(child)
        for name in [name for name in parent.attrib if name in {"href", "style"} or name.startswith((XLINK, "on"))]:
            del parent.attrib[name]
