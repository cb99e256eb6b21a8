"""Datasets of people: their profiles, and the public members of organizations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from graph.check import known
from graph.model import NodeRecord, Origin, Record, Value, Where
from ingest import records
from ingest.fingerprint import fingerprint
from ingest.nodes import Nodes
from ingest.profiles import Stated, profile_records
from ingest.source import Dataset
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.datasets import SITE, SOURCE, Shelf
from ingest.sources.github.people import People
from ingest.sources.github.telling import account_node
from ingest.web.replies import Json

PROFILES = "profiles"
MEMBER_CONFIDENCE = 0.9
"""A public membership is the organization's own word; not every member is employed there."""

Held = list[tuple[int, dict[str, Json]]]


def profiles_dataset(shelf: Shelf, people: People) -> Dataset | None:
    """The profiles of all people that were read so far; None where there are none."""
    held = list(people.held())
    if not held:
        return None
    texts = [json.dumps([n, row], ensure_ascii=False, sort_keys=True) for n, row in held]
    newest = max(str(row.get("day", "")) for _, row in held)
    digest = fingerprint(texts, shelf.identities.files)
    origin = Origin(SOURCE, "api", PROFILES, "GitHub: public profiles", SITE, digest, newest)
    return Dataset(origin, partial(_profiles, shelf, held, origin), len(held), replaces=True)


def _profiles(shelf: Shelf, held: Held, origin: Origin) -> Iterator[Record]:
    nodes = Nodes(shelf.identities)
    for line, (number, row) in enumerate(held, start=1):
        where = Where(origin.title, line)
        who = person(number, row, nodes, where)
        yield who
        # One dataset holds profiles of many days: each keeps its own, for the newest reading of an employer answers.
        told = Stated(str(row.get("company", "")), str(row.get("location", "")), str(row.get("day", "")) or None)
        yield from profile_records(who, told, nodes, SOURCE, records.snapshot(origin.key, where), where)


def person(number: int, row: dict[str, Json], nodes: Nodes, where: Where) -> NodeRecord:
    """The developer of a profile: former logins, day of the account's making, followers."""
    former, followers = row.get("former"), row.get("followers")
    names = tuple(str(name) for name in former) if isinstance(former, list) else ()
    login = str(row.get("login", ""))
    reason = nodes.identities.bot(login, str(row.get("type", "")))
    bare = records.developer(login, where, number=number, former=names, bot_reason=reason)
    facts: dict[str, Value] = {"created_at": str(row.get("created_at") or "") or None}
    facts["followers"] = followers if isinstance(followers, int) else None
    return NodeRecord(bare.ref, known({**bare.props, **facts}), where)


def members_dataset(shelf: Shelf, cursor: Cursor) -> Dataset:
    """The public members of one organization's account."""
    login, day = cursor.text("members", "login"), cursor.text("members", "day")
    held = cursor.of("members").get("rows")
    rows = [row for row in held if isinstance(row, list)] if isinstance(held, list) else []
    digest = fingerprint([login, *(json.dumps(row) for row in rows)], shelf.identities.files)
    origin = Origin(
        SOURCE, "api", f"@{login.lower()}", f"GitHub: public members of {login}", f"{SITE}/orgs/{login}/people", digest,
        day,
    )  # fmt: skip
    return Dataset(origin, partial(_members, shelf, login, rows, origin), len(rows), replaces=True)


def _members(shelf: Shelf, login: str, rows: list[list[Json]], origin: Origin) -> Iterator[Record]:
    nodes = Nodes(shelf.identities)
    for line, (name, number, kind) in enumerate(rows, start=1):
        where = Where(origin.title, line)
        number_known = number if isinstance(number, int) else None
        who = nodes.developer(str(name), where, number=number_known, account_type=str(kind))
        at = account_node(login, nodes, where)
        raw = f"public member of @{login}"
        yield records.affiliation(
            who, at, SOURCE, rank=records.RANK_STATED, confidence=MEMBER_CONFIDENCE, raw=raw, where=where
        )
