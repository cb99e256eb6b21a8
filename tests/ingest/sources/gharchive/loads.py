"""What the tests ask of a load."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from graph.check import check
from graph.errors import BadRowError
from graph.model import EdgeRecord, Value
from ingest.desk import Desk
from ingest.source import Dataset
from ingest.sources.gharchive import read_gharchive

Counts = dict[tuple[str, str, str], dict[str, Value]]


def load(desk: Desk, *named: Path | str, **options: object) -> list[Dataset]:
    """The datasets of what is named, of all repositories unless something else is asked for."""
    chosen = options if {"repositories", "organizations", "all"} & options.keys() else {**options, "all": True}
    return list(read_gharchive([str(one) for one in named], desk, **chosen))


def edges(datasets: list[Dataset], kind: str = "CONTRIBUTED_TO") -> list[EdgeRecord]:
    """All edges of a kind, each checked against the schema."""
    found = []
    for dataset in datasets:
        for item in dataset.records:
            assert not isinstance(item, BadRowError)
            check(item)
            if isinstance(item, EdgeRecord) and item.type == kind:
                found.append(item)
    return found


def counts(datasets: list[Dataset]) -> Counts:
    """Contributions by login, repository and month, without source and period."""
    found = {}
    for edge in edges(datasets):
        key = (str(edge.start.props["login"]), str(edge.end.props["name"]), str(edge.props["period"]))
        assert key not in found
        found[key] = {name: value for name, value in edge.props.items() if name not in ("source", "period")}
    return found


def rows(folder: Path) -> list[dict[str, object]]:
    """The rows of all months below the room of a source, in their order."""
    paths = sorted(folder.rglob("pairs/*.parquet"))
    return [row for path in paths for row in pq.read_table(path).to_pylist()]


def hashes(datasets: list[Dataset]) -> list[str]:
    """The keys of the Snapshots, which end in the hash of the content."""
    return [dataset.origin.key for dataset in datasets]
