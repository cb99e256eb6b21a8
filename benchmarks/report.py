"""What a benchmark found, as a section of RESULTS.md."""

from __future__ import annotations

import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import psutil

LIBRARIES = ("neo4j", "fastapi", "uvicorn", "pyvis", "networkx", "pandas", "typer")


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table with the promise that it is measured against; the first line is the peer of ratio 1, if any."""

    title: str
    promise: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def markdown(self) -> str:
        """The section as Markdown."""
        lines = [f"## {self.title}", "", self.promise, "", _line(self.header), _line(["---"] * len(self.header))]
        return "\n".join([*lines, *(_line(row) for row in self.rows), ""])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def machine() -> str:
    """The machine and the versions, in words."""
    memory = psutil.virtual_memory().total / 2**30
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{platform.system()} {platform.machine()}, {psutil.cpu_count()} cores, {memory:.0f} GiB, "
        f"Python {platform.python_version()}; {versions}."
    )


def seconds(work: Callable[[], object], times: int = 5) -> list[float]:
    """How long `work` took, each of `times` times."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return taken


def against(taken: float, promised: float) -> str:
    """Seconds as a cell, marked where they are more than what was promised."""
    return marked(f"{taken:.1f} s", missed=taken > promised)


def marked(cell: str, *, missed: bool) -> str:
    """The cell, marked where a promise was missed."""
    return f"{cell} **missed**" if missed else cell


def median(taken: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(taken)


def p95(taken: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(taken)[max(0, round(0.95 * len(taken)) - 1)]


def peak_mib() -> float:
    """The most memory that this process has used, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)
