"""Tables that compare platforms: one row per capability, one column per repository."""

from __future__ import annotations

from collections.abc import Iterator

from graph import edge_kinds as edges
from graph.model import Record
from ingest import records
from ingest.sources.tables import values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import Field, TableKind, repositories_in
from ingest.sources.tables.row import Row

LEVELS = ("full", "partial", "none")


def read_feature(row: Row, context: Context) -> Iterator[Record]:
    """How far each platform has the capability of one row; an empty cell says nothing."""
    what = records.feature(row.needed("feature", values.text), row.where)
    for name in row.index:
        if name == "feature" or (level := row.known(name, values.one_of(*LEVELS))) is None:
            continue
        platform = context.repository(name, row.where)
        yield records.link(edges.OFFERS, platform, what, context.source, row.where, level=level)


FEATURES = TableKind(
    "features",
    "how far platforms have capabilities: one row per capability, one column per repository",
    must=(Field("feature", ("capability",)),),
    may=(),
    read=read_feature,
    wide=repositories_in,
)
