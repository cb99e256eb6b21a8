from collections.abc import Iterator

import pytest

from api.safety.rules import Rules
from graph.capped import Caps
from graph.database import Database
from tests.api.safety.keeping import kept
from tests.cypher.hostile import EXPLODING

CYPHER = "/api/v1/cypher"
SMALL = Rules(request_bytes=1024)


def test_a_request_that_is_too_large_is_refused_before_it_is_read() -> None:
    with kept(SMALL) as web:
        answer = web.post(CYPHER, json={"statement": "x" * 2000})
        assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
        assert "1024 bytes" in answer.json()["detail"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_request_that_does_not_say_its_size_is_counted() -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(20):
            yield b'"' + b"x" * 100

    with kept(SMALL) as web:
        headers = {"content-type": "application/json"}
        assert web.post(CYPHER, content=pieces(), headers=headers).status_code == 413
        assert web.post(CYPHER, content=iter([b"{}"]), headers=headers).status_code == 422
        assert web.get("/healthz").status_code == 200, "the server goes on"


def test_an_answer_that_does_not_begin_in_time_is_given_up(open_database: Database) -> None:
    with kept(Rules(request_seconds=0.5), open_database) as web:
        answer = web.post(CYPHER, json={"statement": EXPLODING[0]})
        assert (answer.status_code, answer.json()["title"]) == (504, "The query took too long")
        assert answer.elapsed.total_seconds() < Caps().seconds / 2, "the statement itself would have longer"
        running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text RETURN count(*) AS n"
        assert open_database.read(running, {"text": EXPLODING[0]}).rows == [[0]], "nobody waits for it: it is ended"


@pytest.mark.parametrize("path", ["/healthz", "/api/v1/queries", "/static/atlas.css"])
def test_an_answer_in_time_is_whole(path: str) -> None:
    with kept(Rules(request_seconds=30)) as web:
        assert web.get(path).status_code == 200
