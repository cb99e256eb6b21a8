"""Whom a table speaks of where a cell may name a repository, an organization or a product."""

from __future__ import annotations

from graph.model import NodeRecord
from ingest import records
from ingest.sources.tables import values
from ingest.sources.tables.context import Context
from ingest.sources.tables.row import Row

ORGANIZATION, PRODUCT = "organization", "product"


def subject(row: Row, words: str, context: Context) -> NodeRecord:
    """The node that `words` mean: as the mapping says, else a repository by its form, else a product."""
    told = context.mapping.subjects.get(words)
    if told == ORGANIZATION:
        return context.organization_named(words, row.where)
    if told is not None:
        return records.product(words, told, row.where)
    return known_subject(row, words, context) or records.product(words, PRODUCT, row.where)


def known_subject(row: Row, words: str, context: Context) -> NodeRecord | None:
    """The repository or the organization of our alias files that `words` name in full; None for anything else."""
    try:
        return context.repository(values.repository(words), row.where)
    except ValueError:
        pass
    found = context.identities.organizations(words).matches
    if len(found) == 1 and context.is_known(found[0]) and context.is_name(words):
        return context.organization(found[0], row.where)
    return None
