"""Corrections over HTTP: what may be given, by whom, and that answers heed them until they are taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from api.access.gate import Access
from api.access.tokens import Tokens
from api.around import Around
from api.jobs.corrections import AT, FOLDER
from api.jobs.processes import start_worker
from api.jobs.routes import Bureau
from api.jobs.store import Jobs
from graph.connection import Connection
from graph.database import Database
from graph.load import load, prepare
from tests.api.jobs.conftest import wait_until
from tests.api.safety.keeping import serving_with
from tests.graph.worlds import at, origin, person, project, work

NOW = datetime.now(UTC)
RIGHT = {"developer": "ann", "field": "organization", "value": "DeepSeek", "reason": "she says so"}
COUNT = {"developer": "ann", "field": "merged_prs in o/a", "value": 7, "period": "2025-01..2025-06"}
SCOPES = ("corrections", "jobs", "read")


@pytest.fixture
def idle(tmp_path: Path) -> Iterator[tuple[httpx.Client, dict[str, str]]]:
    """A server that takes corrections and loads none, and tokens by scope."""
    tokens = Tokens(tmp_path)
    shown = {scope: tokens.create(scope, [scope], 1, NOW) for scope in SCOPES}
    with serving_with(Around(access=Access(tokens), bureau=Bureau(Jobs(tmp_path), lambda: None))) as web:
        yield web, shown


CASES = [
    ("POST", AT, {"corrections": [RIGHT]}, 202),
    ("POST", AT, {"corrections": []}, 422),
    ("POST", AT, {"corrections": [RIGHT] * 1_001}, 422),
    ("POST", AT, {"corrections": [{"developer": "ann"}]}, 422),
    ("POST", AT, {"corrections": [RIGHT | {"mail": "x"}]}, 422),
    ("POST", AT, {}, 422),
    ("GET", AT, None, 200),
    ("DELETE", f"{AT}/0123456789abcdef", None, 404),
    ("DELETE", f"{AT}/..", None, 404),
    ("PUT", AT, {}, 405),
]


@pytest.mark.parametrize(("method", "path", "body", "status"), CASES)
def test_each_route_answers_who_may_and_refuses_all_others(
    idle: tuple[httpx.Client, dict[str, str]], method: str, path: str, body: object, status: int
) -> None:
    web, shown = idle
    for name, expected in {"": 401, "read": 403, "jobs": 403, "corrections": status}.items():
        headers = {"authorization": f"Bearer {shown[name]}"} if name else {}
        answer = web.request(method, path, json=body, headers=headers)
        elsewhere = not str(answer.url.path).startswith(AT)  # a client takes `..` out of a path
        assert answer.status_code == (404 if elsewhere else expected), answer.text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (RIGHT | {"field": "colour"}, "corrections[1].field: found colour, expected organization, or a count"),
        (COUNT | {"value": "many"}, "corrections[1].value: found many, expected a whole number"),
        (COUNT | {"period": ""}, "corrections[1].period"),
        (RIGHT | {"developer": "no/body"}, "corrections[1].developer"),
    ],
)
def test_what_the_loader_would_not_take_is_refused_at_once_and_nothing_is_kept(
    idle: tuple[httpx.Client, dict[str, str]], tmp_path: Path, wrong: dict[str, object], words: str
) -> None:
    web, shown = idle
    web.headers["authorization"] = f"Bearer {shown['corrections']}"
    answer = web.post(AT, json={"corrections": [RIGHT, wrong]})
    assert (answer.status_code, words in answer.json()["detail"]) == (422, True), answer.text
    assert str(tmp_path) not in answer.text
    assert list((tmp_path / FOLDER).iterdir()) == []
    assert web.get(AT).json() == {"corrections": []}


def test_what_was_given_is_listed_without_places_on_the_server(
    idle: tuple[httpx.Client, dict[str, str]], tmp_path: Path
) -> None:
    web, shown = idle
    web.headers["authorization"] = f"Bearer {shown['corrections']}"
    given = web.post(AT, json={"corrections": [RIGHT, COUNT]})
    assert str(tmp_path) not in given.text
    [listed] = web.get(AT).json()["corrections"]
    assert (listed["id"], listed["source"]) == (given.json()["id"], f"corrections-{listed['id']}")
    assert [(one["developer"], one["field"], one["value"]) for one in listed["corrections"]] == [
        ("ann", "organization", "DeepSeek"), ("ann", "merged_prs in o/a", "7"),
    ]  # fmt: skip


def test_answers_heed_corrections_until_they_are_taken_back(
    database: Database, connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(database)
    load(database, origin("people"), [work(person("ann"), project("o/a"), at(1))])
    for name, value in (("URI", connection.uri), ("USERNAME", connection.username), ("PASSWORD", connection.password)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path))
    tokens, jobs = Tokens(tmp_path), Jobs(tmp_path)
    token = tokens.create("editor", ["corrections"], 1, NOW)
    around = Around(access=Access(tokens), bureau=Bureau(jobs, lambda: start_worker(tmp_path)))
    with serving_with(around, database) as web:
        web.headers["authorization"] = f"Bearer {token}"

        def done(answer: httpx.Response) -> str:
            key = answer.json()["job"]["id"]
            wait_until(lambda: jobs.find(key).is_over, 240)
            assert jobs.find(key).state == "done", jobs.lines(key)
            return str(answer.json()["id"])

        before = employers(web)
        key = done(web.post(AT, json={"corrections": [RIGHT, COUNT]}))
        assert employers(web) == ["DeepSeek"]
        done(web.delete(f"{AT}/{key}"))
        assert employers(web) == before == []
        assert web.get(AT).json() == {"corrections": []}


def employers(web: httpx.Client) -> object:
    """The organizations of ann, as the API tells them."""
    told = web.get("/api/v1/developers/ann").json()["profile"]["affiliations"]
    return [each["organization"] for each in told]
