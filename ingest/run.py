"""The load of a dataset into the graph, one Snapshot each, in place of older readings where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.load import Loaded, Report
from graph.load import load as load_records
from graph.refresh import refresh as take_back_older
from ingest.source import Dataset

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

    With `strict` the first refused row raises its BadRowError; with `refresh` older readings of the same table are
    taken back once this one is in; `report` is called after each batch.
    """
    loaded = load_records(database, dataset.origin, dataset.records, strict=strict, report=report)
    if refresh:
        take_back_older(database, dataset.origin)
    return loaded
