"""Tables of dated events, and of figures that reports publish."""

from __future__ import annotations

from collections.abc import Iterator

from graph import edge_kinds as edges
from graph.model import NodeRecord, Record
from ingest import records
from ingest.sources.tables import values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import Field, TableKind
from ingest.sources.tables.kinds.subjects import known_subject, subject
from ingest.sources.tables.row import Row

EVENT_KINDS = ("release", "governance", "standard", "end")


def read_event(row: Row, context: Context) -> Iterator[Record]:
    """An event, and whom it concerns."""
    about = row.needed("subject", values.text)
    event = records.event(
        row.needed("date", values.day),
        row.needed("kind", values.one_of(*EVENT_KINDS)),
        row.needed("event", values.text),
        about,
        row.words("said_by") or context.source,
        row.where,
    )
    yield event
    yield records.link(edges.CONCERNS, event, subject(row, about, context), context.source, row.where)


def read_figure(row: Row, context: Context) -> Iterator[Record]:
    """A published figure, and the repository or organization that it is about, where it is one."""
    about = row.needed("subject", values.text)
    plain = records.figure(
        row.needed("id", values.text),
        about,
        row.needed("figure", values.text),
        row.needed("value", values.number),
        row.needed("unit", values.text),
        row.words("said_by") or context.source,
        row.where,
    )
    figure = records.noted(plain, row.words("note"))
    yield figure
    whom: NodeRecord | None = known_subject(row, about, context)
    if whom is not None:
        yield records.link(edges.CONCERNS, figure, whom, context.source, row.where)


EVENTS = TableKind(
    "events",
    "dated events that charts mark: releases, governance, standards, ends",
    must=(Field("date"), Field("subject"), Field("kind"), Field("event", ("what",))),
    may=(Field("said_by", ("source",)),),
    read=read_event,
)
FIGURES = TableKind(
    "figures",
    "figures that reports publish, with subject, value and unit",
    must=(Field("id"), Field("subject"), Field("figure"), Field("value"), Field("unit")),
    may=(Field("note"), Field("said_by", ("source",))),
    read=read_figure,
)
