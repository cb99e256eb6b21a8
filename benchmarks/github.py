"""How fast GitHub is read: the source beside plain calls one at a time, and its rows into the graph beside single ones.

The GitHub is the tests' own server on loopback, in a process of its own. It answers at once, which GitHub does not: so
each call, of the peer as of ours, waits as long as the way to GitHub and back usually takes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.engine import scratch
from benchmarks.report import Section, peak_mib
from graph.connection import Connection
from graph.database import Database
from graph.engine import server
from graph.load import prepare
from graph.model import EdgeRecord
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.run import load
from ingest.sources.github import read_github
from ingest.sources.github.store import TABLES, Store

REPOSITORY = "acme/engine"
SIZE = ("--developers", "100", "--issues", "400", "--pulls", "400", "--stars", "100", "--repositories", "4")
PARTS = ("issues", "pulls", "reviews", "comments", "stars", "releases")
TOKEN = "for-the-benchmark"  # noqa: S105 - opens nothing
FEW = 300
AWAY = 0.15
"""Seconds that a call to GitHub takes at the least."""
_MERGE = (
    "MERGE (d:Developer {key: $developer}) MERGE (r:Repository {key: $repository}) "
    "MERGE (d)-[c:CONTRIBUTED_TO {key: $key}]->(r) SET c += $props"
)
WAYS = ("plain calls, one at a time", "ossatlas, without a token", "ossatlas, with a token")
LOADS = ("one statement per row", "ossatlas load")


def measure() -> Section:
    """The section on GitHub; each way runs in a process of its own, so that its memory can be told."""
    with _github() as address:
        read = [_in_a_process("read", way, address) for way in WAYS]
        with scratch() as options:
            connection = server.start(options)
            words = (address, connection.uri, connection.username)
            loaded = [_in_a_process("load", way, *words, secret=connection.password) for way in LOADS]
    rows = [_row(f"read: {way}", found, read[0]) for way, found in zip(WAYS, read, strict=True)]
    rows += [_row(f"load: {way}", found, loaded[0]) for way, found in zip(LOADS, loaded, strict=True)]
    promise = "400 issues and 400 pull requests with what was said to them; the peer reads the same lists by REST."
    return Section("GitHub", promise, ("", "rows", "time", "rows/s", "ratio", "memory"), rows)


def _row(name: str, found: tuple[float, ...], peer: tuple[float, ...]) -> tuple[str, ...]:
    rows, taken, memory = found
    ratio = rows / taken / (peer[0] / peer[1])
    return (name, f"{rows:,.0f}", f"{taken:.1f} s", f"{rows / taken:,.0f}", f"{ratio:.1f}", f"{memory:.0f} MiB")


@contextmanager
def _github() -> Iterator[str]:
    """The address of the tests' GitHub while it serves."""
    command = [sys.executable, "-m", "tests.ingest.sources.github.server", *SIZE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            if process.stdin:
                process.stdin.close()
            process.wait(60)


def _in_a_process(what: str, *words: str, secret: str = "") -> tuple[float, ...]:
    command = [sys.executable, "-m", "benchmarks.github", what, *words]
    done = subprocess.run(command, input=secret, text=True, stdout=subprocess.PIPE, check=True)
    return tuple(float(word) for word in done.stdout.split())


def _desk(address: str, folder: Path, token: str | None) -> Desk:
    return Desk(Identities.load(), folder, addresses={"github": address}, token=lambda: token)


def _ours(address: str, token: str | None) -> int:
    """Single things that came into the store."""
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(address, Path(folder), token)
        for _ in read_github([REPOSITORY], desk, what=PARTS):
            pass
        return _rows(Store(desk.room("github") / "store"))


def _rows(store: Store) -> int:
    import pyarrow.parquet as pq  # noqa: PLC0415 - only in the child

    return sum(
        pq.read_metadata(path).num_rows for table in TABLES for path in (store.folder / table.name).rglob("*.parquet")
    )


def _plain(address: str) -> int:
    """Rows of the same lists, asked for one after the other with plain httpx and held as they come."""
    import httpx  # noqa: PLC0415 - only in the child

    held: list[dict[str, object]] = []
    with httpx.Client(base_url=address, headers={"Authorization": f"Bearer {TOKEN}"}) as web:

        def pages(path: str) -> Iterator[dict[str, object]]:
            link: str | None = path
            while link:
                answer = web.get(link)
                yield from answer.json()
                link = answer.links.get("next", {}).get("url")

        for path in ("issues?state=all&", "issues/comments?", "pulls/comments?", "issues/events?", "releases?"):
            held.extend(pages(f"/repos/{REPOSITORY}/{path}per_page=100"))
        for pull in list(pages(f"/repos/{REPOSITORY}/pulls?state=all&per_page=100")):
            held.extend(pages(f"/repos/{REPOSITORY}/pulls/{pull['number']}/reviews?per_page=100"))
    return len(held)


def _load(way: str, address: str, database: Database) -> int:
    """Contributions that are brought into the graph."""
    with tempfile.TemporaryDirectory() as folder:
        datasets = list(read_github([REPOSITORY], _desk(address, Path(folder), TOKEN), what=PARTS))
        begun = time.perf_counter()
        if way == LOADS[1]:
            taken = sum(load(database, dataset).rows_taken for dataset in datasets)
        else:
            taken = _one_by_one(database, datasets[0].read())
        _tell(taken, time.perf_counter() - begun)
    return taken


def _one_by_one(database: Database, items: Iterator[object]) -> int:
    edges = [item for item in items if isinstance(item, EdgeRecord) and item.type == "CONTRIBUTED_TO"][:FEW]
    for edge in edges:
        ends = {"developer": edge.start.ref.key, "repository": edge.end.ref.key}
        key = "|".join((*ends.values(), str(edge.props["period"])))
        database.write(_MERGE, {**ends, "key": key, "props": dict(edge.props)})
    return len(edges)


def _tell(rows: int, seconds: float) -> None:
    print(rows, seconds, peak_mib())


def _far_away() -> None:
    """Let each call of this process wait as if GitHub were where it is."""
    import httpx  # noqa: PLC0415 - only in the child

    at_once = httpx.HTTPTransport.handle_request

    def late(transport: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        time.sleep(AWAY)
        return at_once(transport, request)

    httpx.HTTPTransport.handle_request = late  # type: ignore[method-assign, assignment] # that is the point


def main() -> None:
    """Read or load in the way that the arguments name, and print rows, seconds and MiB."""
    what, way, address, *rest = sys.argv[1:]
    if what == "load":
        with Database(Connection(rest[0], rest[1], sys.stdin.read())) as database:
            prepare(database)
            _load(way, address, database)
        return
    _far_away()
    begun = time.perf_counter()
    rows = _plain(address) if way == WAYS[0] else _ours(address, TOKEN if way == WAYS[2] else None)
    _tell(rows, time.perf_counter() - begun)


if __name__ == "__main__":
    main()
