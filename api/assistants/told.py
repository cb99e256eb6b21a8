"""An answer as an assistant reads it: few rows, no cell too long, what was left out, what it rests on, its page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate, takewhile

import mcp_types as types

from api.answer import Answer
from api.formats.document import finite
from api.formats.markdown import as_markdown
from graph.capped import weight
from graph.model import Network, Table

MOST = 50
"""Rows of an answer, ties of a network: what an assistant reads at once."""
LONGEST_CELL, LONGEST = 2_000, 60_000
"""Signs of one value and of all rows, roughly: a context is soon full."""
READS = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def told(answer: Answer, page: str, *, notes: Sequence[str] = (), plan: Sequence[str] = ()) -> types.CallToolResult:
    """An answer as text to read and as values to use: at most 50 rows, and how many there are.

    `notes` are said below it, and the lines of a statement's `plan`.
    """
    table = answer.table
    rows, cut = shortened(table)
    shown = Answer(answer.query, answer.title, Table(table.columns, rows, table.coverage), answer.parameters)
    coverage, found = answer.coverage, len(table.rows)
    values = {
        "columns": {column.name: column.about for column in table.columns},
        "rows": finite(shown.table.records()),
        "found": found,
        "more": answer.result.cut or found > len(rows),
        "cut": cut,
        "sources": list(coverage.sources),
        "months": [coverage.covers_from, coverage.covers_to],
        "gaps": list(coverage.gaps),
        "page": page,
        **({"notes": list(notes)} if notes else {}),
        **({"plan": list(plan)} if plan else {}),
        **({"nodes": len(answer.result.nodes)} if isinstance(answer.result, Network) else {}),
    }
    words = [*([] if plan and not found else [as_markdown(shown).decode()]), *plan, *cut, *notes, f"Page: {page}"]
    if values["more"]:
        words.append(f"{len(rows)} of {found} rows are shown{', and more were found' * answer.result.cut}.")
    return types.CallToolResult(
        content=[types.TextContent(type="text", text="\n".join(words))], structured_content=values
    )


def shortened(table: Table) -> tuple[list[list[object]], list[str]]:
    """The rows that an assistant gets, each value no longer than may be; and a sentence for each that was cut."""
    cut: list[str] = []
    names = [column.name for column in table.columns]
    rows = [
        [_cell(finite(value), f"{name}, row {number}", cut) for name, value in zip(names, row, strict=True)]
        for number, row in enumerate(table.rows[:MOST], 1)
    ]
    fitting = sum(1 for _ in takewhile(lambda size: size <= LONGEST, accumulate(map(weight, rows))))
    return rows[: max(fitting, 1)], cut


def _cell(value: object, place: str, cut: list[str]) -> object:
    """`value`, or as much of it as fits; what was cut is added to `cut`."""
    if weight(value) <= LONGEST_CELL:
        return value
    if isinstance(value, list):
        sizes = accumulate(1 + weight(item) for item in value)
        items = [item for item, size in zip(value, sizes, strict=True) if size <= LONGEST_CELL]
        cut.append(f"{place}: {len(items)} of {len(value)} items are shown.")
        return items
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    cut.append(f"{place}: {LONGEST_CELL} of {len(text)} signs are shown.")
    return f"{text[:LONGEST_CELL]}…"


def refused(sentence: str) -> types.CallToolResult:
    """A failure that the assistant can read and mend."""
    return types.CallToolResult(content=[types.TextContent(type="text", text=sentence)], is_error=True)
