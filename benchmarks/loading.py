"""How fast tables are loaded: the loader's batches beside a statement per row, with memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice

from benchmarks.engine import scratch
from benchmarks.report import Section, peak_mib
from graph.connection import Connection
from graph.database import Database
from graph.engine import server
from graph.load import load, prepare
from graph.model import EdgeRecord
from ingest.datasets.bundled import bundled_table
from ingest.identity import Identities

TABLE = "llm_landscape_commits"
FEW = 1_000
_ROW = (
    "MERGE (d:Developer {key: $developer}) MERGE (r:Repository {key: $repository}) "
    "MERGE (d)-[c:CONTRIBUTED_TO {key: $key}]->(r) SET c += $props"
)


def measure() -> Section:
    """The section on loading; each way runs in a process of its own, so that its memory can be told."""
    with scratch() as options:
        connection = server.start(options)
        found = [_in_a_process(connection, way) for way in ("one statement per row", "ossatlas")]
    slow = found[0][0] / found[0][1]
    rows = [
        (
            way,
            f"{count:,}",
            f"{taken:.1f} s",
            f"{count / taken:,.0f}",
            f"{count / taken / slow:.0f}",
            f"{memory:.0f} MiB",
        )
        for way, (count, taken, memory) in zip(("one statement per row", "ossatlas load"), found, strict=True)
    ]
    promise = "The bundled developer by month table; the peer loads its first rows only, at a statement each."
    return Section("Loading", promise, ("", "rows", "time", "rows/s", "ratio", "memory"), rows)


def _in_a_process(connection: Connection, way: str) -> tuple[int, float, float]:
    command = [sys.executable, "-m", "benchmarks.loading", connection.uri, connection.username, way]
    done = subprocess.run(command, input=connection.password, text=True, capture_output=True, check=True)
    count, taken, memory = done.stdout.split()
    return int(count), float(taken), float(memory)


def _contributions(count: int) -> Iterator[EdgeRecord]:
    records = bundled_table(TABLE, Identities.load()).records
    edges = (record for record in records if isinstance(record, EdgeRecord) and record.type == "CONTRIBUTED_TO")
    return islice(edges, count)


def _one_by_one(database: Database) -> int:
    for edge in _contributions(FEW):
        ends = {"developer": edge.start.ref.key, "repository": edge.end.ref.key}
        key = "|".join((*ends.values(), str(edge.props["period"])))
        database.write(_ROW, {**ends, "key": key, "props": dict(edge.props)})
    return FEW


def _batched(database: Database) -> int:
    dataset = bundled_table(TABLE, Identities.load())
    return load(database, dataset.origin, dataset.records).rows_taken


def main() -> None:
    """Load in the way that the arguments name, and print rows, seconds and MiB."""
    uri, username, way = sys.argv[1:]
    with Database(Connection(uri, username, sys.stdin.read())) as database:
        prepare(database)
        began = time.perf_counter()
        count = _batched(database) if way == "ossatlas" else _one_by_one(database)
        print(count, time.perf_counter() - began, peak_mib())


if __name__ == "__main__":
    main()
