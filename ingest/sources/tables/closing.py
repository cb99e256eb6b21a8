"""What a table tells once all its rows are read: what it covers, and whose account owns each repository."""

from __future__ import annotations

from collections.abc import Iterator

from graph import edge_kinds as edges
from graph.model import EdgeRecord, Where
from graph.schema import METHODS
from ingest import records
from ingest.sources.tables.context import Context

_COVERING = frozenset(METHODS) - {"correction", "reference"}


def closing_records(context: Context, where: Where) -> Iterator[EdgeRecord]:
    """COVERED_BY and OWNS, told by the table as a whole."""
    yield from covered(context, where)
    yield from owned(context, where)


def covered(context: Context, where: Where) -> Iterator[EdgeRecord]:
    """One COVERED_BY for each repository with contributions that no table of coverage spoke of.

    A correction overrides single values and covers nothing.
    """
    if context.origin.method not in _COVERING or context.mapping.coverage == "none":
        return
    by = context.snapshot(where)
    for key, told in sorted(context.seen.told.items()):
        if key in context.seen.covered:
            continue
        activities = sorted(told.activities)
        yield records.covered_by(
            told.what, by, context.source, context.origin.method, activities, told.months, where
        )  # fmt: skip


def owned(context: Context, where: Where) -> Iterator[EdgeRecord]:
    """OWNS for each repository whose owner's account is a known organization's."""
    for _, what in sorted(context.seen.repositories.items()):
        owner = context.owner(str(what.props["name"]), where)
        if owner is not None:
            yield records.link(edges.OWNS, owner, what, context.source, where)
