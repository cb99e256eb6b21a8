"""Tables that people publish: Markdown, CSV, TSV, XLSX and Parquet, by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.source import Dataset, source

if TYPE_CHECKING:
    from ingest.identity import Identities


@source(
    "tables",
    usage="FILE [--mapping FILE] [--source NAME] [--kind KIND] [--period 2025-02..2025-08] [--as-of 2025-08-10]",
    offers=("contributors", "repositories", "organizations", "classifications", "series", "links", "events"),
)
def read_tables(
    path: Path, identities: Identities, *, mapping: Path | None = None, **settings: str | None
) -> Iterator[Dataset]:
    """A table of contributors, repositories, organizations, classifications, series or links.

    `settings` are settings of a mapping (`source`, `kind`, `period`, `as_of`, `part`, `title` …) and override it.
    """
    from ingest.sources.tables.dataset import table_dataset  # noqa: PLC0415 - kept out of the command's start
    from ingest.sources.tables.mapping import mapping_with  # noqa: PLC0415

    yield table_dataset(path, mapping_with(mapping, settings), identities)
