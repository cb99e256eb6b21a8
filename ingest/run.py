"""The load loop: datasets of a source into the graph, one Snapshot each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.load import Loaded, Report
from graph.load import load as load_records
from ingest.source import Dataset

if TYPE_CHECKING:
    from graph.database import Database


def load(database: Database, dataset: Dataset, *, strict: bool = False, report: Report | None = None) -> Loaded:
    """Bring one dataset into the graph; return what was taken and what refused.

    With `strict` the first refused row raises its BadRowError; `report` is called after each batch.
    """
    return load_records(database, dataset.origin, dataset.records, strict=strict, report=report)


def load_all(
    database: Database, datasets: Iterable[Dataset], *, strict: bool = False, report: Report | None = None
) -> Iterator[tuple[Dataset, Loaded]]:
    """Bring datasets into the graph, one after the other; yield each with its counts once it is in."""
    for dataset in datasets:
        yield dataset, load(database, dataset, strict=strict, report=report)
