"""GH Archive: every public event of GitHub since 2011, hour by hour, as developer x repository x month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.desk import Desk
from ingest.source import Dataset, Option, source

if TYPE_CHECKING:
    from ingest.sources.gharchive.opening import Wish

LOCAL = "local[*]"


@source(
    "gharchive",
    takes="FILES, FOLDER, PATTERN OR DAYS",
    options=(
        Option("repositories", "a file with owner/name or an id on each line: these repositories", "file"),
        Option("organizations", "accounts: their repositories", sample="apache,deepseek-ai", many=True),
        Option("all", "every repository", "flag"),
        Option("engine", "what counts: duckdb on this machine, spark on one or many", choices=("duckdb", "spark")),
        Option("master", "the address of the Spark cluster; local[*] if absent", sample="spark://head:7077"),
        Option("java_home", "the Java 17 or 21 that Spark starts with; looked for if absent", "folder"),
        Option("keep", "keep the files that were fetched", "flag"),
    ),
    offers=("contributions", "coverage"),
    examples=(
        "2025-01-01..2025-01-31 --organizations deepseek-ai",
        "2015-01-01-0.json.gz --all",
        "'https://data.gharchive.org/2015-01-01-{0..23}.json.gz' --repositories list.txt",
    ),
)
def read_gharchive(named: Sequence[str], desk: Desk, **options: object) -> Iterator[Dataset]:
    """GH Archive: who did what in which repository, by month, from GitHub's public events since 2011.

    A dataset for each month that is told of, made from all hours that the store has of it.
    """
    from ingest.sources.gharchive.opening import named_inputs, read_months  # noqa: PLC0415 - kept out of the start

    wish = _wish(named, options)
    named_inputs(wish, desk)
    return read_months(wish, desk)


def aggregate(named: Sequence[str], desk: Desk, output: Path, **options: object) -> int:
    """Write the months that are told of to the Parquet file `output`, and return its number of rows.

    What is named here alone is counted, whatever was loaded before. Options are those of the source;
    `ingest.sources.gharchive.output.COLUMNS` tells the columns. No graph is needed. The desk is warned of all that a
    load would tell, and of each gap.
    """
    from ingest.sources.gharchive.opening import session  # noqa: PLC0415 - kept out of the command's start
    from ingest.sources.gharchive.output import check_output, write_pairs  # noqa: PLC0415
    from ingest.sources.gharchive.report import month_report  # noqa: PLC0415

    check_output(output)
    wish = _wish(named, options)
    with session(wish, desk, alone=True) as at:
        for note in at.notes:
            desk.warn(note)
        reports = [month_report(at.store, at.engine, month, wish.selection) for month in at.months]
        for report in reports:
            for words in (report.head, *report.faults, *report.gaps):
                desk.warn(f"{report.title}: {words}")
        return write_pairs(reports, output, desk.identities)


def _wish(named: Sequence[str], options: dict[str, object]) -> Wish:
    from ingest.sources.gharchive.opening import Wish  # noqa: PLC0415
    from ingest.sources.gharchive.selection import select  # noqa: PLC0415

    repositories, owners = _path(options.get("repositories")), _words(options.get("organizations"))
    return Wish(
        tuple(named),
        select(repositories, owners, everything=bool(options.get("all"))),
        engine=str(options.get("engine") or "duckdb"),
        master=str(options.get("master") or LOCAL),
        java_home=_path(options.get("java_home")),
        keep=bool(options.get("keep")),
    )


def _path(value: object) -> Path | None:
    return Path(str(value)) if value else None


def _words(value: object) -> tuple[str, ...]:
    """Several values, whether they come as a tuple or as text parted by commas."""
    if isinstance(value, str):
        value = value.split(",")
    return tuple(word for one in value if (word := str(one).strip())) if isinstance(value, (tuple, list)) else ()
