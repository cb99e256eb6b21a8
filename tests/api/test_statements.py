import time
from collections.abc import Iterator
from threading import Thread
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.statements import Desk
from cypher.catalogue import catalogue
from graph.capped import Caps
from graph.database import Database
from tests.api.conftest import serving
from tests.cypher.hostile import EXPLODING, PLAIN, disguised

PATH = "/api/v1/cypher"
CONTENTS = "CALL apoc.meta.stats() YIELD labels, relTypesCount RETURN labels, relTypesCount"


def run(web: httpx.Client, statement: str, **more: object) -> httpx.Response:
    return web.post(PATH, json={"statement": statement, **more})


def told(web: httpx.Client, statement: str, **more: object) -> dict[str, Any]:
    answer = run(web, statement, **more)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
def short(atlas: Database) -> Iterator[httpx.Client]:
    """A server that gives a statement one second, ten rows and 10 kB."""
    desk = Desk(lambda: atlas, Caps(1, 10, 10_000))
    with (
        serving(create_app(atlas, catalogue(), desk=desk)) as address,
        httpx.Client(base_url=address, timeout=60) as web,
    ):
        yield web


def test_a_statement_tells_its_rows(web: httpx.Client) -> None:
    found = told(web, "MATCH (r:Repository {name: $name}) RETURN r.name AS name, 1 AS one", parameters={"name": NAME})
    assert found["rows"] == [[NAME, 1]]
    assert found["columns"] == [{"name": "name", "type": "str"}, {"name": "one", "type": "int"}]
    assert (found["cut"], found["cut_by"], found["plan"]) == (False, None, None)


NAME = "deepseek-ai/DeepEP"


def test_nodes_relationships_and_paths_keep_what_they_are(web: httpx.Client) -> None:
    path = "MATCH p = (d:Developer {login: 'LyricZhao'})-[c:CONTRIBUTED_TO]->(r:Repository {name: $name})"
    (row,) = told(web, f"{path} RETURN d, c, p LIMIT 1", parameters={"name": NAME})["rows"]
    developer, edge, whole = row
    assert developer["labels"] == ["Developer"]
    assert developer["properties"]["login"] == "LyricZhao"
    assert (edge["type"], edge["start"]) == ("CONTRIBUTED_TO", developer["id"])
    assert [node["labels"] for node in whole["nodes"]] == [["Developer"], ["Repository"]]
    assert whole["relationships"] == [edge]


def test_rows_and_bytes_are_capped_and_the_cut_is_said(short: httpx.Client) -> None:
    assert (told(short, "UNWIND range(1, 11) AS x RETURN x")["cut_by"], 10) == ("rows", 10)
    assert told(short, "UNWIND range(1, 10) AS x RETURN x")["cut_by"] is None
    assert told(short, "UNWIND range(1, 5) AS x RETURN x", limit=3)["rows"] == [[1], [2], [3]]
    large = told(short, "UNWIND range(1, 9) AS x RETURN reduce(s = 'x', i IN range(1, 11) | s + s) AS x")
    assert (len(large["rows"]), large["cut_by"]) == (4, "bytes")


def test_explain_runs_nothing_and_profile_counts(web: httpx.Client) -> None:
    statement = "MATCH (r:Repository) RETURN count(r) AS n"
    explained, profiled = told(web, statement, mode="explain"), told(web, statement, mode="profile")
    assert (explained["rows"], explained["plan"]["operator"], explained["plan"]["rows"]) == ([], "ProduceResults", None)
    assert profiled["rows"] == told(web, statement)["rows"]
    assert profiled["plan"]["rows"] == 1


def test_what_the_graph_does_not_have_is_remarked(web: httpx.Client) -> None:
    (remark,) = told(web, "MATCH (n:NoSuchLabel) RETURN n")["remarks"]
    assert "NoSuchLabel" in remark


def test_other_formats_have_the_same_rows(web: httpx.Client) -> None:
    answer = web.post(PATH, params={"format": "csv"}, json={"statement": "UNWIND [1, 2] AS x RETURN x, '=1' AS y"})
    assert answer.text == "x,y\r\n1,'=1\r\n2,'=1\r\n"


def nested(depth: int) -> object:
    return [nested(depth - 1)] if depth else 1


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({}, 422, "statement"),
        ({"statement": "RETURN 1", "mode": "write"}, 422, "mode"),
        ({"statement": "RETURN 1", "more": 1}, 422, "more"),
        ({"statement": "RETURN 1", "limit": 0}, 422, "limit"),
        ({"statement": "RETURN $x AS x"}, 422, "Expected parameter(s): x"),
        ({"statement": "RETRUN 1"}, 422, "Invalid input 'RETRUN'"),
        ({"statement": "RETURN $x AS x", "parameters": {"x": nested(200)}}, 422, "50 lists and maps"),
        ({"statement": "RETURN $x AS x", "parameters": {"x": 2**70}}, 422, "a parameter is no value"),
        ({"statement": "RETURN 'x" + "x" * 100_000 + "'"}, 422, "100000"),
        ({"statement": "MATCH (n) DETACH DELETE n"}, 403, "does more than read"),
        ({"statement": "CALL dbms.listConfig()"}, 403, "dbms.listConfig may not run here"),
    ],
)
def test_what_cannot_be_taken_is_said(web: httpx.Client, body: dict[str, object], status: int, words: str) -> None:
    answer = web.post(PATH, json=body)
    assert answer.status_code == status, answer.text
    assert words in answer.json()["detail"]


def test_half_of_a_character_is_refused(web: httpx.Client) -> None:
    body = b'{"statement": "RETURN $x AS x", "parameters": {"x": "\\ud800"}}'
    answer = web.post(PATH, content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, "lone surrogate" in answer.json()["detail"]) == (422, True)


def test_no_hostile_statement_writes_or_tells(web: httpx.Client) -> None:
    before = told(web, CONTENTS)["rows"]
    statements = list(disguised())
    assert len(PLAIN) >= 200
    passed = [one for one in statements if run(web, one).status_code not in {403, 422}]
    assert passed == []
    assert told(web, CONTENTS)["rows"] == before


@pytest.mark.parametrize("statement", EXPLODING)
def test_an_endless_statement_ends_and_others_are_answered(short: httpx.Client, statement: str) -> None:
    began = time.monotonic()
    answer = run(short, statement)
    assert answer.status_code in {504, 507}, answer.text
    assert time.monotonic() - began < 20


MANY = ", ".join(f"(a{n}:Developer)-[:CONTRIBUTED_TO]->(b{n * 7 % 60}:Repository)" for n in range(60))
SLOW_PLAN = f"MATCH {MANY} RETURN 1 AS one"
"""Its plan takes more than half a minute."""


def test_a_plan_has_the_time_of_a_statement(short: httpx.Client) -> None:
    began = time.monotonic()
    assert run(short, SLOW_PLAN, mode="explain").status_code == 504
    assert time.monotonic() - began < 8


@pytest.mark.parametrize("statement", [EXPLODING[0], SLOW_PLAN])
def test_a_statement_ends_when_the_caller_has_left(web: httpx.Client, atlas: Database, statement: str) -> None:
    with pytest.raises(httpx.ReadTimeout):
        web.post(PATH, json={"statement": statement}, timeout=1)
    began = time.monotonic()
    while running(atlas, statement) and time.monotonic() - began < 8:
        time.sleep(0.1)
    assert not running(atlas, statement)
    assert time.monotonic() - began < 5, "it ran to its cap of 10 s"


def running(database: Database, statement: str) -> list[object]:
    rows = database.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery").rows
    return [query for (query,) in rows if str(query).endswith(statement)]


def test_one_client_runs_one_statement_at_a_time(web: httpx.Client) -> None:
    answers: list[httpx.Response] = []
    first = Thread(target=lambda: answers.append(run(web, EXPLODING[0])))
    first.start()
    time.sleep(1)
    answer = run(web, "RETURN 1 AS x")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert "one at a time" in answer.json()["detail"]
    first.join()
    assert answers[0].status_code == 504
    assert told(web, "RETURN 1 AS x")["rows"] == [[1]]
