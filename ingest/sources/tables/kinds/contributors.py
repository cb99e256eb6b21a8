"""Tables of people: who contributed what where, their employers and places; and corrections of these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from graph.model import NodeRecord, Record, Value
from ingest import records
from ingest.profiles import Stated, profile_records
from ingest.sources.tables import fields, values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import Field, TableKind
from ingest.sources.tables.row import Row

_IN_REPOSITORY = re.compile(r"(\w+) in (\S+)")
_COUNTS = tuple(field.name for field in fields.COUNTS)
_READERS: dict[str, Callable[[str], Value]] = {
    name: values.number if name == "activity" else values.whole for name in _COUNTS
}


def read_contributors(row: Row, context: Context) -> Iterator[Record]:
    """The contribution of one row, and what its developer states of employer and place."""
    name = row.needed("developer", context.login)
    to = context.repository(row.needed("repository", values.repository), row.where)
    who = context.developer(name, row.where)
    counts = read_counts(row)
    if not counts:
        raise row.refused(next(name for name in _COUNTS if name in row.index), values.WHOLE)
    yield records.contribution(who, to, context.source, period_of(row, context), counts, row.where)
    if "company" in row.index or "location" in row.index:
        yield from read_profile(row, context, who)


def read_counts(row: Row) -> dict[str, Value]:
    """The counts of a row by their names; an empty cell says nothing, which is not zero."""
    found: dict[str, Value] = {}
    for name in row.index:
        read = _READERS.get(name)
        if read is not None and (value := row.known(name, read)) is not None:
            found[name] = value
    return found


def period_of(row: Row, context: Context) -> str:
    """The month or span that a row stands for, its own or the table's."""
    if "month" in row.index:
        return row.needed("month", values.month)
    if "period" in row.index:
        return row.needed("period", values.period)
    return context.mapping.period


def read_profile(row: Row, context: Context, who: NodeRecord) -> Iterator[Record]:
    """What a developer states of employer and place, as written and as read; unknown stays visible."""
    told = Stated(
        row.words("company") if "company" in row.index else None,
        row.words("location") if "location" in row.index else None,
    )
    yield from profile_records(who, told, context, context.source, context.snapshot(row.where), row.where)


def read_correction(row: Row, context: Context) -> Iterator[Record]:
    """The corrected employer, or the corrected count in one repository, of one row."""
    who = context.developer(row.needed("developer", context.login), row.where)
    what = row.needed("field", values.text)
    if what == "organization":
        name = row.needed("value", values.text)
        at = context.organization_named(name, row.where)
        yield records.affiliation(
            who, at, context.source, rank=records.RANK_CORRECTION, confidence=1.0, raw=name, where=row.where
        )
        return
    count, name = row.needed("field", _count_in)
    to = context.repository(name, row.where)
    counts = {count: row.needed("value", _READERS[count])}
    yield records.contribution(who, to, context.source, period_of(row, context), counts, row.where)


def _count_in(words: str) -> tuple[str, str]:
    """The count and the repository of `merged_prs in owner/name`."""
    found = _IN_REPOSITORY.fullmatch(words)
    with suppress(ValueError):
        if found is not None and found[1] in _READERS:
            return found[1], values.repository(found[2])
    raise ValueError(f"organization, or a count in a repository such as {_COUNTS[0]} in owner/name")


CONTRIBUTORS = TableKind(
    "contributors",
    "who contributed what to which repository, in months or in all; with employer and place where the table has them",
    must=(fields.DEVELOPER, fields.REPOSITORY),
    any_of=fields.COUNTS,
    may=(fields.MONTH, fields.PERIOD, fields.COMPANY, fields.LOCATION),
    read=read_contributors,
    method="totals",
)
CORRECTIONS = TableKind(
    "corrections",
    "what is right where another table is wrong: an employer, or a count of one developer in one repository",
    must=(fields.DEVELOPER, Field("field"), Field("value", ("article_says", "correct", "corrected", "right_value"))),
    may=(Field("instead_of", ("table_says", "wrong")), Field("reason", ("source", "evidence")), fields.PERIOD),
    read=read_correction,
    method="correction",
)
