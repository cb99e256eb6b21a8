"""One repository collected into a room."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from graph.errors import RateLimitedError, StorageError
from ingest.desk import Desk, Step
from ingest.identity import Identities
from ingest.sources.github.plan import Plan
from ingest.sources.github.repository import Collector, Room
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import service_of
from tests.ingest.web.answering import Service

WHEN = "2024-01-05T00:00:00Z"
REPOSITORY: dict[str, Json] = {
    "id": 7, "full_name": "acme/engine", "created_at": WHEN, "owner": {"login": "acme", "id": 1, "type": "User"},
}  # fmt: skip
LIGHT = Plan((), parts=frozenset({"repository", "releases", "comments"}))


class Host:
    """A repository without anything in it; `limited` is the end of paths that are refused for an hour."""

    def __init__(self, **changed: Json) -> None:
        self.facts = {**REPOSITORY, **changed}
        self.limited = "nothing"

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith(self.limited):
            return httpx.Response(403, headers={"retry-after": "3600"})
        if path.endswith("/languages"):
            return httpx.Response(200, json={})
        return httpx.Response(200, json=self.facts if path.startswith("/repos/") else [])


def collector(folder: Path, service: Service, steps: list[Step] | None = None) -> Collector:
    """A collector into `folder`."""
    room = Room(folder)
    told = steps if steps is not None else []
    return Collector(service_of(service), room, room.store, "2024-06-15", told.append, lambda _: None)


def test_a_collected_repository_is_known_by_its_names(tmp_path: Path) -> None:
    steps: list[Step] = []
    cursor = collector(tmp_path, Service(Host()), steps).collect("acme/Old-Name", LIGHT)
    assert cursor.of("names") == {"former": ["acme/Old-Name"]}
    assert set(cursor.of("done")) == {"releases", "comments"}
    assert Room(tmp_path).id_of("ACME/old-name") == Room(tmp_path).id_of("acme/engine") == 7
    assert Room(tmp_path).id_of("acme/other") is None
    assert steps[-1].what == "acme/engine"


def test_a_name_that_changed_between_two_loads_is_a_former_one_and_one_that_came_back_is_not(tmp_path: Path) -> None:
    collector(tmp_path, Service(Host())).collect("acme/engine", LIGHT)
    cursor = collector(tmp_path, Service(Host(full_name="acme/motor"))).collect("acme/motor", LIGHT)
    assert cursor.of("names")["former"] == ["acme/engine"]
    cursor = collector(tmp_path, Service(Host())).collect("acme/engine", LIGHT)
    assert cursor.of("names")["former"] == ["acme/motor"]


def test_a_private_repository_leaves_nothing(tmp_path: Path) -> None:
    cursor = collector(tmp_path, Service(Host(private=True))).collect("acme/engine", LIGHT)
    assert cursor.parts() == {}
    assert list(tmp_path.iterdir()) == []


def test_what_a_broken_load_finished_is_not_asked_again_on_that_day(tmp_path: Path) -> None:
    host = Host()
    host.limited = "/pulls/comments"
    first = Service(host)
    with pytest.raises(RateLimitedError):
        collector(tmp_path, first).collect("acme/engine", LIGHT)
    finished = Room(tmp_path).cursor(7).of("done")
    host.limited = "nothing"
    again = Service(host)
    cursor = collector(tmp_path, again).collect("acme/engine", LIGHT)
    asked = {request.url.path.rpartition("/")[2] for request in again.asked}
    assert ("releases" in asked) == ("releases" not in finished)
    assert set(cursor.of("done")) == {"releases", "comments"}
    assert cursor.of("finished") == {}


def test_a_room_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be used as a data folder"):
        Room.at(Desk(Identities.load(), tmp_path / "file"))
