"""Profiles of people and public members of organizations, kept in the room, each with the day on which it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pydantic import Field

from graph.errors import SourceError
from ingest.profiles import without_addresses
from ingest.sources.github import queries
from ingest.sources.github.api import GitHub, below
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.models import Account, Answer, Moment, Whole, instant, parse, parse_one
from ingest.web.replies import AbsentError, Json

SHARDS = 64
"""Files that profiles are spread over, so that keeping one does not write all anew."""
GONE = "gone.json"
FRESH_DAYS = 30
"""A profile that was read within so many days is not asked for again."""
MOST_PROFILES, MOST_WITHOUT_TOKEN = 1000, 20
"""Profiles of one load, the most active people first. Without a token each costs one of sixty calls an hour."""
AT_ONCE = 4
"""Profiles that are asked for at once by REST, and then kept."""
MOST_MEMBERS = 1000


class Profile(Answer):
    """What is kept of a profile."""

    id: Whole = Field(alias="databaseId")
    login: str = Field(min_length=1, max_length=100)
    type: str = "User"
    company: str | None = None
    location: str | None = None
    created_at: Moment | None = Field(default=None, alias="createdAt")
    followers: int = Field(default=0, ge=0, le=2**63 - 1)


@dataclass(frozen=True, slots=True)
class People:
    """The profiles of one room."""

    folder: Path

    def held(self) -> Iterator[tuple[int, dict[str, Json]]]:
        """Ids and profiles, in the order of ids."""
        found: dict[int, dict[str, Json]] = {}
        for path in self.folder.glob("[0-9]*.json"):
            found |= {int(key): marks for key, marks in Cursor.open(path).parts().items()}
        yield from sorted(found.items())

    def keep(self, found: Iterable[Profile], day: str) -> None:
        """Keep profiles that were read on `day`; a login that is no more becomes a former one."""
        by_shard: dict[Path, list[Profile]] = {}
        for one in found:
            by_shard.setdefault(self._shard(one.id), []).append(one)
        for path, profiles in by_shard.items():
            cursor = Cursor.open(path)
            cursor.put_all({str(one.id): _marks(one, cursor.of(str(one.id)), day) for one in profiles})

    def stale(self, people: Sequence[tuple[str, int | None]], day: str) -> list[str]:
        """The logins among `people` (login and id) whose profile was not read in the days before `day`."""
        limit = (date.fromisoformat(day) - timedelta(days=FRESH_DAYS)).isoformat()
        known = {str(marks.get("login", "")).lower(): str(marks.get("day", "")) for _, marks in self.held()}
        gone = Cursor.open(self.folder / GONE).parts()
        known |= {login: str(marks.get("day", "")) for login, marks in gone.items()}
        return [login for login, _ in people if known.get(login.lower(), "") <= limit]

    def note_gone(self, logins: Iterable[str], day: str) -> None:
        """Keep that these logins have no profile."""
        Cursor.open(self.folder / GONE).put_all({login.lower(): {"day": day} for login in logins})

    def _shard(self, number: int) -> Path:
        return self.folder / f"{number % SHARDS:02d}.json"


def _marks(one: Profile, before: Mapping[str, Json], day: str) -> dict[str, Json]:
    former = before.get("former")
    names = [str(name) for name in former] if isinstance(former, list) else []
    last = str(before.get("login", one.login))
    if last.lower() != one.login.lower() and last not in names:
        names.append(last)
    return {
        "login": one.login, "type": one.type, "company": without_addresses(one.company or ""),
        "location": without_addresses(one.location or ""), "followers": one.followers, "day": day,
        "created_at": instant(one.created_at)[:10] if one.created_at else "",
        "former": [name for name in names if name.lower() != one.login.lower()],
    }  # fmt: skip


def fetch_profiles(github: GitHub, people: People, logins: Sequence[str], day: str, pool: Executor) -> int:
    """Bring the profiles of `logins` into the room, batch by batch; how many there were (accounts may be gone)."""
    read = 0
    size = queries.PROFILES_PAGE if github.graphql else AT_ONCE
    for start in range(0, len(logins), size):
        batch = logins[start : start + size]
        found = _by_graphql(github, batch) if github.graphql else _by_rest(github, batch, pool)
        people.keep(found, day)
        people.note_gone({login.lower() for login in batch} - {one.login.lower() for one in found}, day)
        read += len(found)
    return read


def _by_graphql(github: GitHub, logins: Sequence[str]) -> list[Profile]:
    text, variables = queries.profiles_query(logins)
    try:
        data = github.ask(text, variables)
    except AbsentError:
        return []
    rows: list[Json] = [
        {**row, "followers": below(row, "followers", "totalCount")} for row in data.values() if isinstance(row, dict)
    ]
    return list(parse(Profile, rows, queries.GRAPHQL, lambda error: github.warn(str(error))))


def _by_rest(github: GitHub, logins: Sequence[str], pool: Executor) -> list[Profile]:
    return [one for one in pool.map(lambda login: read_profile(github, login), logins) if one is not None]


def read_profile(github: GitHub, login: str) -> Profile | None:
    """The profile of one account by REST; None where it is gone."""
    try:
        reply = github.fetch(queries.USER.format(login=login))
    except AbsentError:
        return None
    return parse_one(Profile, reply.object, reply.address)


def fetch_members(github: GitHub, cursor: Cursor, login: str, day: str) -> None:
    """Keep the public members of an organization's account in its cursor."""
    rows: list[Json] = []
    for reply in github.pages(queries.PUBLIC_MEMBERS.format(login=login), keep=True):
        found = parse(Account, reply.rows, reply.address, lambda error: github.warn(str(error)))
        rows.extend([one.name, one.id, one.type] for one in found)
        if len(rows) >= MOST_MEMBERS:
            break
    cursor.put("members", login=login, rows=sorted(rows[:MOST_MEMBERS], key=str), day=day)


def owned_repositories(github: GitHub, login: str) -> list[str]:
    """Full names of the public repositories of an owner, in the order of their ids; AbsentError without the owner."""
    found: list[tuple[int, str]] = []
    for reply in github.pages(queries.USER_REPOSITORIES.format(login=login), {"type": "owner"}, keep=True):
        for row in reply.rows:
            number, name = row.get("id"), row.get("full_name")
            if not isinstance(number, int) or not isinstance(name, str):
                raise SourceError(f"{reply.address} lists a repository without id or name")
            found.append((number, name))
    return [name for _, name in sorted(found)]
