"""How fast a large first load is: the offline importer beside the driver's batches and a statement per row."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from api.engine_in_use import engine_options
from api.settings import settings
from benchmarks.engine import scratch
from benchmarks.report import Section, peak_mib
from graph.bulk.load import Told, Way, load_at_once
from graph.database import Database
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.load import load, prepare
from graph.model import EdgeRecord, Origin, Record
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Pair, pair_records

ROWS, BATCHED, FEW = 1_000_000, 200_000, 1_000
PEOPLE, PROJECTS = 100_000, 10_000
ONE_BY_ONE, BATCHES, AT_ONCE = "one statement per row", "batches through the driver", "the offline importer"
COUNTS = {ONE_BY_ONE: FEW, BATCHES: BATCHED, AT_ONCE: ROWS}
ORIGIN = Origin("github", "api", "generated", "generated contributions", "", "0" * 64, "2025-12-31")
_ROW = (
    "MERGE (d:Developer {key: $developer}) MERGE (r:Repository {key: $repository}) "
    "MERGE (d)-[c:CONTRIBUTED_TO {key: $key}]->(r) SET c += $props"
)


class Taken(NamedTuple):
    """What one way took: rows, seconds, the most memory of the process in MiB."""

    rows: int
    seconds: float
    memory: float


def measure() -> Section:
    """The section on large first loads; each way fills an empty engine from a process of its own."""
    found = {way: _in_a_process(way) for way in COUNTS}
    slow = found[ONE_BY_ONE].rows / found[ONE_BY_ONE].seconds
    rows = [
        (way, f"{taken.rows:,}", f"{taken.seconds:.1f} s", f"{taken.rows / taken.seconds:,.0f}",
         f"{taken.rows / taken.seconds / slow:.0f}", f"{taken.memory:.0f} MiB")
        for way, taken in found.items()
    ]  # fmt: skip
    promise = (
        "Generated contributions of 100,000 people with ids in 10,000 repositories, from records to a graph with its "
        "indexes; the peers load the first rows only."
    )
    return Section("Large first loads", promise, ("", "rows", "time", "rows/s", "ratio", "memory"), rows)


def _in_a_process(way: str) -> Taken:
    with scratch() as options:
        server.start(options)
        command = [sys.executable, "-m", "benchmarks.bulk", str(options.data_dir), way, str(COUNTS[way])]
        done = subprocess.run(command, text=True, capture_output=True, check=True)
    rows, seconds, memory = done.stdout.split()
    return Taken(int(rows), float(seconds), float(memory))


def contributions(count: int) -> Iterator[Record]:
    """The first `count` generated contributions: few people and projects have many of them."""
    random = Random(5)  # noqa: S311 - figures, not secrets
    pairs = (_pair(random) for _ in range(count))
    return pair_records(pairs, Nodes(Identities.load()), ORIGIN)


def _pair(random: Random) -> Pair:
    who, what = int(PEOPLE * random.random() ** 2), int(PROJECTS * random.random() ** 2)
    counts = {"merged_prs": random.randrange(9), "reviews": random.randrange(5), "issue_comments": random.randrange(30)}
    month = f"20{15 + random.randrange(10)}-{random.randrange(12) + 1:02}"
    return Pair(f"Dev{who}", f"org{what % 97}/Repo{what}", month, counts, developer_id=1 + who, repository_id=1 + what)


def _one_by_one(database: Database, count: int) -> int:
    edges = (record for record in contributions(count) if isinstance(record, EdgeRecord))
    for edge in islice(edges, count):
        ends = {"developer": edge.start.ref.key, "repository": edge.end.ref.key}
        key = "|".join((*ends.values(), str(edge.props["period"])))
        database.write(_ROW, {**ends, "key": key, "props": dict(edge.props)})
    return count


def _load(way: str, count: int, options: EngineOptions) -> int:
    with Database(server.start(options)) as database:
        if way == AT_ONCE:
            [done] = load_at_once(database, options, [Told(ORIGIN, contributions(count))], Way(rows=count))
            return done.rows_taken
        prepare(database)
        if way == BATCHES:
            return load(database, ORIGIN, contributions(count)).rows_taken
        return _one_by_one(database, count)


def main() -> None:
    """Load in the way that the arguments name into the engine of that folder; print rows, seconds and MiB."""
    folder, way, count = sys.argv[1:]
    user = engine_options(settings())
    options = replace(user, data_dir=Path(folder), downloads=user.downloads or user.data_dir / "engine")
    began = time.perf_counter()
    rows = _load(way, int(count), options)
    print(rows, time.perf_counter() - began, peak_mib())


if __name__ == "__main__":
    main()
