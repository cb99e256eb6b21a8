"""The kinds of tables, one module per family; `KINDS` lists them in the order in which a kind is guessed."""

from __future__ import annotations

from ingest.sources.tables.fields import TableKind
from ingest.sources.tables.kinds.contributors import CONTRIBUTORS, CORRECTIONS
from ingest.sources.tables.kinds.coverage import COVERAGE
from ingest.sources.tables.kinds.features import FEATURES
from ingest.sources.tables.kinds.happenings import EVENTS, FIGURES
from ingest.sources.tables.kinds.links import INTEGRATIONS, LINKS
from ingest.sources.tables.kinds.organizations import ORGANIZATIONS, PRODUCTS
from ingest.sources.tables.kinds.placements import PLACEMENTS
from ingest.sources.tables.kinds.repositories import CLASSIFICATIONS, REPOSITORIES
from ingest.sources.tables.kinds.series import SERIES

KINDS: dict[str, TableKind] = {
    kind.name: kind
    for kind in (
        CORRECTIONS,
        CONTRIBUTORS,
        COVERAGE,
        INTEGRATIONS,
        LINKS,
        SERIES,
        REPOSITORIES,
        CLASSIFICATIONS,
        PRODUCTS,
        ORGANIZATIONS,
        EVENTS,
        FIGURES,
        FEATURES,
        PLACEMENTS,
    )
}
