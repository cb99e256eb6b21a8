"""How fast a history is read: beside plain Python with a process per commit, and with pandas, with memory."""

from __future__ import annotations

import io
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.report import Section, against, peak_mib

COMMITS = 100_000
FEW = 500
PEOPLE = 2_000
PROMISED = 10.0
"""Seconds for all of them."""
OURS = "ossatlas load git (records)"
_PRIVATE = re.compile(r"(?:\d+\+)?(?P<login>[\w-]+)@users\.noreply\.github\.com")


def measure() -> Section:
    """The section on histories; each way runs in a process of its own, so that its memory can be told."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "history.git"
        make(folder, COMMITS)
        found = {way: _in_a_process(folder, way) for way in WAYS}
    slow = found["git show per commit"]
    rows = [
        (
            way,
            f"{count:,}",
            against(taken, PROMISED if way == OURS else float("inf")),
            f"{used:.1f} s",
            f"{count / taken:,.0f}",
            f"{(count / taken) / (slow[0] / slow[1]):.0f}",
            f"{memory:.0f} MiB",
        )
        for way, (count, taken, used, memory) in found.items()
    ]
    promise = (
        f"A made history of {COMMITS:,} commits by {PEOPLE:,} people; the first peer reads {FEW} of them. "
        f"Promised in under {PROMISED:.0f} s. The peers count commits by login and month alone, without merges, "
        "links, co-authors, releases and employers."
    )
    return Section("Git histories", promise, ("", "commits", "time", "CPU", "commits/s", "ratio", "memory"), rows)


def make(folder: Path, commits: int) -> None:
    """A bare repository of so many commits: half by no-reply addresses, a third squashed with a co-author."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(folder)], check=True)
    importer = subprocess.Popen(["git", "-C", str(folder), "fast-import", "--quiet"], stdin=subprocess.PIPE)
    assert importer.stdin is not None  # noqa: S101 - a pipe was asked for
    choose, moment = random.Random(1), 1_400_000_000  # noqa: S311 - a made history, no secrets
    for number in range(1, commits + 1):
        moment += choose.randint(1, 4_000)
        importer.stdin.write(_commit(number, moment, int(PEOPLE * choose.random() ** 3)))
    importer.stdin.close()
    if importer.wait():
        raise SystemExit("git fast-import failed")


def _commit(number: int, moment: int, person: int) -> bytes:
    private = f"{person + 1}+dev-{person}@users.noreply.github.com"
    address = private if person % 2 else f"dev-{person}@team{person % 50}.example.org"
    helper = f"\n\nCo-authored-by: Dev Number{person + 1} <{person + 2}+dev-{person + 1}@users.noreply.github.com>\n"
    words = f"Work on part {number} of the whole" + (
        f" (#{number})\n\nWhy it is done.{helper}" if number % 3 == 0 else ""
    )
    lines = [
        "commit refs/heads/main",
        f"mark :{number}",
        f"author Dev Number{person} <{address}> {moment} +0800",
        f"committer GitHub <noreply@example.org> {moment} +0000",
        f"data {len(words)}",
        words,
        *([f"from :{number - 1}"] if number > 1 else []),
        "",
        "",
    ]
    return "\n".join(lines).encode()


def _in_a_process(folder: Path, way: str) -> tuple[int, float, float, float]:
    command = [sys.executable, "-m", "benchmarks.git", str(folder), way]
    done = subprocess.run(command, text=True, capture_output=True, check=True)
    count, taken, used, memory = done.stdout.split()
    return int(count), float(taken), float(used), float(memory)


def _ours(folder: Path) -> int:
    from ingest.desk import Desk  # noqa: PLC0415 - the peers' memory is to be theirs
    from ingest.identity import Identities  # noqa: PLC0415
    from ingest.sources.git import read_git  # noqa: PLC0415

    desk = Desk(Identities.load(), folder.parent)
    for dataset in read_git([str(folder)], desk, repository="our/project"):
        for _ in dataset.records:
            pass
    return COMMITS


def _one_by_one(folder: Path) -> int:
    git = ["git", "-C", str(folder)]
    hashes = subprocess.run([*git, "rev-list", f"-{FEW}", "HEAD"], capture_output=True, text=True, check=True)
    found = Counter[tuple[str, str]]()
    for commit in hashes.stdout.split():
        shown = [*git, "show", "-s", "--format=%ae|%ad", "--date=format:%Y-%m", commit]
        address, _, month = (
            subprocess.run(shown, capture_output=True, text=True, check=True).stdout.strip().partition("|")
        )
        if login := _PRIVATE.fullmatch(address):
            found[login["login"], month] += 1
    return FEW


def _with_pandas(folder: Path) -> int:
    import pandas  # noqa: PLC0415 - the peers' memory is to be theirs

    log = ["git", "-C", str(folder), "log", "--format=%ae%x09%at%x09%s"]
    text = subprocess.run(log, capture_output=True, check=True).stdout
    table = pandas.read_csv(io.BytesIO(text), sep="\t", names=["address", "time", "subject"], quoting=3)
    table["login"] = table["address"].str.extract(r"^(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com$")
    table["month"] = pandas.to_datetime(table["time"], unit="s").dt.strftime("%Y-%m")
    table["merged"] = table["subject"].str.contains(r"\(#\d+\)$")
    table.groupby(["login", "month"]).agg(commits=("time", "size"), merged=("merged", "sum"))
    return len(table)


WAYS: dict[str, Callable[[Path], int]] = {
    "git show per commit": _one_by_one,
    "git log into pandas": _with_pandas,
    OURS: _ours,
}


def main() -> None:
    """Read in the way that the arguments name, and print commits, seconds, seconds of CPU (git's included) and MiB."""
    folder, way = sys.argv[1:]
    began = time.perf_counter()
    count = WAYS[way](Path(folder))
    taken = time.perf_counter() - began
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(count, taken, time.process_time() + children.ru_utime + children.ru_stime, peak_mib())


if __name__ == "__main__":
    main()
