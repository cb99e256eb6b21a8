"""A view as a report: title, question, answer, parameters, picture, first rows, sources, Cypher, how to cite; as PDF.

Typst sets it. Everything that comes from the data enters as JSON and is text there: nothing of it is ever markup.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from viz.cells import cell, shown
from viz.export import text
from viz.export.cite import bibtex, plain_citation, snapshot_key
from viz.export.fonts import fonts, unreadable
from viz.export.rows import edge_rows, node_rows
from viz.export.sheet import Sheet
from viz.export.svg import chart_size, nothing, svg
from viz.language import in_months, language, named, say, translated
from viz.prose import sentence
from viz.templating import TEMPLATES, is_number

if TYPE_CHECKING:
    from graph.model import Column, Props, Table
    from viz.export.subject import Subject

WIDTH = 820
LOWEST, HIGHEST, TALLEST = 0.36, 0.78, 1.2
"""Bounds of a picture's height as a share of its width."""
ROWS, COLUMNS = 15, 6
LONGEST, LONGEST_CELL, LONGEST_WORD = 600, 90, 34
TEMPLATE = TEMPLATES / "report.typ"
NODE_SHOWN, EDGE_SHOWN = ("title", "kind", "group", "size"), ("source_title", "target_title", "type", "weight")
LONGEST_LINE = 100
LONG, SHORT_HEAD = 15, 30
HEADS = {
    "source_title": "browser.from",
    "target_title": "browser.to",
    "type": "browser.tie",
    "title": "browser.name",
    "group": "report.legend",
}
"""What columns are called in a report, by the key of the words."""
WORDS = ("rests", "noSource", "gaps", "cypher", "cite", "live")
"""The headings of its parts."""


def report(subject: Subject) -> bytes:
    """The PDF: the same for the same subject, as it is dated by the data and not by the clock."""
    import typst  # noqa: PLC0415  slow to import

    told = contents(subject)
    text = json.dumps(told, ensure_ascii=False, allow_nan=False)
    told["boxes"] = unreadable(text, fonts().families())
    data = json.dumps(told, ensure_ascii=False, allow_nan=False)
    return typst.compile(TEMPLATE.read_bytes(), format="pdf", sys_inputs={"data": data}, font_paths=fonts())


def contents(subject: Subject) -> dict[str, object]:
    """What the report says, as plain values."""
    coverage = subject.coverage
    return {
        "title": said(subject.title, 160),
        "question": said(subject.question.replace("`", "")),
        "answer": said(subject.answer),
        "asked": [[said(name, 60), said(value, 240)] for name, value in subject.asked],
        "picture": svg(subject, Sheet("light", WIDTH, height(subject), "legend")),
        "empty": nothing(subject),
        "tables": tables(subject),
        "amount": subject.amount,
        "cut": say("report.cut") if subject.cut else "",
        "sources": [said(source, 80) for source in coverage.sources],
        "months": in_months(coverage),
        "rests": _rests(subject),
        "snapshots": [_snapshot(each) for each in coverage.snapshots],
        "gaps": [said(translated(gap)) for gap in coverage.gaps],
        "as_of": said(subject.as_of, 20),
        "cypher": code(subject.cypher),
        "address": subject.address[:2000],
        "cite": said(plain_citation(subject)),
        "bibtex": code(bibtex(subject)),
        "boxes": "",
        "language": language(),
        "words": {key: say(f"report.{key}") for key in WORDS} | {"asOf": _as_of(subject.as_of)},
    }


def _as_of(day: str) -> str:
    return say("report.asOf", day=day) if day else ""


def _rests(subject: Subject) -> str:
    """Sources, months and the newest data in a line."""
    coverage = subject.coverage
    sources = say("page.comma").join(said(source, 80) for source in coverage.sources)
    months = say("report.months", months=in_months(coverage)) if coverage.covers_from else ""
    newest = say("report.newest", day=subject.as_of) if subject.as_of else ""
    return say("report.sources", sources=sources) + months + newest


def height(subject: Subject) -> int:
    """The height of the picture in pixels: as flat as the drawing or the chart is, within bounds."""
    drawing = subject.drawing
    if drawing is None:
        across, down = chart_size(subject)
        return round(WIDTH * min(TALLEST, max(LOWEST, down / across + 0.06)))
    if not drawing.marks:
        return round(WIDTH * LOWEST)
    wide = max(m.x + m.radius for m in drawing.marks) - min(m.x - m.radius for m in drawing.marks)
    high = max(m.y + m.radius for m in drawing.marks) - min(m.y - m.radius for m in drawing.marks)
    return round(WIDTH * min(HIGHEST, max(LOWEST, (high + 110) / (wide + 160))))


def code(lines: str) -> str:
    """Code as it is set: no control characters, spaces kept, lines that are too long go on below, further in."""
    return "\n".join(part for line in lines.strip().splitlines() for part in _folded(text.clipped_line(line)))


def _folded(line: str) -> list[str]:
    further = " " * min(len(line) - len(line.lstrip()) + 4, LONGEST_LINE // 2)
    return textwrap.wrap(line, LONGEST_LINE, subsequent_indent=further, drop_whitespace=True) or [""]


def said(value: str, most: int = LONGEST) -> str:
    """`value` as a line that can be broken: no control characters, at most so long, long words with places to break."""
    line = text.shown(value)
    line = line if len(line) <= most else f"{line[: most - 1]}…"
    return " ".join(_breakable(word) for word in line.split(" "))


def _breakable(word: str) -> str:
    return "\u200b".join(word[at : at + LONGEST_WORD] for at in range(0, max(len(word), 1), LONGEST_WORD))


def _titled(snapshot: Props) -> str:
    return translated(str(snapshot.get("title") or "")) or shown(snapshot.get("source"))


def _snapshot(snapshot: Props) -> dict[str, str]:
    """A line about one snapshot; what is not known is left out."""
    key = snapshot_key(snapshot) if snapshot.get("content_hash") else ""
    return {
        "title": said(say("report.snapshot", title=_titled(snapshot), day=shown(snapshot.get("as_of"))), 200),
        "address": said(str(snapshot.get("address") or ""), 240),
        "key": said(key, 120),
    }


def tables(subject: Subject) -> list[dict[str, object]]:
    """The first rows of each table: nodes by importance and edges by weight, or the rows of a chart."""
    if subject.drawing is None:
        return (
            [_table(say("report.rows"), subject.table, subject.table.columns[:COLUMNS], subject.table.rows)]
            if subject.table.rows
            else []
        )
    if not subject.drawing.marks:
        return []
    nodes, edges = node_rows(subject.drawing), edge_rows(subject.drawing)
    weight = [column.name for column in edges.columns].index("weight")
    heaviest = sorted(edges.rows, key=lambda row: -float(str(row[weight])))
    measured = {"size": subject.drawing.size_means, "weight": subject.drawing.weight_means}
    heads = {name: translated(means) for name, means in measured.items() if 0 < len(means) <= SHORT_HEAD}
    found = [_table(say("report.nodes"), nodes, _named(nodes, NODE_SHOWN), nodes.rows, heads)]
    return (
        [*found, _table(say("report.edges"), edges, _named(edges, EDGE_SHOWN), heaviest, heads)] if heaviest else found
    )


def _named(table: Table, names: Sequence[str]) -> list[Column]:
    by_name = {column.name: column for column in table.columns}
    return [by_name[name] for name in names]


def _table(
    title: str,
    table: Table,
    columns: Sequence[Column],
    rows: Sequence[Sequence[object]],
    heads: Mapping[str, str] | None = None,
) -> dict[str, object]:
    at = [table.columns.index(column) for column in columns]
    left_out = len(table.columns) - len(columns)
    cells = [[said(cell(row[place], table.columns[place].name), LONGEST_CELL) for place in at] for row in rows[:ROWS]]
    return {
        "title": title,
        "columns": [
            {"name": said((heads or {}).get(c.name) or _head(c.name), 40), "numeric": is_number(c.type), "wide": wide}
            for c, wide in zip(columns, _wide(cells, len(columns)), strict=True)
        ],
        "rows": cells,
        "rest": _rest(len(rows), left_out),
    }


def _head(name: str) -> str:
    return say(HEADS[name]) if name in HEADS else named(name)


def _wide(cells: Sequence[Sequence[str]], columns: int) -> list[bool]:
    """Which columns share the free room: those with a long text, or all where none has."""
    longest = [max((len(row[at]) for row in cells), default=0) for at in range(columns)]
    return [length >= LONG for length in longest] if max(longest, default=0) >= LONG else [True] * columns


def _rest(rows: int, columns: int) -> str:
    """What the table does not show, in words."""
    key = "firstRows" if rows > ROWS else "allRows" if rows > 1 else "onlyRow"
    more = say("report.moreColumns", n=columns) if columns else ""
    return sentence(say(f"report.{key}", n=rows, most=ROWS) + more)
