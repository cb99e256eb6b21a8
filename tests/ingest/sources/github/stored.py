"""A store with a few hand-made rows, and what else tests of the GitHub source need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx

from ingest.http import Client
from ingest.sources.github.api import GitHub
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.facts import Facts
from ingest.sources.github.plan import Plan
from ingest.sources.github.reading import Reading
from ingest.sources.github.store import COMMENTS, ENDINGS, ISSUES, PULLS, REVIEWS, STARS, Row, Store
from ingest.web.replies import Json
from tests.ingest.web.answering import ADDRESS, TOKEN, Clock, Service

ID = 7
FACTS = Facts(ID, "acme/engine", "acme", "Organization", 1, "2024-01-05T00:00:00Z", branch="main", stars=3)


def at(text: str) -> datetime:
    """A moment such as 2024-02-01, at noon UTC."""
    return datetime.fromisoformat(f"{text}T12:00:00").replace(tzinfo=UTC)


def by(login: str | None, number: int | None = None, kind: str = "User", prefix: str = "author") -> Row:
    """The cells of an account."""
    return {prefix: login, f"{prefix}_id": number, f"{prefix}_type": kind if login else None}


def pull(number: int, author: Row, opened: str, merged: str = "", **more: object) -> Row:
    """A pull request."""
    row: dict[str, object] = {"number": number, "created_at": at(opened), "updated_at": at(merged or opened)}
    return {**row, "merged_at": at(merged) if merged else None, "labels": [], **author, **more}  # type: ignore[dict-item] # cells


def issue(number: int, author: Row, opened: str, closed: str = "") -> Row:
    """An issue."""
    ended = at(closed) if closed else None
    return {"number": number, "created_at": at(opened), "updated_at": ended or at(opened), "closed_at": ended, **author}


def ending(number: int, kind: str, actor: Row, when: str) -> Row:
    """A closing or a merge."""
    return {"number": number, "kind": kind, "updated_at": at(when), **actor}


ANN, BEN, BOT = by("ann", 1), by("ben", 2), by("dependabot[bot]", 3, "Bot")


def small_store(folder: Path) -> Store:
    """Three pull requests, two issues and what was said to them."""
    store = Store(folder)
    store.add(PULLS, ID, [
        pull(1, ANN, "2024-01-10", "2024-02-01", labels=["bug", "fb-exported"]),
        pull(2, BEN, "2024-02-02", "2024-02-03", labels=["bug"]),
        pull(3, by(None), "2024-02-05"),
    ])  # fmt: skip
    store.add(ISSUES, ID, [issue(4, ANN, "2024-01-11", "2024-03-01"), issue(5, BOT, "2024-01-12")])
    store.add(ENDINGS, ID, [
        ending(1, "merged", by("ben", 2, prefix="actor"), "2024-02-01"),
        ending(2, "merged", by("ben", 2, prefix="actor"), "2024-02-03"),
        ending(4, "closed", by("ben", 2, prefix="actor"), "2024-03-01"),
        ending(5, "closed", by("ben", 2, prefix="actor"), "2024-03-02"),
    ])  # fmt: skip
    store.add(REVIEWS, ID, [
        {"number": 1, "id": 11, "state": "APPROVED", "submitted_at": at("2024-01-20"), **BEN},
        {"number": 1, "id": 12, "state": "COMMENTED", "submitted_at": at("2024-01-21"), **ANN},
    ])  # fmt: skip
    told = {"created_at": at("2024-01-13"), "updated_at": at("2024-01-13")}
    store.add(COMMENTS, ID, [
        {"kind": "issue", "id": 21, "number": 4, **told, **ANN},
        {"kind": "review", "id": 21, "number": 1, **told, **ANN},
    ])  # fmt: skip
    store.add(STARS, ID, [{"starred_at": at("2024-01-14"), "rank": None, **BEN}])
    return store


def github_of(answer: Callable[[httpx.Request], Json], *, token: bool = False, clock: Clock | None = None) -> GitHub:
    """GitHub before a function that gives the JSON of each answer."""
    return service_of(Service(lambda request: httpx.Response(200, json=answer(request))), token=token, clock=clock)


def service_of(service: Service, *, token: bool = False, clock: Clock | None = None) -> GitHub:
    """GitHub before a service."""
    pace = (clock or Clock()).pace()
    wire = httpx.MockTransport(service)
    client = Client("GitHub", ADDRESS, token=lambda: TOKEN if token else None, pace=pace, transport=wire)
    return GitHub(client, lambda _: None, token)


def reading_of(github: GitHub, folder: Path, **more: object) -> Reading:
    """A reading of the one repository into `folder`."""
    given = {"plan": Plan(()), "facts": FACTS, **more}
    store, cursor = Store(folder / "store"), Cursor.open(folder / "7.json")
    return Reading(github, store=store, cursor=cursor, **given)  # type: ignore[arg-type] # as named
