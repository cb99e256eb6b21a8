"""One walk through a history: who wrote, who helped, what was merged and by whom, in months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ingest.sources.git.log import Commit, Identity
from ingest.sources.git.months import Calendar
from ingest.sources.git.pulls import Pulls
from ingest.sources.git.trailers import co_authors

IN_NO_MONTH = ""
"""The month of what has an impossible date."""
_TOLD_EVERY = 5_000

Marks = Counter[tuple[Identity, str]]


@dataclass(slots=True)
class Times:
    """When a history was made: earliest author's and latest committer's time that can be; commits with others."""

    first: int | None = None
    last: int | None = None
    undated: int = 0


@dataclass(slots=True)
class Count:
    """What a history holds, by identity and month. Merges are no commits of anybody; `order` is newest first.

    `helped` are co-authors, each beside the author;
    `merges` are the commits on the line of first parents, by who put them there.
    """

    order: dict[Identity, None] = field(default_factory=dict)
    commits: Marks = field(default_factory=Counter)
    helped: Counter[tuple[Identity, Identity, str]] = field(default_factory=Counter)
    merges: Marks = field(default_factory=Counter)
    seen: int = 0
    times: Times = field(default_factory=Times)


def count(
    commits: Iterable[Commit], pulls: Pulls, calendar: Calendar, report: Callable[[int], None] = lambda _: None
) -> Count:
    """What is in `commits`, which come each before its parents; `pulls` sees each of them."""
    found = Count()
    line = b""
    for number, commit in enumerate(commits, start=1):
        month, committed = calendar.month(commit.time) or IN_NO_MONTH, calendar.month(commit.committed) or IN_NO_MONTH
        on_line = number == 1 or commit.hash == line
        if on_line:
            line = commit.parents[0] if commit.parents else b"-"
            _note_merger(found, commit, committed)
        pulls.see(commit, first_line=on_line)
        _note_times(found, commit, month, committed)
        _note_people(found, commit, month)
        if number % _TOLD_EVERY == 0:
            report(number)
    report(found.seen)
    co_authors.cache_clear()  # it holds addresses, which nobody needs any more
    return found


def _note_times(found: Count, commit: Commit, month: str, committed: str) -> None:
    times = found.times
    found.seen += 1
    times.undated += IN_NO_MONTH in (month, committed)
    if month != IN_NO_MONTH and (times.first is None or commit.time < times.first):
        times.first = commit.time
    if committed != IN_NO_MONTH and (times.last is None or commit.committed > times.last):
        times.last = commit.committed


def _note_people(found: Count, commit: Commit, month: str) -> None:
    """The author and the co-authors; a merge has none, but its author is somebody all the same."""
    found.order.setdefault(commit.author)
    if len(commit.parents) < 2:  # noqa: PLR2004 - one parent, or none
        found.commits[commit.author, month] += 1
        for helper in co_authors(commit.co_authors) if commit.co_authors else ():
            found.order.setdefault(helper)
            found.helped[helper, commit.author, month] += 1


def _note_merger(found: Count, commit: Commit, committed: str) -> None:
    """Who put a commit on the branch: a merge's author, or the committer, who is the host itself for a squash."""
    who = commit.author if len(commit.parents) > 1 else commit.committer
    found.order.setdefault(who)
    found.merges[who, committed] += 1
