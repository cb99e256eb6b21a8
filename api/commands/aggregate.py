"""`ossatlas aggregate`: a source's rows into a Parquet file, without a graph."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.generated import Option, add_command
from api.commands.late import LateGroup
from api.commands.load import as_option, given, named

if TYPE_CHECKING:
    from ingest.source import Source

OUTPUT = Option(
    "output",
    Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The Parquet file to write.", show_default=False)
    ],
    ...,
)


class Aggregating(LateGroup):
    """The sources that can be counted without a graph, looked up when one is named."""

    def fill(self, app: typer.Typer) -> None:
        """Add a command for each."""
        from ingest.source import find_source  # noqa: PLC0415 - slow to import

        add_aggregation(app, find_source("gharchive"))


aggregate = typer.Typer(cls=Aggregating, no_args_is_help=True, rich_markup_mode=None)


@aggregate.callback()
def aggregating() -> None:
    """Count a source into a Parquet file: developer by repository by month, ready for pandas, DuckDB or Spark.

    Example:
      ossatlas aggregate gharchive 2025-01-01..2025-01-31 --all -o pairs.parquet

    """


def add_aggregation(app: typer.Typer, source: Source) -> None:
    """Add the command of one source: what it takes, its options, and the file to write."""

    def run(values: Mapping[str, Any]) -> None:
        run_aggregation(values["named"], given(source, values), values["output"])

    examples = "\n".join(
        f"  ossatlas aggregate {source.name} {example} -o pairs.parquet" for example in source.examples
    )
    about = f"{source.about}\n\nThe rows go into a Parquet file; no graph is needed.\n\n\b\nExample:\n{examples}"
    add_command(app, source.name, about, [named(source), *map(as_option, source.options), OUTPUT], run)


def run_aggregation(what: list[str], options: Mapping[str, Any], output: Path) -> None:
    """Write what was named to `output`, and say how many rows it has."""
    from api.collecting import at_the_desk  # noqa: PLC0415 - slow to import
    from api.complaint import warn  # noqa: PLC0415 - slow to import
    from ingest.sources.gharchive import aggregate as write  # noqa: PLC0415 - slow to import

    with at_the_desk() as desk:
        rows = write(tuple(what), desk, output, **options)
    warn(f"wrote {rows} rows to {output}")
