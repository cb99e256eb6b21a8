"""Tables that say how far a source covers each repository: read or not, and how many commits were attributed."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Record, Value
from ingest import records
from ingest.sources.tables import fields, values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import Field, TableKind
from ingest.sources.tables.row import Row

_TOTALS = ("commits_total", "commits_attributed", "commits_bot", "commits_unattributed")
READ, NOT_READ = "read", "not read"


def read_coverage(row: Row, context: Context) -> Iterator[Record]:
    """That the source covers the row's repository, in which months, or why it does not."""
    name = row.needed("repository", values.repository)
    what, by = context.repository(name, row.where), context.snapshot(row.where)
    if row.needed("status", values.one_of(READ, NOT_READ)) == NOT_READ:
        yield records.not_covered_by(what, by, context.source, row.needed("note", values.text), row.where)
        return
    seen = context.seen.of(what.ref.key)
    months = _months(row, seen.months if seen else None)
    activities = seen.activities if seen else {"commits"}
    counts: dict[str, Value] = {count: row.known(count, values.whole) for count in _TOTALS}
    counts |= {"head_commit": row.words("head_commit"), "note": row.words("note")}
    stored_as = row.known("stored_as", values.repository)
    counts["read_from"] = stored_as if stored_as != name else None
    yield records.covered_by(
        what, by, context.source, context.origin.method, sorted(activities), months, row.where, **counts
    )


def _months(row: Row, seen: tuple[str, str] | None) -> tuple[str, str]:
    head = row.known("head_date", values.day)
    if head is None and seen is None:
        raise row.refused("head_date", values.DATE)
    last = max(head[:7] if head else "", seen[1] if seen else "")
    return (seen[0] if seen else last), last


COVERAGE = TableKind(
    "coverage",
    "how far a source covers each repository: read or not, the commits in all and those given to a login",
    must=(fields.REPOSITORY, Field("status"), Field("note")),
    any_of=(Field("commits_total"), Field("head_date"), Field("commits_attributed")),
    may=(
        Field("head_commit"),
        Field("commits_bot"),
        Field("commits_unattributed"),
        Field("stored_as"),
        Field("developers"),
    ),
    read=read_coverage,
    method="git",
)
