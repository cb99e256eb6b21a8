"""The bundled tables as datasets, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import NotFoundError
from ingest.source import Dataset
from ingest.sources.tables.dataset import table_dataset
from ingest.sources.tables.mapping import read_mapping

if TYPE_CHECKING:
    from ingest.identity import Identities

FOLDER = Path(__file__).parent
# Names and ids first, so that what follows finds its nodes; the large table of commits last.
BUNDLED = (
    "repository_former_names",
    "landscape_openrank_12m",
    "llm_landscape_2025",
    "openrank_top20_2025-04",
    "landscape_openrank_monthly",
    "deepseek_week_contributors",
    "deepseek_week_affiliation_corrections",
    "deepseek_week_ecosystem",
    "deepseek_week_maintenance",
    "deepseek_week_integrations",
    "lineage",
    "products_and_standards",
    "events",
    "graveyard_candidates",
    "llm_stack",
    "agent_platform_features",
    "published_figures",
    "llm_landscape_commits_forks",
    "llm_landscape_commits",
)


def bundled(identities: Identities) -> Iterator[Dataset]:
    """All bundled tables, the one with names and ids first."""
    return (bundled_table(name, identities) for name in BUNDLED)


def bundled_table(name: str, identities: Identities) -> Dataset:
    """The bundled table called `name`; NotFoundError naming all of them, else."""
    if name not in BUNDLED:
        raise NotFoundError(f"there is no bundled table called {name}; they are {', '.join(BUNDLED)}")
    mapping = read_mapping(FOLDER / f"{name}.yml")
    return table_dataset(FOLDER / mapping.file, mapping, identities)
