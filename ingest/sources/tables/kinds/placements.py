"""Tables that place repositories on axes of their makers' own: one row per repository, one column per axis."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Record
from ingest.sources.tables import fields, values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import TableKind, axes_in
from ingest.sources.tables.row import Row

_ABOUT = frozenset({fields.REPOSITORY.name, fields.PLATFORM.name})


def read_placement(row: Row, context: Context) -> Iterator[Record]:
    """Where one repository stands on each axis, as a measure of the axis' name; an empty cell says nothing."""
    what = context.repository(row.needed("repository", values.repository), row.where)
    for axis in row.index.keys() - _ABOUT:
        if (value := row.known(axis, values.number)) is not None:
            yield context.measured(what, axis, value, row.where)


PLACEMENTS = TableKind(
    "placements",
    "where repositories stand on axes: one row per repository, one column of numbers per axis",
    must=(fields.REPOSITORY,),
    may=(),
    read=read_placement,
    wide=axes_in,
    any_heading=True,
)
