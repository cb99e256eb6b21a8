"""The tool for statements of the assistant's own: rows within its caps, the plan in a few lines, what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import mcp_types as types

from api.answer import Answer, typed_table
from api.assistants.told import MOST, READS, told
from api.statements import Statement
from cypher.coverage import known_sources, read_coverage, sources_in
from graph.model import Coverage
from viz import addresses
from viz.prose import remarked

if TYPE_CHECKING:
    from api.statements import Desk
    from graph.database import Database, Rows, Step

CYPHER = "cypher"
LONGEST_LINK = 2_000
"""Signs of an address that every browser and chat takes."""
LONGEST_DETAILS = 120
UNKNOWN = "What these rows rest on is not known: none of them names a source. Return `source`, or ask another tool."


def cypher_tool() -> types.Tool:
    """The tool that runs a statement of the assistant's own, read-only."""
    return types.Tool(
        name=CYPHER,
        title="Read the graph with Cypher",
        description="Runs one Cypher statement that only reads (Neo4j 5.26), within ten seconds. Read the resource "
        "ossatlas://schema first. Prefer the other tools: they tell what their numbers rest on.",
        input_schema=Statement.model_json_schema(),
        annotations=READS,
    )


def run(desk: Desk, database: Database, given: Mapping[str, Any], name: str, site: str) -> types.CallToolResult:
    """What a statement of the assistant's own tells; NotAllowedError where it may not run. `name` is for its end.

    `database` knows the snapshots; `site` has the console.
    """
    asked = Statement.model_validate({"limit": MOST, **given})
    found = desk.read(asked, name)
    coverage = coverage_of(database, found.rows)
    page = addresses.statement(asked.statement, asked.parameters)
    table = replace(typed_table(found.rows), coverage=coverage)
    return told(
        Answer(CYPHER, "What the statement tells", table, cap=asked.limit),
        f"{site}{page if len(page) <= LONGEST_LINK else addresses.CONSOLE}",
        notes=(*map(remarked, found.remarks), *([UNKNOWN] if table.rows and not coverage.sources else [])),
        plan=list(plan_lines(found.plan)) if found.plan else [],
    )


def coverage_of(database: Database, rows: Rows) -> Coverage:
    """What rows rest on that name sources, in a column or in a node or relationship; nothing where none does."""
    named = sources_in(_maps(rows.records())) or set()
    known = named.intersection(known_sources(database)) if named else None
    return read_coverage(database, known) if known else Coverage()


def plan_lines(step: Step, depth: int = 0) -> Iterator[str]:
    """A line for each step of a plan, what a step takes its rows from below it."""
    details = step.details[:LONGEST_DETAILS] + "…" * (len(step.details) > LONGEST_DETAILS)
    figures = {"estimated": step.estimated_rows, "rows": step.rows, "db hits": step.db_hits}
    counts = ", ".join(f"{name} {value:g}" for name, value in figures.items() if value is not None)
    yield "  " * depth + " ".join(filter(None, (step.operator, details, f"({counts})" if counts else "")))
    for below in step.steps:
        yield from plan_lines(below, depth + (len(step.steps) > 1))


def _maps(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, Mapping):
        yield value
    for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from _maps(item)
