"""The load of a dataset into the graph, one Snapshot each, in place of older readings where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import BadInputError
from graph.load import Loaded, Report
from graph.load import load as load_records
from graph.refresh import refresh as take_back_older
from ingest.source import Dataset

_TAKE_EMPTY = """
MATCH (s:Snapshot {key: $key, state: 'loading'}) WHERE s.rows_in = 0 AND NOT EXISTS { (s)--() }
DELETE s
"""
_STARTED = "MATCH (s:Snapshot {key: $key, state: 'loading'}) RETURN s.rows_in AS rows"

if TYPE_CHECKING:
    from graph.database import Database


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
    older readings of the same are taken back once this one is in; `report` is called after each batch.
    """
    try:
        loaded = load_records(database, dataset.origin, dataset.records, strict=strict, report=report)
    except BadInputError as error:
        _leave_nothing_empty(database, dataset.origin.key, error)
        raise
    if refresh or dataset.replaces:
        take_back_older(database, dataset.origin)
    return loaded


def _leave_nothing_empty(database: Database, key: str, error: BadInputError) -> None:
    """Remove the Snapshot of a load that stopped before its first commit; of another, tell how to go on."""
    database.write(_TAKE_EMPTY, {"key": key})
    for (rows,) in database.read(_STARTED, {"key": key}).rows:
        error.hint = f"{rows} rows before it are in the graph; `ossatlas unload '{key}'` takes them back"
