"""One history as it was read, and what is said about it: pairs, totals, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.model import Value
from ingest.pairs import Covered, Pair
from ingest.sources.git.address import Known
from ingest.sources.git.clone import Clone, Tag
from ingest.sources.git.count import Times
from ingest.sources.git.history import CO_AUTHORED, COMMITS, LINKED, MERGED, History
from ingest.sources.git.months import day_of
from ingest.wording import counted

GIT, GIT_FORK = "git", "git-fork"
NO_COMMITS = "its history has no commits"
NO_MONTH = "none of its commits has a date that can be"
_TOTALS = ("commits_total", "commits_attributed", "commits_unattributed", "commits_bot", LINKED)


@dataclass(frozen=True, slots=True)
class Reading:
    """One history, read: whose it is, the clone, what was found. `method` is `git` or `git-fork`.

    `read_on` is the day of the reading. No address is in it: identities end with
    the count, and the clone's heads of pull requests are left out.
    """

    known: Known
    method: str
    clone: Clone
    times: Times
    history: History
    has_heads: bool
    tags: tuple[Tag, ...]
    read_on: str

    @property
    def platform(self) -> str:
        """The code host, as keys name it."""
        return self.known.host.platform

    @property
    def source(self) -> str:
        """The source's name: a shallow history stands beside a whole one, and takes nothing of it away."""
        return f"{self.method}-shallow" if self.clone.shallow else self.method

    @property
    def as_of(self) -> str:
        """The day of the last commit, by committer date; that of the reading where there is none."""
        return day_of(self.times.last) if self.times.last is not None else self.read_on

    @property
    def scope(self) -> str:
        """The repository as the dataset's name: the same however it is written."""
        name = self.known.name.lower()
        return name if self.known.host.merges else f"{self.platform}:{name}"


def pairs(reading: Reading) -> list[Pair]:
    """One pair for each account and month, by month and login."""
    found = sorted(
        reading.history.pairs.items(), key=lambda row: (row[0][1], row[0][0].login.lower(), row[0][0].number or 0)
    )
    name, platform = reading.known.name, reading.platform
    return [
        Pair(account.login, name, month, _counts(reading, given), account.number, platform=platform)
        for (account, month), given in found
    ]


def _counts(reading: Reading, given: Mapping[str, int]) -> dict[str, int]:
    counts = {COMMITS: given.get(COMMITS, 0)}
    if reading.known.host.merges:
        counts[MERGED] = given.get(MERGED, 0)
    return counts | {name: given[name] for name in (CO_AUTHORED, LINKED) if given.get(name)}


def covered(reading: Reading, months: tuple[str, str]) -> Covered:
    """How far the history tells of the repository."""
    activities = (COMMITS, CO_AUTHORED, *((MERGED,) if reading.known.host.merges else ()))
    return Covered(reading.known.name, months, activities, platform=reading.platform, facts=facts(reading))


def facts(reading: Reading) -> dict[str, Value]:
    """The totals of the history: also the commits that could be given to nobody."""
    totals, stored = reading.history.totals, reading.clone.known
    said: dict[str, Value] = {name: totals[name] for name in _TOTALS}
    said |= {"head_commit": reading.clone.head.commit if reading.clone.head else None}
    said |= {"read_from": stored.name if stored and stored.name.lower() != reading.known.name.lower() else None}
    return said | {"partial": True if reading.clone.shallow else None, "note": "; ".join(gaps(reading)) or None}


def gaps(reading: Reading) -> tuple[str, ...]:
    """What the history is known to lack, in words."""
    clone, host = reading.clone, reading.known.host
    if clone.head is None:
        return (NO_COMMITS,)
    said = {
        "the clone is shallow: what came before its oldest commits is missing": clone.shallow,
        _undated(reading.times.undated): reading.times.undated > 0,
        "no heads of pull requests: rebase merges are not counted": not reading.has_heads and host.merges,
        f"merged requests of {host.domain} are not counted": not host.merges,
        "read from a fork, which ends where it was last synchronized": reading.method == GIT_FORK,
        ".mailmap is not in this clone, which has no file contents": clone.mailmap == "lacking",
    }
    return tuple(words for words, holds in said.items() if holds)


def _undated(count: int) -> str:
    return counted(
        count, "commit with an impossible date is in no month", "commits with impossible dates are in no month"
    )


def notes(reading: Reading) -> Iterator[str]:
    """What a user should know before the graph is changed."""
    totals, history, head = reading.history.totals, reading.history, reading.clone.head
    if head is not None and head.note:
        yield head.note
    yield (
        f"{counted(totals['commits_total'], 'commit')}, {totals['commits_attributed']:,} given to a login, "
        f"{totals['commits_bot']:,} by bots; "
        f"{history.pulls_given:,} of {counted(history.pulls, 'merged pull request')} given"
    )
    yield from gaps(reading)
