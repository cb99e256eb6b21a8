"""What the store tells of a month: its pairs, how much of it was read, and each fault and gap in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.sources.gharchive.gaps import Extent, extent, gaps
from ingest.sources.gharchive.month import Month, make_month, pairs_of
from ingest.wording import counted

if TYPE_CHECKING:
    from ingest.sources.gharchive.engines import Engine
    from ingest.sources.gharchive.selection import Selection
    from ingest.sources.gharchive.store import Entry, Store


_PAIRS = "pair of developer and repository", "pairs of developer and repository"
_NOBODYS = "without a known author"
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Report:
    """A month of a selection. It holds no input, so that reports of all months fit into memory.

    head: how much there was. faults: what was odd, each by its count. gaps: what is missing. last: the last hour
    that something is told of, or the month's first.
    """

    month: str
    selection: Selection
    made: Month
    known: Extent
    head: str
    faults: tuple[str, ...]
    gaps: tuple[str, ...]
    last: str

    @property
    def title(self) -> str:
        """The month and its selection as a reader would say it."""
        return f"GH Archive {self.month}, {self.selection.words}"


def month_report(store: Store, engine: Engine, month: str, selection: Selection) -> Report:
    """The report of `month` from every input of the store that tells of it; its pairs are made where they are not."""
    entries = store.entries(month)
    made = make_month(store, engine, month, selection)
    known = extent(month, entries, store.absent(month))
    events = sum(entry.summary.events for entry in entries)
    hours = {hour for entry in entries for hour in (*entry.hours, *entry.summary.hours) if hour.startswith(month)}
    return Report(
        month,
        selection,
        made,
        known,
        f"{month}: {counted(events, 'event')}, {counted(made.rows, *_PAIRS)}",
        (*_faults(month, entries, made), *_unmatched(month, selection, made)),
        gaps(month, entries, known, made.unknown),
        max(hours, default=f"{month}-01T00"),
    )


def _faults(month: str, entries: Sequence[Entry], made: Month) -> Iterator[str]:
    read = [entry.summary for entry in entries]
    counts = {
        ("event that came twice", "events that came twice"): sum(one.doubles for one in read) + made.doubles,
        ("line that is not an event", "lines that are not an event"): sum(one.no_event for one in read),
        ("line too long to be read", "lines too long to be read"): sum(one.too_long for one in read),
        ("event without a time", "events without a time"): sum(one.no_time for one in read),
        ("event without an actor", "events without an actor"): sum(one.no_actor for one in read),
        ("event without a repository", "events without a repository"): sum(one.no_repository for one in read),
        ("file that breaks off", "files that break off"): sum(bool(one.cut) for one in read),
        ("file that was not compressed", "files that were not compressed"): sum(one.plain for one in read),
        (f"merged pull request {_NOBODYS}", f"merged pull requests {_NOBODYS}"): made.unknown,
    }
    yield from (f"{month}: {counted(count, *forms)}" for forms, count in counts.items() if count)


def _unmatched(month: str, selection: Selection, made: Month) -> Iterator[str]:
    """Owners that were chosen and have nothing in the month: a name may be a slip."""
    if selection.kind == "organizations":
        found = {str(row["repository"]).lower().partition("/")[0] for row in pairs_of(made.path)}
        silent = [name for name in selection.names if name not in found]
        if silent:
            yield f"{month}: nothing was counted in repositories of {some(silent)}: is that the account's name?"


def some(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
