"""How fast hours of GH Archive become developer x repository x month: from .gz to a Parquet file, beside peers."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from zlib_ng import gzip_ng

from benchmarks.report import Section, marked

if TYPE_CHECKING:
    import pandas as pd

Key = tuple[int, int, str, str]
SAMPLES = Path(__file__).parents[2] / "shared" / "data" / "gharchive"
HOURS, COPIES = 16, 5
"""Files that are made, and how often each holds the 8,502 real events of 2015 and 2021, with other ids."""
MANY = 4
"""How many times as many hours the runs have that show memory, and the rate without the start."""
BARE = "DuckDB's read_ndjson alone"
"""What the machine allows: one statement, without checksums, hashes, faults, doubles, and without a store."""
LONGER = ", four times the hours"
"""Run over more hours: what is added, over the events that are added, is the rate without the start."""
WAYS = ("plain Python", "pandas", "Spark", f"Spark{LONGER}", BARE, "ossatlas", f"ossatlas{LONGER}")
_ID = re.compile(rb'^\{"id":"\d+"')
_AT = b'"created_at":"'
_TICK = 0.1
HEADER = ("", "events", "CPU", "events/CPU s", "without the start", "time", "peak memory", "merged")
PROMISED_RATE, PROMISED_MEMORY = 100_000, 1_024


@dataclass(frozen=True, slots=True)
class Measured:
    """What a process and its children took: seconds of all processors, seconds of the clock, MiB; merged by it."""

    cpu: float
    wall: float
    memory: float
    merged: int


def measure() -> Section:
    """The section on GH Archive; each way runs in a process of its own over the same files."""
    with tempfile.TemporaryDirectory() as scratch:
        hours, more = Path(scratch, "hours"), Path(scratch, "more")
        events = make_hours(hours, HOURS, 0)
        times = 1 + make_hours(more, HOURS * (MANY - 1), HOURS) // events
        took: dict[str, tuple[int, Measured]] = {}
        for way in WAYS:
            longer = way.endswith(LONGER)
            folders, count = ([hours, more], events * times) if longer else ([hours], events)
            took[way] = count, _in_a_process(way.removesuffix(LONGER), folders, Path(scratch))
        rows = [_row(way, took) for way in WAYS]
    promise = (
        f"{events:,} real events of 2015 and 2021 in {HOURS} hours, end to end from .gz: at least 100,000 events per "
        "second of processor (user and system, children with it), and memory under 1 GiB for any number of hours. "
        "Without the start: what the longer run takes more, over its further events."
    )
    return Section("GH Archive", promise, HEADER, rows)


def make_hours(folder: Path, hours: int, first: int) -> int:
    """Write hours of real events, with other ids and in the hour of their file; return how many events they hold."""
    folder.mkdir()
    lines = [line for path in sorted(SAMPLES.glob("*.gz")) for line in gzip.decompress(path.read_bytes()).splitlines()]
    number = 10**10 * (first + 1)
    for at in range(first, first + hours):
        day, hour = divmod(at, 24)
        with gzip_ng.open(folder / f"2021-07-{day + 1:02}-{hour}.json.gz", "wb", 6) as file:  # type: ignore[no-untyped-call]
            for line in lines * COPIES:
                number += 1
                told = _ID.sub(b'{"id":"%d"' % number, line)
                before, mark, after = told.rpartition(_AT)
                file.write(before + mark + b"2021-07-%02dT%02d" % (day + 1, hour) + after[13:] + b"\n")
    return len(lines) * COPIES * hours


def _row(way: str, took: Mapping[str, tuple[int, Measured]]) -> tuple[str, ...]:
    events, one = took[way]
    ours = way.startswith("ossatlas")
    return (
        way,
        f"{events:,}",
        f"{one.cpu:.1f} s",
        marked(f"{events / one.cpu:,.0f}", missed=ours and events / one.cpu < PROMISED_RATE),
        _marginal(way, took),
        f"{one.wall:.1f} s",
        marked(f"{one.memory:.0f} MiB", missed=ours and one.memory >= PROMISED_MEMORY),
        str(one.merged),
    )


def _marginal(way: str, took: Mapping[str, tuple[int, Measured]]) -> str:
    """Events per second of processor without the start; empty for ways that ran once."""
    if not way.endswith(LONGER):
        return ""
    (few, short), (many, long) = took[way.removesuffix(LONGER)], took[way]
    return f"{(many - few) / (long.cpu - short.cpu):,.0f}"


def _in_a_process(way: str, folders: list[Path], scratch: Path) -> Measured:
    command = [sys.executable, "-m", "benchmarks.gharchive", way, str(scratch), *map(str, folders)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        cpu, memory = _watched(process)
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise RuntimeError(f"{way} ended with {process.returncode}")
    return Measured(cpu, time.perf_counter() - began, memory, int(told.split()[-1]))


def _watched(process: subprocess.Popen[str]) -> tuple[float, float]:
    """Seconds of processor and the most MiB of a process and all that it starts, looked at until it ends."""
    seconds: dict[int, float] = {}
    most = 0.0
    while process.poll() is None:
        memory = 0.0
        for one in _family(process.pid):
            try:
                times = one.cpu_times()
                memory += one.memory_info().rss
            except psutil.Error:
                continue
            seconds[one.pid] = times.user + times.system
        most = max(most, memory / 2**20)
        time.sleep(_TICK)
    return sum(seconds.values()), most


def _family(pid: int) -> list[psutil.Process]:
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.Error:
        return []


def _ossatlas(folders: list[Path], scratch: Path, engine: str) -> int:
    import pyarrow.compute as pc  # noqa: PLC0415 - each way loads its own
    import pyarrow.parquet as pq  # noqa: PLC0415

    from ingest.desk import Desk  # noqa: PLC0415
    from ingest.identity import Identities  # noqa: PLC0415
    from ingest.sources.gharchive import aggregate  # noqa: PLC0415

    with tempfile.TemporaryDirectory(dir=scratch) as room:
        output = Path(room, "pairs.parquet")
        aggregate([str(one) for one in folders], Desk(Identities.load(), Path(room)), output, all=True, engine=engine)
        return int(pc.sum(pq.read_table(output, columns=["merged_prs"])["merged_prs"]).as_py())


def _files(folders: list[Path]) -> list[Path]:
    return sorted(path for folder in folders for path in folder.iterdir())


SINGLE = {
    ("PullRequestEvent", "opened"): "opened_prs",
    ("PullRequestReviewEvent", "created"): "reviews",
    ("IssuesEvent", "opened"): "opened_issues",
    ("IssuesEvent", "closed"): "closed_issues",
    ("IssueCommentEvent", "created"): "issue_comments",
    ("PullRequestReviewCommentEvent", "created"): "review_comments",
    ("PushEvent", ""): "pushes",
    ("WatchEvent", "started"): "stars",
}


def _plain_python(folders: list[Path]) -> int:
    found: Counter[Key] = Counter()
    seen, pulls = set[str](), set[tuple[int, int, str]]()
    for path in _files(folders):
        with gzip.open(path, "rb") as lines:
            for line in lines:
                event = json.loads(line)
                if event["id"] not in seen:
                    seen.add(event["id"])
                    _count(event, found, pulls)
    return sum(count for (_, _, _, kind), count in found.items() if kind == "merged_prs")


def _count(event: dict[str, Any], found: Counter[Key], pulls: set[tuple[int, int, str]]) -> None:
    payload, repository, month = event["payload"], event["repo"]["id"], event["created_at"][:7]
    kind = SINGLE.get((event["type"], payload.get("action", "")))
    if kind:
        found[event["actor"]["id"], repository, month, kind] += 1
    if event["type"] == "PullRequestEvent" and payload["action"] == "closed" and payload["pull_request"]["merged"]:
        pull, author = payload["pull_request"], payload["pull_request"]["user"]["id"]
        if (repository, pull["number"], month) not in pulls:
            pulls.add((repository, pull["number"], month))
            found[author, repository, month, "merged_prs"] += 1


def _pandas(folders: list[Path]) -> int:
    import pandas as pd  # noqa: PLC0415 - each way loads its own

    found = pd.concat([_frame(lines) for path in _files(folders) for lines in _chunks(path)]).drop_duplicates("id")
    kinds = [SINGLE.get(pair) for pair in zip(found["type"], found["action"], strict=True)]
    found["kind"] = pd.Series(kinds, found.index)
    single = found.dropna(subset="kind").groupby(["actor", "repository", "month", "kind"]).size()
    pulls = found[found["merged"]].drop_duplicates(["repository", "number", "month"])
    own = pulls.groupby(["author", "repository", "month"]).size()
    return int(own.sum()) if len(single) else 0


_BARE = """
WITH event AS (
    SELECT * FROM read_ndjson($files, columns = {
        type: 'VARCHAR', created_at: 'VARCHAR', actor: 'STRUCT(id BIGINT)', repo: 'STRUCT(id BIGINT)',
        payload: 'STRUCT(action VARCHAR, number BIGINT, pull_request STRUCT(merged BOOLEAN, "user" STRUCT(id BIGINT)))'
    })
), pair AS (
    SELECT actor.id, repo.id, created_at[:7], type, payload.action, count(*) FROM event GROUP BY ALL
), merged AS (
    SELECT DISTINCT repo.id, payload.number, created_at[:7] FROM event
    WHERE type = 'PullRequestEvent' AND payload.action = 'closed' AND payload.pull_request.merged
)
SELECT (SELECT count(*) FROM merged), (SELECT count(*) FROM pair)
"""


def _bare(folders: list[Path]) -> int:
    import duckdb  # noqa: PLC0415 - each way loads its own

    with duckdb.connect() as store:
        return int(store.execute(_BARE, {"files": [str(path) for path in _files(folders)]}).fetchall()[0][0])


def _chunks(path: Path) -> Iterator[pd.DataFrame]:
    import pandas as pd  # noqa: PLC0415

    with pd.read_json(path, lines=True, chunksize=10_000, dtype=False) as reader:
        yield from reader


def _frame(lines: pd.DataFrame) -> pd.DataFrame:
    payloads = lines["payload"]
    pulls = payloads.map(lambda payload: payload.get("pull_request") or {})
    action = payloads.map(lambda payload: payload.get("action", ""))
    return lines[["id", "type"]].assign(
        month=lines["created_at"].str[:7],
        action=action,
        actor=lines["actor"].map(lambda actor: actor["id"]),
        repository=lines["repo"].map(lambda repo: repo["id"]),
        merged=(action == "closed") & pulls.map(lambda pull: bool(pull.get("merged"))),
        number=pulls.map(lambda pull: pull.get("number")),
        author=pulls.map(lambda pull: (pull.get("user") or {}).get("id")),
    )


def main() -> None:
    """Count in the way that the arguments name, and print the merged pull requests."""
    way, scratch, *named = sys.argv[1:]
    folders = [Path(one) for one in named]
    if way == "plain Python":
        print(_plain_python(folders))
    elif way == "pandas":
        print(_pandas(folders))
    elif way == BARE:
        print(_bare(folders))
    else:
        print(_ossatlas(folders, Path(scratch), "spark" if way == "Spark" else "duckdb"))


if __name__ == "__main__":
    main()
