"""Values and coverage as people read them."""

from __future__ import annotations

from collections.abc import Mapping

from api.answer import Answer
from graph.model import Coverage

UNKNOWN = "unknown"
_MISSING = "would load"
"""What a gap says that names a command which would bring more."""


def shown(value: object) -> str:
    """`value` in words: nothing is unknown, lists have commas, numbers have at most four decimals."""
    if value is None or value == []:
        return UNKNOWN
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {shown(item)}" for name, item in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(shown(item) for item in value)
    return str(value)


def resting_on(answer: Answer, more: str = "") -> str:
    """How many rows, from which sources, over which months, with which gaps; cut, and what raises the cap.

    No rows are "none found" where nothing is missing that could have been, else "0 rows".
    """
    count = len(answer.table.rows)
    none = not count and not any(_MISSING in gap for gap in answer.coverage.gaps)
    parts = ["none found" if none else f"{count} row{'' if count == 1 else 's'}", *_coverage(answer.coverage)]
    return "; ".join([*parts, *([cut_in_words(answer, more)] if answer.result.cut else [])])


def _coverage(coverage: Coverage) -> list[str]:
    sources = [f"from {', '.join(coverage.sources)}"] if coverage.sources else []
    months = [f"months {coverage.covers_from} to {coverage.covers_to}"] if coverage.covers_from else []
    gaps = [f"known gaps: {' / '.join(coverage.gaps)}"] if coverage.gaps else []
    return [*sources, *months, *gaps]


def cut_in_words(answer: Answer, more: str = "") -> str:
    """That rows are missing, at which cap, and which option raises it."""
    cap = f" at its cap of {answer.cap} rows" if answer.cap else ""
    return f"cut{cap}, so rows are missing{f' ({more} raises the cap)' if more else ''}"
