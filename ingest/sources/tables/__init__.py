"""Tables that people publish: Markdown, CSV, TSV, XLSX and Parquet, by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.desk import Desk
from ingest.source import Dataset, Option, source
from ingest.sources.tables.kinds import KINDS


@source(
    "tables",
    takes="FILE",
    options=(
        Option("mapping", "a YAML file that says what the columns mean; these options override it", "file"),
        Option("source", "whose data it is, as answers name it: small letters, digits, . and -; the file's name else"),
        Option("kind", "what the table holds; told by its columns if absent", choices=tuple(KINDS)),
        Option("period", "the months that counts cover where no column says them", sample="2025-02..2025-08"),
        Option("as_of", "the day that the data stand for; the last month covered if absent", sample="2025-08-10"),
    ),
    offers=("contributors", "repositories", "organizations", "classifications", "series", "links", "events"),
    examples=("contributors.csv --source my-list --period 2025-01..2025-06",),
)
def read_tables(
    named: Sequence[str], desk: Desk, *, mapping: Path | None = None, **settings: str | None
) -> Iterator[Dataset]:
    """Tables of contributors, repositories, organizations, classifications, series or links.

    `settings` are settings of a mapping (`source`, `kind`, `period`, `as_of`, `part`, `title` …) and override it.
    """
    from ingest.sources.tables.dataset import table_dataset  # noqa: PLC0415 - kept out of the command's start
    from ingest.sources.tables.mapping import mapping_with  # noqa: PLC0415

    told = mapping_with(mapping, settings)
    return (table_dataset(Path(name), told, desk.identities) for name in named)
