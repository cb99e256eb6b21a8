"""Profiles and members: kept with the day of their reading, and asked for again when they are old."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from graph.errors import SourceError
from ingest.sources.github import queries
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.people import (
    MOST_MEMBERS,
    People,
    Profile,
    fetch_members,
    fetch_profiles,
    owned_repositories,
    read_profile,
)
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import github_of, service_of
from tests.ingest.web.answering import Service

DAY = "2024-06-15"


def profile(number: int, login: str, **more: Json) -> dict[str, Json]:
    """A profile as REST writes it, with what must not be kept."""
    told: dict[str, Json] = {"email": "ann@mail.example", "bio": "about me", "name": "Ann A.", "followers": 3}
    return {"id": number, "login": login, "type": "User", "created_at": "2020-01-01T00:00:00Z", **told, **more}


def kept(folder: Path, *rows: dict[str, Json], day: str = DAY) -> People:
    """The room after these profiles were read."""
    people = People(folder)
    people.keep([Profile.model_validate(row) for row in rows], day)
    return people


def test_of_a_profile_only_what_is_named_is_kept(tmp_path: Path) -> None:
    people = kept(tmp_path, profile(1, "ann", company="Acme, ann@mail.example", location=None))
    assert dict(people.held()) == {1: {
        "login": "ann", "type": "User", "company": "Acme,", "location": "", "followers": 3, "day": DAY,
        "created_at": "2020-01-01", "former": [],
    }}  # fmt: skip
    text = "".join(path.read_text() for path in tmp_path.iterdir())
    assert not any(word in text for word in ("mail.example", "about me", "Ann A."))


def test_a_login_that_changed_becomes_a_former_one(tmp_path: Path) -> None:
    kept(tmp_path, profile(1, "old"))
    kept(tmp_path, profile(1, "middle"))
    people = kept(tmp_path, profile(1, "new"))
    assert dict(people.held())[1]["former"] == ["old", "middle"]
    assert dict(kept(tmp_path, profile(1, "old")).held())[1]["former"] == ["middle", "new"]


def test_profiles_are_asked_for_again_after_a_month(tmp_path: Path) -> None:
    people = kept(tmp_path, profile(1, "Ann"))
    people.note_gone(["ben"], DAY)
    everyone: list[tuple[str, int | None]] = [("ann", 1), ("ben", 2), ("cid", 3)]
    assert people.stale(everyone, DAY) == ["cid"]
    assert people.stale(everyone, "2024-07-20") == ["ann", "ben", "cid"]


@pytest.mark.parametrize("token", [True, False])
def test_profiles_come_and_who_is_gone_is_noted(token: bool, tmp_path: Path) -> None:  # noqa: FBT001
    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            row: Json = {
                "databaseId": 1,
                "login": "ann",
                "createdAt": "2020-01-01T00:00:00Z",
                "followers": {"totalCount": 3},
            }
            errors: Json = [{"type": "NOT_FOUND", "message": "no ben"}]
            return httpx.Response(200, json={"data": {"u0": row, "u1": None}, "errors": errors})
        found = request.url.path == queries.USER.format(login="ann")
        return httpx.Response(200, json=profile(1, "ann")) if found else httpx.Response(404)

    people = People(tmp_path)
    with ThreadPoolExecutor(2) as pool:
        assert fetch_profiles(service_of(Service(answer), token=token), people, ["ann", "ben"], DAY, pool) == 1
    assert [row["login"] for _, row in people.held()] == ["ann"]
    assert people.stale([("ann", 1), ("ben", 2)], DAY) == []


def test_all_of_them_may_be_gone(tmp_path: Path) -> None:
    gone: Json = {"data": {"u0": None}, "errors": [{"type": "NOT_FOUND", "message": "nobody"}]}
    with ThreadPoolExecutor(1) as pool:
        assert fetch_profiles(github_of(lambda _: gone, token=True), People(tmp_path), ["ben"], DAY, pool) == 0


def test_one_profile_that_is_gone_is_none() -> None:
    assert read_profile(service_of(Service([httpx.Response(404)])), "ben") is None


def test_members_are_kept_up_to_a_bound(tmp_path: Path) -> None:
    many: Json = [{"login": f"dev-{n}", "id": n + 1, "type": "User"} for n in range(MOST_MEMBERS + 50)]
    cursor = Cursor(tmp_path / "acme.json")
    fetch_members(github_of(lambda _: many), cursor, "acme", DAY)
    rows = cursor.of("members")["rows"]
    assert isinstance(rows, list)
    assert len(rows) == MOST_MEMBERS


def test_owned_repositories_stand_in_the_order_of_their_ids() -> None:
    rows: Json = [{"id": 9, "full_name": "acme/b"}, {"id": 7, "full_name": "acme/z"}]
    assert owned_repositories(github_of(lambda _: rows), "acme") == ["acme/z", "acme/b"]


def test_an_owned_repository_without_a_name_is_an_error() -> None:
    with pytest.raises(SourceError, match="without id or name"):
        owned_repositories(github_of(lambda _: [{"id": 9}]), "acme")
