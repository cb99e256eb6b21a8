"""How fast OpenDigger's labels are read and its 50,000 repositories are loaded, beside other ways, with memory."""

from __future__ import annotations

import csv
import gzip
import io
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.engine import scratch
from benchmarks.report import Section, against, peak_mib
from graph.connection import Connection
from graph.database import Database
from graph.engine import server
from graph.load import load, prepare

DATA = Path(__file__).parents[2] / "shared" / "data" / "opendigger"
LABELS, SUMS = DATA / "labeled_data.tar.gz", DATA / "top50000_repos_total_openrank.csv.gz"
FEW = 1_000
PROMISED = 20.0
"""Seconds for the sums as a graph, in an engine that has loaded them before."""
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS"
WARM = "sums loaded: ossatlas, again in the same engine"
_ROW = "MERGE (r:Repository {key: $key}) SET r.name = $name, r.platform = $platform, r.openrank_12m_sum = $openrank"


def measure() -> Section:
    """The section on OpenDigger; each way runs in a process of its own, so that its memory can be told."""
    rows: list[tuple[str, ...]] = []
    with scratch() as options:
        connection = server.start(options)
        for ways in (LABEL_WAYS, SUM_WAYS, LOAD_WAYS):
            found = {way: _in_a_process(connection, way) for way in ways}
            base = next(iter(found.values()))
            rows += [_line(way, taken, base) for way, taken in found.items()]
    promise = (
        "Labels with the closures of all 5,682; the sums as rows, and as a graph: promised in under "
        f"{PROMISED:.0f} s warm: loaded, the graph emptied, loaded again in the same engine. The loading peer takes "
        f"the first {FEW:,} rows at a statement each. Each group's first line is its peer."
    )
    return Section("OpenDigger", promise, ("", "rows", "time", "rows/s", "ratio", "memory"), rows)


def _line(way: str, taken: tuple[int, float, float], base: tuple[int, float, float]) -> tuple[str, ...]:
    count, seconds, memory = taken
    ratio = (count / seconds) / (base[0] / base[1])
    cell = against(seconds, PROMISED if way == WARM else float("inf"))
    return way, f"{count:,}", cell, f"{count / seconds:,.0f}", f"{ratio:.1f}", f"{memory:.0f} MiB"


def _in_a_process(connection: Connection, way: str) -> tuple[int, float, float]:
    command = [sys.executable, "-m", "benchmarks.opendigger", connection.uri, connection.username, way]
    done = subprocess.run(command, input=connection.password, text=True, capture_output=True, check=True)
    count, taken, memory = done.stdout.split()
    return int(count), float(taken), float(memory)


def _labels_plainly(_: Database) -> int:
    """Plain Python with PyYAML as it is taught, closures by walking anew from each label."""
    import yaml  # noqa: PLC0415 - each way pays for its own

    told: dict[str, tuple[list[str], set[int]]] = {}
    with tarfile.open(LABELS) as archive:
        for member in archive:
            held = archive.extractfile(member) if member.name.endswith(".yml") else None
            if held is None:
                continue
            name = member.name.partition("labeled_data/")[2].removesuffix(".yml").removesuffix("/index")
            data = yaml.safe_load(held.read()).get("data") or {}
            below = [ref[1:] if str(ref).startswith(":") else f"{name}/{ref}" for ref in data.get("labels") or []]
            ids = {repo["id"] for host in data.get("platforms") or [] for repo in host.get("repos") or []}
            told[name] = (below, ids)

    def walk(name: str) -> set[int]:
        below, ids = told[name]
        return ids.union(*map(walk, below))

    return len([walk(name) for name in told])


def _labels(_: Database) -> int:
    from ingest.sources.opendigger.labels.files import label_files  # noqa: PLC0415 - each way pays for its own
    from ingest.sources.opendigger.labels.tree import read_tree  # noqa: PLC0415 - each way pays for its own

    tree = read_tree(label_files(LABELS))
    return len([tree.closure(path) for path in tree.labels])


def _sums_plainly(_: Database) -> int:
    with gzip.open(SUMS, "rt", encoding="utf-8") as raw:
        return len([(int(row["repo_id"]), float(row["total_openrank"])) for row in csv.DictReader(raw)])


def _sums_with_pandas(_: Database) -> int:
    import pandas as pd  # noqa: PLC0415 - each way pays for its own

    frame = pd.read_csv(SUMS)
    frame.groupby(["platform", "repo_id"]).total_openrank.sum()
    return len(frame)


def _sums(_: Database) -> int:
    from ingest.sources.opendigger.totals import totals_dataset  # noqa: PLC0415 - each way pays for its own

    return sum(1 for _ in totals_dataset(SUMS, "2025-08-31").read())


def _first_rows() -> Iterator[dict[str, str]]:
    with gzip.open(SUMS) as raw:
        yield from islice(csv.DictReader(io.TextIOWrapper(raw, "utf-8")), FEW)


def _one_by_one(database: Database) -> int:
    for row in _first_rows():
        platform = row["platform"].lower()
        told = {"key": f"{platform}:{row['repo_id']}", "name": row["repo_name"], "platform": platform}
        database.write(_ROW, {**told, "openrank": float(row["total_openrank"])})
    return FEW


def _loaded(database: Database) -> int:
    from ingest.desk import Desk  # noqa: PLC0415 - each way pays for its own
    from ingest.identity import Identities  # noqa: PLC0415 - each way pays for its own
    from ingest.source import find_source  # noqa: PLC0415 - each way pays for its own

    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Identities.load(), Path(folder))
        (dataset,) = find_source("opendigger").open((str(SUMS),), desk, as_of="2025-08-31")
        return load(database, dataset.origin, dataset.records).rows_taken


LABEL_WAYS: dict[str, Callable[[Database], int]] = {
    "labels: plain Python and PyYAML": _labels_plainly,
    "labels: ossatlas": _labels,
}
SUM_WAYS: dict[str, Callable[[Database], int]] = {
    "sums read: plain Python": _sums_plainly,
    "sums read: pandas": _sums_with_pandas,
    "sums read: ossatlas, as checked records": _sums,
}
LOAD_WAYS: dict[str, Callable[[Database], int]] = {
    "sums loaded: one statement per row": _one_by_one,
    "sums loaded: ossatlas": _loaded,
    WARM: _loaded,
}


def main() -> None:
    """Read or load in the way that the arguments name, and print rows, seconds and MiB."""
    uri, username, way = sys.argv[1:]
    with Database(Connection(uri, username, sys.stdin.read())) as database:
        prepare(database)
        if way == WARM:
            database.run_alone(EMPTY)
        began = time.perf_counter()
        count = (LABEL_WAYS | SUM_WAYS | LOAD_WAYS)[way](database)
        print(count, time.perf_counter() - began, peak_mib())


if __name__ == "__main__":
    main()
