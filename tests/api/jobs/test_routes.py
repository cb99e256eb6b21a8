import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from api.access.gate import Access
from api.access.tokens import Tokens
from api.around import Around
from api.jobs.routes import Bureau
from api.jobs.store import MOST_WAITING, Jobs
from tests.api.jobs.conftest import NOTHING, PATH
from tests.api.safety.keeping import serving_with

NOW = datetime.now(UTC)
ABSENT = f"{PATH}/0123456789abcdef"


@pytest.fixture
def idle(tmp_path: Path) -> Iterator[tuple[httpx.Client, dict[str, str]]]:
    """A server that takes jobs and starts none, and tokens by name."""
    tokens = Tokens(tmp_path)
    shown = {scope: tokens.create(scope, [scope], 1, NOW) for scope in ("jobs", "read")}
    shown["revoked"] = tokens.create("revoked", ["jobs"], 1, NOW)
    tokens.revoke("revoked", NOW)
    shown["expired"] = tokens.create("expired", ["jobs"], 0, NOW)
    with serving_with(Around(access=Access(tokens), bureau=Bureau(Jobs(tmp_path), lambda: None))) as web:
        yield web, shown


CASES = {
    # method, path, body: the status with the right token
    ("POST", PATH, '{"command": "refresh"}'): 202,
    ("POST", PATH, '{"command": "load", "arguments": ["github", "a/b"]}'): 202,
    ("POST", PATH, '{"command": "load", "arguments": ["github", "a/b", "--depth", "deep"]}'): 422,
    ("POST", PATH, '{"command": "measure", "arguments": ["leiden", "--gamma", "many"]}'): 422,
    ("POST", PATH, '{"command": "measure", "arguments": []}'): 422,
    ("POST", PATH, '{"command": "reset", "arguments": ["--yes"]}'): 403,
    ("POST", PATH, '{"command": "load", "arguments": ["tables", "/etc/passwd"]}'): 403,
    ("POST", PATH, '{"command": "refresh", "more": 1}'): 422,
    ("POST", PATH, "no JSON"): 422,
    ("POST", PATH, ""): 422,
    ("PUT", PATH, "{}"): 405,
    ("GET", PATH, ""): 200,
    ("GET", ABSENT, ""): 404,
    ("DELETE", ABSENT, ""): 404,
    ("GET", f"{ABSENT}/events", ""): 404,
    ("GET", f"{ABSENT}/made-up", ""): 404,
}


@pytest.mark.parametrize(("case", "status"), CASES.items(), ids=[" ".join(case) for case in CASES])
def test_each_route_answers_who_may_and_refuses_all_others(
    idle: tuple[httpx.Client, dict[str, str]], case: tuple[str, str, str], status: int
) -> None:
    web, shown = idle
    statuses = {"none": 401, "read": 403, "revoked": 401, "expired": 401, "jobs": status}
    for name, expected in statuses.items():
        headers = {"content-type": "application/json"}
        headers |= {"authorization": f"Bearer {shown[name]}"} if name in shown else {}
        method, path, body = case
        answer = web.request(method, path, content=body, headers=headers)
        assert answer.status_code == expected, (name, answer.text)
        kind = "application/json" if expected < 300 else "application/problem+json"
        assert answer.headers["content-type"] == kind


def test_a_job_that_waits_is_listed_and_can_be_cancelled(idle: tuple[httpx.Client, dict[str, str]]) -> None:
    web, shown = idle
    web.headers["authorization"] = f"Bearer {shown['jobs']}"
    made = web.post(PATH, json=NOTHING)
    job = made.json()
    assert made.headers["location"] == f"{PATH}/{job['id']}"
    told = {name: job[name] for name in ("command", "arguments", "state", "caller", "exit_code")}
    assert told == {**NOTHING, "state": "queued", "caller": "jobs", "exit_code": None}
    assert web.get(PATH).json() == {"jobs": [job]}
    assert web.delete(f"{PATH}/{job['id']}").json()["state"] == "cancelled"
    again = web.delete(f"{PATH}/{job['id']}")
    assert (again.status_code, again.json()["state"]) == (202, "cancelled"), "to ask twice changes nothing"
    events = web.get(f"{PATH}/{job['id']}/events").text
    assert json.loads(events.partition("data: ")[2].splitlines()[0])["state"] == "cancelled"


def test_the_description_says_that_jobs_need_a_token(idle: tuple[httpx.Client, dict[str, str]]) -> None:
    web, _ = idle
    described = web.get("/openapi.json").json()
    jobs = [
        operation for path, all_ in described["paths"].items() if path.startswith(PATH) for operation in all_.values()
    ]
    assert [operation["security"] for operation in jobs] == [[{"token": []}]] * 5
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_a_queue_has_an_end(idle: tuple[httpx.Client, dict[str, str]]) -> None:
    web, shown = idle
    web.headers["authorization"] = f"Bearer {shown['jobs']}"
    assert {web.post(PATH, json=NOTHING).status_code for _ in range(MOST_WAITING)} == {202}
    refused = web.post(PATH, json=NOTHING)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")


def test_without_tokens_there_are_no_jobs(web: httpx.Client) -> None:
    assert web.get(PATH).status_code == 404


@pytest.mark.parametrize("wrong", ["x", "-1", "1.5"])
def test_what_was_heard_last_is_a_number(idle: tuple[httpx.Client, dict[str, str]], wrong: str) -> None:
    web, shown = idle
    web.headers["authorization"] = f"Bearer {shown['jobs']}"
    job = web.post(PATH, json=NOTHING).json()
    assert web.get(job["events"], headers={"last-event-id": wrong}).status_code == 422
