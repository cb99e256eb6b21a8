"""What the readers of `benchmarks.readers` ask, and the processes that answer: `python -m benchmarks.reading ROLE`."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

import uvicorn
from fastapi import FastAPI
from starlette.requests import Request

from api.app import create_app
from api.asking import queries
from api.serving import listening
from api.session import opened
from benchmarks.scale import GIVEN, is_job
from benchmarks.world import World
from cypher.query import Query
from cypher.run import keyed
from graph.database import Database
from graph.load import load
from graph.projection import projected
from ingest.identity import Identities

OURS, BARE, LOADING = "ours", "bare", "loading"
ALL = 400
"""Names of each kind to ask for, and questions in all."""
NAMES = {
    kind: f"MATCH (n:{label}) WHERE EXISTS {{ (n)-[:CONTRIBUTED_TO]-() }} RETURN n.{title} ORDER BY n.key LIMIT $all"
    for kind, label, title in (("repository", "Repository", "name"), ("developer", "Developer", "login"))
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: where ours and the bare route have it, and its values."""

    name: str
    values: dict[str, str]

    @property
    def api(self) -> str:
        """Its path in the API."""
        return f"/api/v1/queries/{self.name}"

    @property
    def bare(self) -> str:
        """Its path at the peer."""
        return f"/{self.name}"


def names_of(database: Database) -> dict[str, list[str]]:
    """Names of repositories and developers to ask for."""
    return {
        kind: [str(name) for (name,) in database.read(text, {"all": ALL}, timeout=300).rows]
        for kind, text in NAMES.items()
    }


def questions(catalogue: Iterable[Query], names: Mapping[str, Sequence[str]], drawn: random.Random) -> list[Asked]:
    """What readers ask, by turns: each question that goes not through the whole graph, of another thing each time."""
    asked = [query for query in catalogue if query.kind == "table" and not is_job(query)]
    return [Asked(query.name, _values(query, names, drawn)) for _ in range(ALL // len(asked) + 1) for query in asked]


def _values(query: Query, names: Mapping[str, Sequence[str]], drawn: random.Random) -> dict[str, str]:
    given = dict(query.examples[0]) | GIVEN.get(query.name, {})
    other = {
        param.name: drawn.choice(names[str(param.type)])
        for param in query.params
        if str(param.type) in names and param.name in given
    }
    return given | other


def bare(database: Database) -> FastAPI:
    """The peer: a route for each question that hands the driver's rows on as they are."""
    app, asked = FastAPI(), {query.name: query for query in queries() if query.kind != "metric"}

    @app.get("/{name}")
    def answer(name: str, request: Request) -> list[dict[str, object]]:
        query = asked[name]
        parameters = keyed(database, query, query.bind(dict(request.query_params)))
        around = projected(database, query.projection, parameters) if query.projection else nullcontext("")
        with around as graph:
            return database.read(query.text, parameters | {"graph": graph}, timeout=query.budget.seconds).records()

    return app


def load_on(database: Database) -> None:
    """Load further ecosystems, one after the other, until the process is ended."""
    print("loading", flush=True)
    identities = Identities.load()
    for number in range(1_000):
        world = World(repositories=2_000, developers=5_000, contributions=20_000)
        load(database, replace(world.origin, content_hash=f"{number:064}"), world.records(identities))


def main(role: str) -> None:
    """Play that role with the Neo4j of the environment; the first line tells where it answers."""
    with opened() as database:
        if role == LOADING:
            load_on(database)
            return
        app = create_app(database, queries()) if role == OURS else bare(database)
        with listening("127.0.0.1", 18_700) as listener:
            print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
            uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run([listener])


if __name__ == "__main__":
    main(sys.argv[1])
