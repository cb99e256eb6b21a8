"""What a load of GitHub is asked for, checked before the first call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.calendar import following
from graph.errors import BadInputError
from ingest.sources.github import DEFAULT_PARTS, DEPTHS, PARTS

_LOGIN = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:_[A-Za-z0-9]+)?"
_REPOSITORY = re.compile(rf"({_LOGIN})/([A-Za-z0-9._-]{{1,100}})")
_OWNER = re.compile(_LOGIN)
_PERSON = re.compile(rf"@({_LOGIN})")
_MONTH, _DAY = re.compile(r"\d{4}-\d\d", re.ASCII), re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SITE = re.compile(r"(?:https?://)?(?:www\.)?github\.com/", re.IGNORECASE)
FIRST_DAY = "2008-01-01"
"""GitHub began in 2008; nothing on it is older, but for what was moved there."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One thing that was named: `kind` is repository, owner or person."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A load: its seeds, the first and last day (empty where open), what to read, how far, and whether to wait."""

    seeds: tuple[Seed, ...]
    since: str = ""
    until: str = ""
    neighbours: bool = False
    parts: frozenset[str] = frozenset(DEFAULT_PARTS)
    wait: bool = False

    @property
    def since_time(self) -> str:
        """The moment from which on changes are asked for, as GitHub writes it; empty for all."""
        return f"{self.since}T00:00:00Z" if self.since else ""


def plan(
    named: Sequence[str], since: str | None, until: str | None, depth: str, what: Sequence[str], *, wait: bool
) -> Plan:  # fmt: skip
    """The checked plan; a BadInputError names the first value that cannot be taken and what would be valid."""
    if not named:
        raise BadInputError("nothing was named; name an owner/name, an owner or a @login")
    if depth not in DEPTHS:
        raise BadInputError(f"depth is {depth!r}; it has to be {' or '.join(DEPTHS)}")
    unknown = sorted(set(what) - set(PARTS))
    if unknown:
        raise BadInputError(f"what is {unknown[0]!r}; it may be {', '.join(PARTS)}")
    first, last = _day(since, "since", last=False), _day(until, "until", last=True)
    if first and last and first > last:
        raise BadInputError(f"since is {first}, which is after until, {last}")
    seeds = tuple(dict.fromkeys(seed(name) for name in named))
    parts = frozenset(what or DEFAULT_PARTS) | {"repository"}
    return Plan(seeds, first, last, depth == DEPTHS[1], parts, wait)


def check_first_day(asked: Plan, today: str) -> None:
    """Nothing; a BadInputError where the first day to read is still to come."""
    if asked.since > today:
        raise BadInputError(f"since is {asked.since}, which is still to come: expected a day up to today, {today}")


def seed(name: str) -> Seed:
    """What `name` names; an address on the site is taken as well."""
    text = _SITE.sub("", name.strip()).removesuffix("/").removesuffix(".git")
    for kind, form in (("repository", _REPOSITORY), ("owner", _OWNER)):
        if form.fullmatch(text) and not text.endswith(("/.", "/..")):
            return Seed(kind, text)
    person = _PERSON.fullmatch(text)
    if person:
        return Seed("person", person[1])
    raise BadInputError(f"{name[:100]!r} names nothing on GitHub: expected owner/name, an owner or a @login")


def _day(text: str | None, option: str, *, last: bool) -> str:
    """The day that `text` means: itself, or the first or last day of a month."""
    if not text:
        return ""
    try:
        if _MONTH.fullmatch(text) and text >= FIRST_DAY[:7]:
            first = date.fromisoformat(f"{text}-01").isoformat()
            return _end_of_month(text) if last else first
        if _DAY.fullmatch(text) and text >= FIRST_DAY:
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise BadInputError(f"{option} is {text!r}; it has to be a month such as 2025-02 or a day such as 2025-02-24")


def _end_of_month(month: str) -> str:
    """The last day of a month: the one before the first of the next."""
    return (date.fromisoformat(f"{following(month)}-01") - timedelta(days=1)).isoformat()
