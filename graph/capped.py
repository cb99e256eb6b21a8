"""Statements of somebody else: read with a cap on seconds, rows and bytes, ended by name when nobody waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.database import MARK, Database, Parameters, Rows, Step, notifications, plain, planned, translated
from graph.remarks import Remark, gathered

if TYPE_CHECKING:
    from neo4j import Result

FETCHED = 20
"""Rows to a message: whoever asks for few large ones is cut before many have come."""
_END = f"""
SHOW TRANSACTIONS YIELD transactionId AS id, metaData
WHERE metaData.{MARK} = $name
TERMINATE TRANSACTIONS id YIELD message
RETURN message
"""


@dataclass(frozen=True, slots=True)
class Caps:
    """How much one statement may take: seconds on the server, rows, and bytes of its rows as text."""

    seconds: float = 10.0
    rows: int = 1_000
    bytes: int = 4_000_000


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement told: its rows, what left rows out, what the server remarks, and its plan, where asked for."""

    rows: Rows
    cut_by: Literal["", "rows", "bytes"] = ""
    remarks: tuple[Remark, ...] = ()
    plan: Step | None = None


def read_capped(
    database: Database, statement: str, parameters: Parameters, caps: Caps, *, name: str = "", mode: str = "run"
) -> Told:
    """What `statement` tells within `caps`; never tried again. `mode` is run, explain or profile.

    `name` is what `end` ends it by. QueryTimeoutError and StorageError tell that the server's caps were met.
    """
    from neo4j import Query  # noqa: PLC0415 - the command line starts without it

    text = statement if mode == "run" else f"{mode.upper()} {statement}"
    with translated(), database.session("READ", remarks="INFORMATION", fetched=FETCHED) as session:
        result = session.run(Query(text, metadata={MARK: name}, timeout=caps.seconds), dict(parameters))
        columns = tuple(result.keys())
        rows, cut_by = _taken(result, caps)
        summary = result.consume()
    plan, remarks = summary.profile or summary.plan, gathered(notifications(summary))
    return Told(Rows(columns, rows, cut=bool(cut_by)), cut_by, remarks, planned(plan) if plan else None)


def end(database: Database, name: str) -> None:
    """End what runs under `name`; nothing, where it has ended."""
    with translated(), database.session("WRITE") as session:
        session.run(_END, name=name).consume()


def valued(value: Any) -> object:  # noqa: ANN401 - whatever the server sends
    """`value` as JSON has it; nodes, relationships and paths with their labels, types and ends."""
    if hasattr(value, "labels"):
        return {"id": value.element_id, "labels": sorted(value.labels), "properties": plain(value)}
    if hasattr(value, "relationships"):
        return {"nodes": valued(list(value.nodes)), "relationships": valued(list(value.relationships))}
    if hasattr(value, "start_node"):
        ends = {"start": value.start_node.element_id, "end": value.end_node.element_id}
        return {"id": value.element_id, "type": value.type, **ends, "properties": plain(value)}
    if isinstance(value, Mapping):  # nodes and relationships are maps as well
        return {str(key): valued(item) for key, item in value.items()}
    if isinstance(value, list):
        return [valued(item) for item in value]
    return plain(value)


def _taken(result: Result, caps: Caps) -> tuple[list[list[object]], Literal["", "rows", "bytes"]]:
    rows: list[list[object]] = []
    size = 0
    for record in result:
        if len(rows) == caps.rows:
            return rows, "rows"
        row = [valued(value) for value in record.values()]
        size += weight(row)
        if size > caps.bytes:
            return rows, "bytes"
        rows.append(row)
    return rows, ""


def weight(value: object) -> int:
    """Bytes that `value` takes as text, roughly: twice over for what is escaped is not counted."""
    if isinstance(value, Mapping):
        return 2 + sum(len(name) + 4 + weight(item) for name, item in value.items())
    if isinstance(value, list):
        return 2 + sum(1 + weight(item) for item in value)
    return len(value) + 2 if isinstance(value, str) else 8
