"""Forks with commits of their own: how many a fork is ahead, by comparison of default branches."""

from __future__ import annotations

from concurrent.futures import Executor
from urllib.parse import quote

from pydantic import Field

from ingest.sources.github import queries
from ingest.sources.github.facts import Facts
from ingest.sources.github.models import Account, Answer, Moment, Whole, instant, parse, parse_one
from ingest.sources.github.reading import Reading
from ingest.web.replies import AbsentError, Json, RefusedError

PART, PARENT = "forks", "parent"
MOST_FORKS = 30
"""Forks of one repository that are compared, those with the most stars first: each costs a call."""


class _Fork(Answer):
    id: Whole
    full_name: str
    owner: Account
    created_at: Moment
    pushed_at: Moment | None = None
    default_branch: str | None = None


class _Compared(Answer):
    ahead_by: int = Field(ge=0)


def fetch_forks(reading: Reading, pool: Executor) -> None:
    """Keep the forks that are ahead in the cursor: id, name and how many commits.

    A fork that was not pushed to since it was compared is not compared again.
    """
    params: dict[str, str | int] = {"sort": "stargazers", "per_page": queries.PAGE}
    reply = reading.github.fetch(reading.path(queries.FORKS), params, keep=True)
    found = list(parse(_Fork, reply.rows, reply.address, reading.refuse))
    # A fork that was never pushed to after it was made has nothing of its own.
    worked = [fork for fork in found if fork.pushed_at and fork.pushed_at > fork.created_at][:MOST_FORKS]
    new = [fork for fork in worked if _held(reading, fork).get("pushed") != _pushed(fork)]
    for fork, ahead in zip(new, pool.map(lambda fork: _ahead_of(reading, fork), new), strict=True):
        reading.cursor.put(f"fork {fork.id}", pushed=_pushed(fork), ahead=ahead)
    rows: list[Json] = [[fork.id, fork.full_name, _held(reading, fork)["ahead"]] for fork in worked]
    reading.cursor.put(PART, rows=[row for row in rows if isinstance(row, list) and row[2]], asked=len(worked))


def _held(reading: Reading, fork: _Fork) -> dict[str, Json]:
    """What is known of a fork: when it was last pushed to as it was compared, and how many commits it was ahead."""
    return reading.cursor.of(f"fork {fork.id}")


def _pushed(fork: _Fork) -> str:
    return instant(fork.pushed_at) if fork.pushed_at else ""


def fetch_parent(reading: Reading) -> None:
    """Keep in the cursor how many commits this repository is ahead of what it is a fork of."""
    facts = reading.facts
    if facts.parent_id is not None and facts.parent_branch and facts.branch:
        path = _compare(facts.parent_id, facts.parent_branch, facts.owner, facts.branch)
        reading.cursor.put(PARENT, ahead=_ahead(reading, path))


def _ahead_of(reading: Reading, fork: _Fork) -> int | None:
    facts: Facts = reading.facts
    if not facts.branch or not fork.default_branch:
        return None
    return _ahead(reading, _compare(facts.id, facts.branch, fork.owner.login, fork.default_branch))


def _compare(base_id: int, base: str, owner: str, branch: str) -> str:
    head = f"{quote(owner, safe='')}:{quote(branch, safe='')}"
    return queries.COMPARE.format(id=base_id, base=quote(base, safe=""), head=head)


def _ahead(reading: Reading, path: str) -> int | None:
    """Commits ahead; None where the two have no common history, or one of them is gone or empty."""
    try:
        # One commit a page: the answer lists commits, which we have no use for.
        reply = reading.github.fetch(path, {"per_page": 1})
    except (AbsentError, RefusedError):
        return None
    return parse_one(_Compared, reply.object, reply.address).ahead_by
