"""The repositories, organizations and users that a label lists, by code host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.errors import BadRowError
from ingest.sources.opendigger.places import Place, whole
from ingest.sources.opendigger.platforms import LOGIN, login, platform_key, repository

Kind = Literal["repos", "orgs", "users"]
KINDS: tuple[Kind, ...] = ("repos", "orgs", "users")
ENTRY = "an id and a name"
PLATFORM = "an object with name, type and lists of repos, orgs or users"
_KEYS = frozenset({"name", "type", *KINDS})
_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a label lists: its row, kind, platform, id on it, and the name that the label uses."""

    line: int
    kind: Kind
    platform: str
    number: int
    name: str

    @property
    def owner(self) -> str:
        """The account that owns a repository, in lower case; empty where the label does not name it."""
        return self.name.rpartition("/")[0].lower()


def read_platforms(told: list[object], field: str, file: str) -> Iterator[Entry | BadRowError]:
    """What the platforms of a label list. An entry that is wrong is refused alone, a platform as the whole label.

    Rows are counted on from 2: the label itself is the first.
    """
    line = 1
    for at, platform in enumerate(told):
        for kind, one, name in _listed(platform, f"{field}[{at}]", Place(file, 1)):
            line += 1
            yield _entry(one, kind, name, Place(file, line))


def _listed(told: object, field: str, place: Place) -> Iterator[tuple[Kind, object, str]]:
    if not isinstance(told, dict):
        raise place.bad(field, told, PLATFORM)
    other = next((key for key in told if key not in _KEYS), None)
    if other is not None:
        raise place.bad(field, other, "name, type, repos, orgs or users")
    try:
        platform = platform_key(told.get("name"))
    except ValueError as error:
        raise place.bad(f"{field}.name", told.get("name"), str(error)) from None
    for kind in KINDS:
        entries = told.get(kind) or []
        if not isinstance(entries, list):
            raise place.bad(f"{field}.{kind}", entries, "a list")
        for one in entries:
            yield kind, one, platform


def _entry(told: object, kind: Kind, platform: str, place: Place) -> Entry | BadRowError:
    if not isinstance(told, dict):
        return place.bad(kind, told, ENTRY)
    name = told.get("name")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)  # an account may be called by digits alone
    try:
        number = whole(told.get("id"))
    except ValueError as error:
        return place.bad(f"{kind}.id", told.get("id"), str(error))
    try:
        return Entry(place.line, kind, platform, number, _READERS[kind](name, platform))
    except ValueError as error:
        # People's names are no business of a message either.
        return place.bad(f"{kind}.name", f"none in the entry of {number}" if kind == "users" else name, str(error))


def _user(name: object, _: str) -> str:
    """A user's login; lists of people write a name beside it (`王伟 @will-ww`, `will-ww 王伟`), which is not kept."""
    text = name if isinstance(name, str) else ""
    words = _ACCOUNT.findall(text.rpartition("@")[2])
    if len(words) != 1:
        raise ValueError(LOGIN)
    return login(words[0])


_READERS: dict[Kind, Callable[[object, str], str]] = {
    "repos": lambda name, platform: repository(name, platform, has_id=True),
    "orgs": lambda name, _: login(name),
    "users": _user,
}
