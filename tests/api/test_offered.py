"""Both clients offer all that the API describes, and every line of docs/notebook.md on them answers."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from api.access.gate import Access
from api.access.tokens import Tokens
from api.app import create_app
from api.around import Around
from api.calls import Call
from api.client import AsyncClient, Client
from api.description import description
from api.doors import Door
from api.entities import LISTED
from api.events import Event
from api.exports import KINDS
from api.jobs.processes import start_worker
from api.jobs.routes import Bureau
from api.jobs.store import Jobs
from api.offered import Offered
from api.views import drawn_queries
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import BadInputError, NotFoundError
from tests.api.safety.keeping import NOWHERE, serving_with
from tests.house.checkout import ROOT

ROWS = re.findall(
    r"^\| `(?:(\w+) = )?(atlas\.(\w+)\(.*\))` \|", (ROOT / "docs" / "notebook.md").read_text("utf-8"), re.M
)
DOORS = {name: door for kind in AsyncClient.__mro__ for name, door in vars(kind).items() if isinstance(door, Door)}
DOCUMENTED = [(name, code) for name, code, method in ROWS if method in DOORS.keys() - vars(AsyncClient).keys()]
NOT_OFFERED = {
    "search-names": "the same as the query `search`, which the client asks",
    "opendigger-file": "for programs that read OpenDigger's files; `series` tells the same",
    "alive_healthz_get": "for what watches the server",
    "ready_readyz_get": "for what watches the server",
}
OTHERS = ("load is", "unload is")
"""Jobs of corrections: those of the first client are there when the other one lists all."""
OSGRAPH = "osgraph-"
"""OSGraph's own addresses and shapes are for its programs; `view` tells the same."""


def made() -> Iterator[Call]:
    """The calls of all methods, with every name that they take; a method that is not here is missed below."""
    repository, names = "owner/name", [(query.name,) for query in catalogue() if query.kind != "metric"]
    one = ("cypher", "search", "repository", "developer", "job", "follow", "cancel", "start", "take_back")
    given: dict[str, list[tuple[Any, ...]]] = {
        **{method: [("name",)] for method in one},
        **dict.fromkeys(("query", "network", "pages"), names),
        "export": [(kind, "all.csv") for kind in KINDS],
        "nodes": [(kind,) for kind in LISTED],
        "node": [(kind, repository if kind == "repositories" else "name") for kind in LISTED],
        "series": [(repository,), (repository, "metric")],
        "badge": [(repository, "stars")],
        "view": [(query.name, *of) for query in drawn_queries(catalogue()) for of in ((), (repository,))],
        "view_file": [("growth", "growth.svg")],
        "correct": [([{"developer": "login"}],)],
    }
    assert given.keys() <= DOORS.keys()
    for name, door in DOORS.items():
        for arguments in given.get(name, [()]):
            yield door.describe(*arguments).call  # type: ignore[attr-defined] # every one has it


def test_no_operation_of_the_api_is_forgotten(tmp_path: Path) -> None:
    with Database(NOWHERE) as away:
        bureau = Bureau(Jobs(tmp_path), lambda: None)
        described = description(create_app(away, catalogue(), around=Around(bureau=bureau)))["paths"]
    asked = {(call.method.lower(), call.path) for call in made()}

    def offered(method: str, path: str) -> bool:
        form = re.compile(re.sub(r"\\{path\\}", ".+", re.sub(r"\\{(?!path)\w+\\}", "[^/]+", re.escape(path))))
        return any(verb == method and form.fullmatch(each) for verb, each in asked)

    lacking = {
        operation["operationId"]
        for path, operations in described.items()
        for method, operation in operations.items()
        if not offered(method, path) and not operation["operationId"].startswith(OSGRAPH)
    }
    assert lacking == NOT_OFFERED.keys()


@pytest.fixture
def address(atlas: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A server that answers from the bundled data and takes jobs, for which nothing was loaded; a token for these."""
    folder = tmp_path / "data"
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(folder))
    monkeypatch.setenv("NEO4J_URI", NOWHERE.uri)  # jobs that would change what tests read end at once
    tokens, bureau = Tokens(folder), Bureau(Jobs(folder), lambda: start_worker(folder))
    token = tokens.create("nightly", ["jobs", "corrections"], 1, datetime.now(UTC))
    with serving_with(Around(access=Access(tokens), bureau=bureau), atlas) as web:
        yield str(web.base_url).rstrip("/"), token


def test_what_the_docs_show_both_clients_answer_alike(address: tuple[str, str], tmp_path: Path) -> None:
    where, token = address
    with Client(where, token=token) as client, chdir(tmp_path):
        at_once = dict(told_of(client))

    async def awaited() -> dict[str, object]:
        async with AsyncClient(where, token=token) as other:
            known: dict[str, Any] = {"atlas": other}
            found = {}
            for name, code in DOCUMENTED:
                known[name or "_"] = await whole(eval(code, known))  # noqa: S307 - of our own docs
                found[code] = plain(known[name or "_"])
            return found

    with ThreadPoolExecutor(1) as apart, chdir(tmp_path):  # tests in a browser leave a loop in this thread
        assert apart.submit(asyncio.run, awaited()).result() == at_once
    assert {method for _, _, method in ROWS} >= vars(Offered).keys() & DOORS.keys()
    assert all(at_once.values()), at_once


def told_of(client: Client) -> Iterator[tuple[str, object]]:
    known: dict[str, Any] = {"atlas": client}
    for name, code in DOCUMENTED:
        told = eval(code, known)  # noqa: S307 - of our own docs
        known[name or "_"] = list(told) if inspect.isgenerator(told) else told
        yield code, plain(known[name or "_"])


async def whole(told: Any) -> object:  # noqa: ANN401 - of all methods
    return [each async for each in told] if isinstance(told, AsyncIterator) else await told


def plain(told: Any) -> object:  # noqa: ANN401 - of all methods
    """What was told, without what differs from call to call."""
    if isinstance(told, list):
        found = [plain(each) for each in told]
        return {each for each in found if not str(each).startswith(OTHERS)} if isinstance(found[0], str) else found
    if isinstance(told, Path):
        return told.read_bytes()
    if isinstance(told, Event):
        return told.text or plain(told.job)
    if isinstance(told, dict) and "given_at" in told:
        return told["corrections"]
    told = told["job"] | {"state": "there"} if isinstance(told, dict) and "job" in told else told
    is_job = isinstance(told, dict) and "exit_code" in told
    return f"{told['command']} is {told['state']}" if is_job else getattr(told, "answer", told)


def test_a_file_says_by_its_ending_what_it_is(tmp_path: Path) -> None:
    with (
        Client("http://127.0.0.1:1") as atlas,
        pytest.raises(BadInputError, match="does not tell its format") as caught,
    ):
        atlas.view_file("growth", tmp_path / "growth.gif")
    assert ".svg" in caught.value.hint


def test_a_kind_that_there_is_not_leaves_no_file(address: tuple[str, str], tmp_path: Path) -> None:
    with Client(address[0]) as atlas:
        with pytest.raises(NotFoundError):
            atlas.view_file("growths", tmp_path / "growths.svg")
        with pytest.raises(NotFoundError):
            atlas.node("organizations", "No such organization")
    assert list(tmp_path.glob("*.svg")) == []
