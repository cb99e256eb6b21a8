"""Answers in plain words, for the demo and the pages; every number comes out of a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from graph.model import Table

EXAMPLE: dict[str, object] = {"repositories": ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]}
NAMED = 12
UNKNOWN = "unknown"


def joined(names: Sequence[str]) -> str:
    """Names in a sentence: `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def shared_in_words(table: Table) -> str:
    """Who works on several projects, in one sentence; empty where the graph has no answer."""
    names = [str(row["developer"]) for row in table.records()]
    if not table.columns:
        return ""
    if not names:
        return "Nobody that a source knows of."
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    people = f"{len(names)} developer{'s' if len(names) > 1 else ''}"
    return f"{people}: {joined(names) if not more else ', '.join(names[:NAMED]) + more}."


def person_in_words(row: Mapping[str, object], activity: str = "merged PRs") -> str:
    """One shared developer: contributions in each project, organization and country, unknown said."""
    projects = [str(name).rpartition("/")[2] for name in cast("Sequence[object]", row["repositories"])]
    counts = [str(count) for count in cast("Sequence[object]", row["contributions"])]
    each = ", ".join(f"{project} {count}" for project, count in zip(projects, counts, strict=True))
    return f"{row['developer']}: {activity} in {each}; {_where(row, 'organizations', 'organization')}; {_where(row, 'countries', 'country')}"  # noqa: E501


def _where(row: Mapping[str, object], column: str, word: str) -> str:
    names = [str(name) for name in cast("Sequence[object]", row.get(column) or ())]
    return f"{word} {joined(names)}" if names else f"{word} {UNKNOWN}"
