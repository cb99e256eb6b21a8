"""How the answers of the examples begin, for the reference: kept in tests/golden, where a test compares them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.model import Network, Table

KEPT = Path(__file__).parents[1] / "tests" / "golden" / "api" / "example_answers.json"
"""The beginnings, by query; the tests are not in the wheel, and the reference is made in the repository alone."""
ROWS = 3
LONGEST = 60
_PASSING = re.compile(r"\b[0-9a-f]{16,}\b|\b\d{4}-\d\d-\d\dT[\d:+.Z]+")
"""Hashes, and moments at which something was loaded."""

Beginning = Mapping[str, object]


def beginning(answer: Table | Network) -> Beginning:
    """The first rows of a table as texts, with how many there are; of a network how many nodes and edges."""
    if isinstance(answer, Network):
        return {"nodes": len(answer.nodes), "edges": len(answer.edges)}
    rows = [[in_words(value) for value in row] for row in answer.rows[:ROWS]]
    return {"columns": [column.name for column in answer.columns], "rows": rows, "all": len(answer.rows)}


def in_words(value: object) -> str:
    """A value as a cell: four digits of a fraction, three of many items, no hash, no moment, nothing long."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, Mapping):
        return _short(", ".join(f"{key} {in_words(item)}" for key, item in value.items()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _short(", ".join(map(in_words, value[:ROWS])) + (", …" if len(value) > ROWS else ""))
    return _short(_PASSING.sub("…", str(value)))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def kept() -> dict[str, Beginning]:
    """The beginnings that are kept, by the names of their queries; empty where there are none."""
    return json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}


def as_lines(told: Beginning | None) -> list[str]:
    """A beginning in Markdown: a table of the first rows, or a sentence; nothing where none is kept."""
    if told is None:
        return []
    if "nodes" in told:
        return [f"The first example answers with {told['nodes']} nodes and {told['edges']} edges.", ""]
    rows, columns = told["rows"], told["columns"]
    if not isinstance(rows, list) or not isinstance(columns, list) or not rows:
        return ["The first example has no rows on the bundled data; the answer says what would have to be loaded.", ""]
    head = f"The first {len(rows)} of {told['all']} rows" if told["all"] != len(rows) else "The rows"
    lines = [f"| {' | '.join(_cell(str(value)) for value in row)} |" for row in [columns, *rows]]
    return [f"{head} of the first example's answer:", "", lines[0], "|" + "---|" * len(columns), *lines[1:], ""]


def _cell(text: str) -> str:
    return re.sub(r"([\\|<>*_`\[\]])", r"\\\1", text)
