"""Tables of values over time: one row per repository and month, one column per metric."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Record
from ingest import records
from ingest.sources.tables import fields, values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import TableKind
from ingest.sources.tables.row import Row

_METRICS = tuple(metric.name for metric in fields.METRICS)


def read_series(row: Row, context: Context) -> Iterator[Record]:
    """The values of one repository in one month; an empty cell is no value, not a zero."""
    what = context.repository(row.needed("repository", values.repository), row.where)
    month = row.needed("month", values.month)
    found = [
        (metric, value)
        for metric in _METRICS
        if metric in row.index and (value := row.known(metric, values.number)) is not None
    ]
    if not found:
        raise row.refused(next(metric for metric in _METRICS if metric in row.index), values.NUMBER)
    for metric, value in found:
        yield records.measured(what, metric, context.mapping.preset(metric), value, month, context.source, row.where)


SERIES = TableKind(
    "series",
    "values of repositories over time: one row per repository and month, one column per metric",
    must=(fields.REPOSITORY, fields.MONTH),
    any_of=fields.METRICS,
    may=(),
    read=read_series,
)
