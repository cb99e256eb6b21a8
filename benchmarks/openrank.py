"""How fast the OpenRank solver is, beside igraph, networkit, networkx, scipy and GDS, with memory, on one equation.

All solve PageRank with damping 0.85, OpenRank's special case, on the same power-law graphs without dangling nodes, to
the same accuracy: a residual of about 1e-10 of the whole. Each runs in a process of its own. igraph is GPL and is
used nowhere else. How near our rounds are to the machine's limit is told by a loop that only gathers values.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from benchmarks.report import Section, median, peak_mib

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from graph.connection import Connection
    from graph.openrank.solver import Floats

SIZES = (100_000, 1_000_000, 10_000_000)
DEGREE = 10
EXPONENT = 0.75
"""Fitness falls as rank^-0.75: degrees follow a power law of exponent 1 + 1 / 0.75."""
DAMPING = 0.85
TOLERANCE = 1e-10
MOST_EDGES = {"networkx": 1_000_000, "GDS": 1_000_000}
NOT_RUN = {
    "networkx": "not run: a map for each edge, some 6 GiB, and minutes",
    "GDS": "not run: the edges as one parameter are more than a transaction may hold",
}
"""Why a way is not run with more than its `MOST_EDGES`."""
WAYS = ("igraph", "networkit", "networkx", "GDS", "scipy", "ossatlas")
_PROJECT = (
    "UNWIND range(0, size($givers) - 1) AS at "
    "WITH gds.graph.project('edges', $givers[at], $takers[at]) AS made RETURN made.relationshipCount"
)
_RANK = (
    "CALL gds.pageRank.stream('edges', {dampingFactor: $damping, tolerance: $tolerance, maxIterations: 1000}) "
    "YIELD nodeId, score RETURN collect(score) AS scores"
)
Ends: TypeAlias = "NDArray[np.int32]"
Solve: TypeAlias = Callable[[], "Floats"]


@dataclass(frozen=True, slots=True)
class Run:
    """What a process told: seconds to build its own form of the graph and to solve it, processor seconds, memory."""

    build: float
    solve: float
    processor: float
    memory: float
    note: str


def measure(sizes: tuple[int, ...] = SIZES) -> Section:
    """The section on the solver."""
    rows = [row for size in sizes for row in _at_size(size)]
    promise = (
        "Promise: with ten million edges at most 0.35 of igraph's time and at most 1.3 GiB. "
        f"PageRank to {TOLERANCE:g}; the residual is the sum over all nodes, of a whole of 1. The ratio is that of "
        "processor time, which other work on the machine disturbs least; that of GDS is the server's, and not known."
    )
    header = ("edges", "", "build", "solve", "processor", "ratio", "memory", "residual", "")
    return Section("The OpenRank solver", promise, header, rows)


def _at_size(size: int) -> list[tuple[str, ...]]:
    with tempfile.TemporaryDirectory(prefix="ossatlas-bench-") as name:
        folder = Path(name)
        np.save(folder / "edges.npy", power_law(size))
        found = {way: _run(way, folder) for way in WAYS if size <= MOST_EDGES.get(way, size)}
        peer = found["igraph"].processor
        ran = [_row(size, way, run, peer, _residual(way, folder)) for way, run in found.items()]
    return ran + [(f"{size:,}", way, *[""] * 6, NOT_RUN[way]) for way in WAYS if way not in found]


def _row(size: int, way: str, run: Run, peer: float, residual: float) -> tuple[str, ...]:
    processor = f"{run.processor:.2f} s" if run.processor else ""
    ratio = f"{run.processor / peer:.2f}" if run.processor else ""
    times = (f"{run.build:.2f} s", f"{run.solve:.2f} s", processor, ratio)
    return (f"{size:,}", way, *times, f"{run.memory:,.0f} MiB", f"{residual:.0e}", run.note)


def power_law(edges: int, seed: int = 7) -> NDArray[np.int32]:
    """(2, edges) givers and takers; fit nodes give and take more, and every node gives at least once."""
    chance, size = np.random.default_rng(seed), edges // DEGREE
    fitness = np.cumsum((np.arange(size) + 10.0) ** -EXPONENT)
    number = chance.permutation(size).astype(np.int32)
    drawn: Ends = number[np.searchsorted(fitness, chance.random((2, edges)) * fitness[-1])]
    drawn[0, :size] = np.arange(size)
    return drawn


def _run(way: str, folder: Path) -> Run:
    if way == "GDS":
        return _in_the_engine(folder)
    command = [sys.executable, "-m", "benchmarks.openrank", way, str(folder)]
    done = subprocess.run(command, text=True, capture_output=True, check=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def _residual(way: str, folder: Path) -> float:
    """How far the scores, scaled to a sum of 1, are from the equation."""
    from graph.openrank.solver import residual  # noqa: PLC0415 - the peers' processes do without

    graph = _graph(*np.load(folder / "edges.npy"))
    scores = np.load(folder / f"{way}.npy")
    return float(np.abs(residual(graph, np.full(graph.size, 1 / graph.size), scores / scores.sum())).sum())


def _graph(givers: Ends, takers: Ends) -> Any:  # noqa: ANN401 - ours, imported where it is used
    from graph.openrank.solver import Graph, shares_of  # noqa: PLC0415 - the peers' processes do without

    size = len(givers) // DEGREE
    shares = shares_of(givers, np.ones(len(givers)), size)
    return Graph.from_edges(givers, takers, shares, np.full(size, 1 - DAMPING))


def _ossatlas(givers: Ends, takers: Ends, way: str = "compiled") -> Solve:
    from graph.openrank.solver import Options, solve  # noqa: PLC0415 - the peers' processes do without

    graph, own = _graph(givers, takers), np.ones(len(givers) // DEGREE)
    options = Options(tolerance=TOLERANCE, way="scipy" if way == "scipy" else "compiled")
    # What has to be compiled or loaded once per machine is not the solver's time.
    solve(graph, own, Options(rounds=1, way=options.way))
    return lambda: solve(graph, own, options).values


def _scipy(givers: Ends, takers: Ends) -> Solve:
    return _ossatlas(givers, takers, "scipy")


def _igraph(givers: Ends, takers: Ends) -> Solve:
    import igraph  # noqa: PLC0415 - in this process alone

    graph = igraph.Graph(n=len(givers) // DEGREE, edges=np.column_stack([givers, takers]), directed=True)
    return lambda: np.array(graph.pagerank(damping=DAMPING))  # PRPACK, to 1e-10


def _networkit(givers: Ends, takers: Ends) -> Solve:
    import networkit  # noqa: PLC0415 - in this process alone

    size = len(givers) // DEGREE
    # Weighted, so that parallel edges count.
    graph = networkit.GraphFromCoo(
        (np.ones(len(givers)), (givers.astype(np.uint64), takers.astype(np.uint64))), size, weighted=True, directed=True
    )

    def ranked() -> Floats:
        rank = networkit.centrality.PageRank(graph, damp=DAMPING, tol=TOLERANCE)
        rank.norm = networkit.centrality.Norm.L1_NORM
        return np.array(rank.run().scores())

    return ranked


def _networkx(givers: Ends, takers: Ends) -> Solve:
    import networkx as nx  # noqa: PLC0415 - in this process alone

    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    graph.add_nodes_from(range(len(givers) // DEGREE))
    graph.add_edges_from(zip(givers.tolist(), takers.tolist(), strict=True))
    tolerance = TOLERANCE / len(graph)
    return lambda: np.array([*nx.pagerank(graph, alpha=DAMPING, tol=tolerance, max_iter=1000).values()])


def _in_the_engine(folder: Path) -> Run:
    from benchmarks.engine import scratch  # noqa: PLC0415 - the peers' processes do without
    from graph.engine import server  # noqa: PLC0415 - the same

    with scratch() as options:
        times, scores = _ranked_by_gds(server.start(options), *np.load(folder / "edges.npy"))
        memory = (server.status(options).memory_bytes or 0) / 2**20
    np.save(folder / "GDS.npy", scores)
    return Run(*times, 0.0, memory, "the whole server")


def _ranked_by_gds(connection: Connection, givers: Ends, takers: Ends) -> tuple[tuple[float, float], Floats]:
    from graph.database import Database  # noqa: PLC0415 - the peers' processes do without

    with Database(connection) as database:
        began = time.perf_counter()
        database.read(_PROJECT, {"givers": givers.tolist(), "takers": takers.tolist()}, timeout=600)
        built = time.perf_counter() - began
        began = time.perf_counter()
        answer = database.read(_RANK, {"damping": DAMPING, "tolerance": TOLERANCE}, timeout=600).rows[0][0]
        times = (built, time.perf_counter() - began)
        order = database.read(
            "CALL gds.pageRank.stream('edges', {maxIterations: 1}) YIELD nodeId RETURN collect(nodeId)", timeout=600
        ).rows[0][0]
    scores = np.zeros(len(givers) // DEGREE)
    scores[np.array(order)] = np.array(answer)
    return times, scores


def _share_of_the_limit(givers: Ends, takers: Ends) -> str:
    """How long a loop takes that only gathers the values of all edges, as a part of one of our rounds."""
    import numba  # noqa: PLC0415 - in our own process alone

    from graph.openrank.solver import Options, solve  # noqa: PLC0415 - the same

    def loop(values: Floats, numbers: NDArray[np.uint32]) -> float:
        total = 0.0
        for at in range(len(numbers)):
            total += values[numbers[at]]
        return total

    gathered: Any = numba.njit(loop)
    graph, own = _graph(givers, takers), np.ones(len(givers) // DEGREE)
    numbers = graph.givers.view(np.uint32)
    gathered(own, numbers[:1])
    limit = median([_processor(lambda: gathered(own, numbers)) for _ in range(5)])
    rounds = solve(graph, own, Options(tolerance=TOLERANCE)).rounds
    one = median([_processor(lambda: solve(graph, own, Options(rounds=5))) / 5 for _ in range(5)])
    return f"{rounds} rounds; {limit / one:.0%} of the gather limit"


def _peak_mib() -> float:
    """The most memory that this process has used; what the system says of a child begins with its parent's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak_mib()
    line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 2**10


def _processor(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


BUILDERS: dict[str, Callable[[Ends, Ends], Solve]] = {
    "igraph": _igraph,
    "networkit": _networkit,
    "networkx": _networkx,
    "scipy": _scipy,
    "ossatlas": _ossatlas,
}


def main() -> None:
    """Solve in the way and on the edges of the folder that the arguments name; print what it took, as JSON."""
    way, folder = sys.argv[1], Path(sys.argv[2])
    givers, takers = np.load(folder / "edges.npy")
    began = time.perf_counter()
    solve = BUILDERS[way](givers, takers)
    built = time.perf_counter() - began
    began, used = time.perf_counter(), time.process_time()
    scores = solve()
    taken = (time.perf_counter() - began, time.process_time() - used)
    memory = _peak_mib()
    np.save(folder / f"{way}.npy", scores)
    note = _share_of_the_limit(givers, takers) if way == "ossatlas" else ""
    print(json.dumps({"build": built, "solve": taken[0], "processor": taken[1], "memory": memory, "note": note}))


if __name__ == "__main__":
    main()
