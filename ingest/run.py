"""The load of a dataset into the graph, one Snapshot each, in place of older readings where that is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import BadInputError
from graph.load import Loaded, Report
from graph.load import load as load_records
from graph.refresh import age, newer
from graph.refresh import refresh as take_back_older
from ingest.source import Dataset

_TAKE_EMPTY = """
MATCH (s:Snapshot {key: $key, state: 'loading'}) WHERE s.rows_in = 0 AND NOT EXISTS { (s)--() }
DELETE s
"""
_STARTED = "MATCH (s:Snapshot {key: $key, state: 'loading'}) RETURN s.rows_in AS rows"

LARGE = 1_000_000
"""Rows above which a first load goes through the offline importer."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.database import Database
    from graph.engine.options import EngineOptions
    from graph.engine.report import Report as EngineReport


@dataclass(frozen=True, slots=True)
class AtOnce:
    """By what datasets are loaded at once: the engine's options, whom to tell of it, and of each dataset's rows."""

    engine: EngineOptions
    report: EngineReport
    reports: Sequence[Report]


def load(
    database: Database,
    dataset: Dataset,
    *,
    strict: bool = False,
    refresh: bool = False,
    report: Report | None = None,
) -> Loaded:
    """Bring one dataset into the graph; return what was taken and what refused.

    With `strict` the first refused row raises its BadRowError; with `refresh`, or where the dataset replaces them,
    older readings of the same are taken back once this one is in; `report` is called after each batch. One that
    replaces older ones is left out where the graph has a newer one, so that their order does not matter.
    """
    day = newer(database, dataset.origin) if dataset.replaces and not refresh else ""
    if day:
        return Loaded(dataset.origin.key, 0, 0, 0, (), newer=day)
    try:
        loaded = load_records(database, dataset.origin, dataset.records, strict=strict, report=report)
    except BadInputError as error:
        _leave_nothing_empty(database, dataset.origin.key, error)
        raise
    if refresh or dataset.replaces:
        take_back_older(database, dataset.origin)
    return loaded


def is_large(datasets: Iterable[Dataset]) -> bool:
    """Whether `datasets` together are worth the offline importer, as far as their rows are known before."""
    return sum(dataset.rows or 0 for dataset in datasets) > LARGE


def load_at_once(
    database: Database, datasets: Sequence[Dataset], by: AtOnce, *, strict: bool = False, refresh: bool = False
) -> list[Loaded]:
    """Bring all of `datasets` into the empty graph of the embedded engine through Neo4j's offline importer.

    Returns what `load` returns for each of them in turn; all are in, or, when one fails, none. BusyError, and nothing
    is done, when the graph cannot be filled that way.
    """
    from graph.bulk.load import Told, Way, load_at_once  # noqa: PLC0415 - for large loads alone

    told = [Told(each.origin, each.records, report) for each, report in zip(datasets, by.reports, strict=True)]
    rows = sum(dataset.rows or 0 for dataset in datasets)
    done = load_at_once(database, by.engine, told, Way(strict=strict, rows=rows), by.report)
    in_time = sorted(datasets, key=lambda each: age(each.origin))
    newest = {(each.origin.source, each.origin.dataset): each for each in in_time}
    for each in newest.values():
        if refresh or each.replaces:
            take_back_older(database, each.origin)
    return done


def _leave_nothing_empty(database: Database, key: str, error: BadInputError) -> None:
    """Remove the Snapshot of a load that stopped before its first commit; of another, tell how to go on."""
    database.write(_TAKE_EMPTY, {"key": key})
    for (rows,) in database.read(_STARTED, {"key": key}).rows:
        error.hint = f"{rows} rows before it are in the graph; `ossatlas unload '{key}'` takes them back"
