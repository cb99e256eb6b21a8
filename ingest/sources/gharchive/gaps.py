"""What a month's reading lacks, in words: hours not read, hours cut, lines lost, months of known loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.sources.gharchive.hours import LOST_MONTHS, REVIEWS_SINCE, hours_of_month, spans
from ingest.wording import counted

if TYPE_CHECKING:
    from ingest.sources.gharchive.store import Entry

MOST_SPANS = 12
"""Spans of hours that a gap lists; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a month was read: its hours, those that were read, that the archive lacks, and that nobody named.

    broken: those read whose file breaks off or holds no event, where no other file has them as a whole.
    lossy: whether the archive is known to have lost events of the month.
    """

    hours: tuple[str, ...]
    read: tuple[str, ...]
    absent: tuple[str, ...]
    unread: tuple[str, ...]
    broken: tuple[str, ...] = ()
    lossy: bool = False

    @property
    def partial(self) -> bool:
        """Whether a part of the month is not known: hours not read as a whole, without a file, or with events lost."""
        return bool(self.unread or self.absent or self.broken) or self.lossy

    @property
    def words(self) -> str:
        """The extent in a few words."""
        broken = f", {len(self.broken):,} of them not as a whole" if self.broken else ""
        return f"{len(self.read)} of {len(self.hours)} hours were read{broken}"

    @property
    def whole(self) -> tuple[str, ...]:
        """The hours that were read as a whole."""
        return tuple(hour for hour in self.read if hour not in self.broken)


def extent(month: str, entries: Sequence[Entry], absent: set[str]) -> Extent:
    """How much of `month` the inputs hold. A file that is not named after an hour tells of none as a whole."""
    hours = hours_of_month(month)
    named = {hour for entry in entries for hour in entry.hours}
    read = [hour for hour in hours if hour in named]
    lacking = [hour for hour in hours if hour in absent and hour not in named]
    rest = sorted(set(hours).difference(read, lacking))
    whole = _whole(entries)
    broken = [hour for hour in read if hour not in whole]
    return Extent(tuple(hours), tuple(read), tuple(lacking), tuple(rest), tuple(broken), month in LOST_MONTHS)


def gaps(month: str, entries: Sequence[Entry], known: Extent, unknown: int) -> tuple[str, ...]:
    """Each gap of a month as a sentence, in a fixed order; `unknown` counts merged pull requests without an author."""
    return tuple(_gaps(month, entries, known, unknown))


def _gaps(month: str, entries: Sequence[Entry], known: Extent, unknown: int) -> Iterator[str]:
    if month in LOST_MONTHS:
        yield f"{month}: the archive is known to have lost events of this month"
    if known.unread:
        yield f"{month}: {known.words}; nothing is known of {_listed(known.unread)}"
    if known.absent:
        yield f"{month}: the archive has no file of {_listed(known.absent)}"
    unnamed = (entry.summary.hours for entry in entries if not entry.hours)
    loose = sorted({hour for hours in unnamed for hour in hours if hour[:7] == month})
    if loose:
        yield f"{month}: files that are not named after an hour tell of {_listed(loose)}, maybe not of all"
    yield from _cuts(entries)
    lost = sum(entry.summary.lost for entry in entries)
    if lost:
        yield f"{month}: {counted(lost, 'line was', 'lines were')} not an event that can be read"
    if unknown:
        pulls = counted(unknown, "merged pull request", "merged pull requests")
        yield f"{month}: of {pulls} it is not told who opened it"
    if month < REVIEWS_SINCE:
        yield f"{month}: reviews are not told, or not of the whole month"


def _cuts(entries: Sequence[Entry]) -> Iterator[str]:
    whole = _whole(entries)
    for entry in sorted(entries, key=lambda one: (one.hours, one.name)):
        if entry.hours and whole.issuperset(entry.hours):
            continue  # another file has the hour as a whole
        what = ", ".join(entry.hours) or entry.name
        if entry.summary.cut:
            yield f"{what}: {entry.summary.cut}; {counted(entry.summary.events, 'event', 'events')} could be read"
        elif not entry.summary.events:
            yield f"{what}: the file holds no event"


def _whole(entries: Sequence[Entry]) -> set[str]:
    """The hours of which there is a file with events that does not break off."""
    return {hour for entry in entries if not entry.summary.cut and entry.summary.events for hour in entry.hours}


def _listed(hours: Iterable[str]) -> str:
    found = spans(hours)
    shown = ", ".join(found[:MOST_SPANS])
    return shown if len(found) <= MOST_SPANS else f"{shown} and {len(found) - MOST_SPANS} more spans"
