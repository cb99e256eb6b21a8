"""How the catalogue does on 100,000 repositories: every question through the API, every measure, beside its promise.

The graph is the bundled atlas and the made ecosystem of `benchmarks.world`, loaded at once.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping

import httpx

from api.app import create_app
from api.asking import queries
from api.measuring import as_measure, in_order
from api.openranking import ranked
from benchmarks.answers import serving
from benchmarks.engine import scratch
from benchmarks.report import Section, marked, median, p95
from benchmarks.world import FIRST, World
from cypher.query import BUDGETS, Query
from graph.bulk.load import Told, Way, load_at_once
from graph.calendar import following
from graph.database import Database
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.load import BATCH
from graph.measure import write
from graph.openrank.presets import GlobalPreset, preset
from ingest.datasets.bundled import bundled
from ingest.identity import Identities

TIMES, WARM = 12, 3
LIMITS = {"table": 1.0, "graph": 0.15}
"""Seconds in which a question answers, unless it goes through the whole graph and declares a budget of its own."""
GIVEN: dict[str, dict[str, str]] = {
    "shared-ties": {"min_developers": "2"},
    "developer-ties": {"min_repositories": "3"},
    "cluster-history": {"cap": "10", "min_developers": "2"},
    "developer-history": {"cap": "10", "min_repositories": "2"},
}
"""Values where the defaults are for smaller graphs."""
MEASURED = {"leiden": 10.0, "louvain": 10.0, "pagerank": 10.0}
"""Seconds promised for a measure; for the others, what they may take at most."""
OPENRANK = 5.0
"""Seconds promised for a month, with reading and writing back."""
_KEYS = "MATCH (n:Developer) RETURN n.key AS key LIMIT $count"
_BARE = (
    "MATCH (month:Month {key: $month}) UNWIND $keys AS key MATCH (n:Developer {key: key}) "
    "CREATE (n)-[:BARE {value: 0.5}]->(month)"
)
HUB = {
    "repository": "MATCH (r:Repository {platform: 'github'}) WHERE r.name STARTS WITH 'made-' "
    "RETURN r.name ORDER BY COUNT { (r)<-[:CONTRIBUTED_TO]-() } DESC LIMIT 1",
    "developer": "MATCH (d:Developer) WHERE d.login STARTS WITH 'dev-' "
    "RETURN d.login ORDER BY COUNT { (d)-[:CONTRIBUTED_TO]->() } DESC LIMIT 1",
}


def measure() -> Section:
    """The section on a large graph."""
    with scratch() as options, Database(server.start(options)) as database:
        rows = [fill(database, options, World())]
        for part in (openrank, bare_edges, measures, questions):
            rows += part(database)
    promise = (
        "Promise, warm: questions under 1 s and networks under 150 ms at the 95th of 100, Leiden, Louvain and PageRank "
        "10 s with reading and writing, others within the budget that they declare, on the "
        f"bundled atlas with {World().repositories:,} repositories, {World().developers:,} developers and "
        f"{World().contributions:,} contributions."
    )
    return Section("A large graph", promise, ("", "of", "median", "p95", "promise"), rows)


def fill(database: Database, engine: EngineOptions, world: World) -> tuple[str, ...]:
    """Load the atlas and `world` into the empty graph; the row that says how long it took."""
    identities, began = Identities.load(), time.perf_counter()
    told = [Told(dataset.origin, dataset.records) for dataset in bundled(identities)]
    told.append(Told(world.origin, world.records(identities)))
    load_at_once(database, engine, told, Way(rows=world.contributions))
    taken = time.perf_counter() - began
    return "load", f"{world.contributions:,} contributions", f"{taken:.0f} s", "", ""


def measures(database: Database) -> Iterator[tuple[str, ...]]:
    """A row for each measure: its time with reading and writing back."""
    catalogue = queries()
    names = [query.name for query in catalogue if query.kind == "metric" and query.writes]
    for query in in_order(catalogue, names):
        began = time.perf_counter()
        done = write(database, as_measure(query), query.bind(GIVEN.get(query.name, {})))
        promised = MEASURED.get(query.name, query.budget.seconds)
        yield row(query.name, f"{done.rows:,} rows", [time.perf_counter() - began], promised)


def openrank(database: Database) -> Iterator[tuple[str, ...]]:
    """A row for each of two months: the first is solved from nothing, the second takes over its values."""
    found, began = preset("global-2026"), time.perf_counter()
    if not isinstance(found, GlobalPreset):
        raise TypeError("it is of one repository")
    for done in ranked(database, found, FIRST, following(FIRST)):
        if not isinstance(done, str):
            yield row("openrank", done.period, [time.perf_counter() - began], OPENRANK)
            began = time.perf_counter()


def bare_edges(database: Database) -> Iterator[tuple[str, ...]]:
    """A row for what the machine needs to write as many edges as a month's OpenRank, with one property and no index."""
    count, began = 100_000, time.perf_counter()
    keys = database.gather(_KEYS, ("key",), {"count": count}, timeout=60).rows
    with database.writing() as writer:
        for at in range(0, count, BATCH):
            writer.run(_BARE, {"keys": [key for (key,) in keys[at : at + BATCH]], "month": FIRST})
    yield row("bare edges", f"{len(keys):,} edges, read and written", [time.perf_counter() - began], math.inf)


def questions(database: Database) -> Iterator[tuple[str, ...]]:
    """A row for each question: its example, and where it asks for a repository or developer, that of the busiest."""
    hubs = {kind: str(database.read(text, timeout=300).rows[0][0]) for kind, text in HUB.items()}
    asked = [query for query in queries() if query.kind != "metric"]
    with serving(create_app(database, queries())) as address, httpx.Client(timeout=120) as client:
        for query in asked:
            for what, values in variants(query, hubs).items():
                warm, times = (0, 1) if is_job(query) else (WARM, TIMES)
                taken = list(_answers(client, f"{address}/api/v1/queries/{query.name}", values, warm + times))[warm:]
                yield row(query.name, what, taken, promised(query))


def variants(query: Query, hubs: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The values to ask with, by what they are of."""
    example = dict(query.examples[0]) | GIVEN.get(query.name, {})
    big = {
        param.name: hubs[str(param.type)] for param in query.params if str(param.type) in hubs and param.name in example
    }
    return {"the example": example} | ({"the busiest": example | big} if big else {})


def promised(query: Query) -> float:
    """Seconds in which it answers."""
    return query.budget.seconds if is_job(query) else LIMITS[query.kind]


def is_job(query: Query) -> bool:
    """Whether it declares that it takes longer than questions do; of networks that is the first time, when planned."""
    return query.kind != "graph" and query.budget.seconds > BUDGETS[query.kind].seconds


def _answers(client: httpx.Client, address: str, values: Mapping[str, str], times: int) -> Iterator[float]:
    for _ in range(times):
        began = time.perf_counter()
        answered = client.get(address, params=dict(values))
        yield time.perf_counter() - began if answered.is_success else math.inf


def row(name: str, of: str, taken: list[float], promised: float) -> tuple[str, ...]:
    """A line of the section; what takes longer than promised is marked."""
    worst = p95(taken)
    told = [f"{seconds * 1e3:,.0f} ms" if seconds < math.inf else "no answer" for seconds in (median(taken), worst)]
    return name, of, *told, marked(f"{promised * 1e3:,.0f} ms", missed=worst > promised) if promised < math.inf else ""
