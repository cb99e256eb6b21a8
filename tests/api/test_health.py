import socket
from concurrent.futures import ThreadPoolExecutor

import httpx

from api.app import create_app
from cypher.catalogue import catalogue
from graph.connection import Connection
from graph.database import Database
from tests.api.conftest import serving


def test_a_process_with_its_neo4j_is_alive_and_ready(web: httpx.Client) -> None:
    assert web.get("/healthz").json() == {"status": "alive"}
    ready = web.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")
    assert len(ready.json()["data"]) == 16


def test_without_its_neo4j_it_is_alive_and_not_ready() -> None:
    nowhere = Connection("bolt://127.0.0.1:9", "neo4j", "nothing")
    with Database(nowhere) as away, serving(create_app(away, catalogue())) as address:
        assert httpx.get(f"{address}/healthz").status_code == 200
        answer = httpx.get(f"{address}/readyz", timeout=60)
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["retry-after"] == "5"
        page = httpx.get(f"{address}/", headers={"accept": "text/html"}, timeout=60)
        assert (page.status_code, "Neo4j does not answer" in page.text) == (503, True)


def test_a_neo4j_that_says_nothing_is_told_in_time_and_takes_one_thread() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mute = Connection(f"bolt://127.0.0.1:{silent.getsockname()[1]}", "neo4j", "nothing")
        with Database(mute) as away, serving(create_app(away, catalogue())) as address, ThreadPoolExecutor() as many:
            answers = list(many.map(lambda _: httpx.get(f"{address}/readyz", timeout=60), range(8)))
            assert {answer.status_code for answer in answers} == {503}
            assert max(answer.elapsed.total_seconds() for answer in answers) < 2
            assert httpx.get(f"{address}/healthz").status_code == 200
