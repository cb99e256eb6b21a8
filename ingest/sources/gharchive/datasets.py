"""A month of the archive as a dataset: contributions of the selection, what is covered, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from graph.model import Origin, Value
from ingest.fingerprint import fingerprint
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records
from ingest.source import Dataset, Item
from ingest.sources.gharchive.activities import COUNTED, covered
from ingest.sources.gharchive.busy import busy_accounts
from ingest.sources.gharchive.gaps import Extent, extent, gaps
from ingest.sources.gharchive.month import Month, Row, make_month, pairs_of

if TYPE_CHECKING:
    from ingest.identity import Identities
    from ingest.sources.gharchive.engines import Engine
    from ingest.sources.gharchive.selection import Selection
    from ingest.sources.gharchive.store import Entry, Store

SOURCE = "gharchive"
METHOD = "events"
ADDRESS = "https://www.gharchive.org/"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a month's dataset is made from."""

    month: str
    selection: Selection
    made: Month
    known: Extent
    gaps: tuple[str, ...]


def month_dataset(
    store: Store, engine: Engine, month: str, selection: Selection, identities: Identities, odd: Iterable[str] = ()
) -> Dataset:
    """The dataset of `month` from every input of the store that tells of it; `odd` are more notes."""
    entries = store.entries(month)
    made = make_month(store, engine, month, selection)
    known = extent(month, entries, store.absent(month))
    reading = Reading(month, selection, made, known, gaps(month, entries, known, made.unknown))
    origin = _origin(reading, entries, identities)
    return Dataset(
        origin,
        partial(_items, reading, origin, identities),
        made.rows,
        (*odd, *_notes(month, entries, known, made)),
        replaces=True,
    )


def _origin(reading: Reading, entries: list[Entry], identities: Identities) -> Origin:
    month, selection = reading.month, reading.selection
    hours = {hour for entry in entries for hour in (*entry.hours, *entry.summary.hours) if hour.startswith(month)}
    texts = [reading.made.content, selection.name, *reading.gaps, *map(str, reading.made.seen)]
    return Origin(
        source=SOURCE,
        method=METHOD,
        dataset=f"{month}/{selection.name}",
        title=f"GH Archive {month}, {selection.words}",
        address=ADDRESS,
        content_hash=fingerprint(texts, identities.files),
        as_of=max(hours, default=f"{month}-01T00")[:10],
        covers_from=month,
        covers_to=month,
        gaps=reading.gaps,
    )


def _items(reading: Reading, origin: Origin, identities: Identities) -> Iterator[Item]:
    nodes = Nodes(identities, busy_accounts(reading.made.path, identities))
    yield from pair_records(map(_pair, pairs_of(reading.made.path)), nodes, origin)
    yield from coverage_records(_covered(reading), nodes, origin)


def _pair(row: Row) -> Pair:
    counts = {name: cast("int", row[name]) for name in COUNTED if row[name]}
    return Pair(
        developer=str(row["developer"]),
        repository=str(row["repository"]),
        month=str(row["month"]),
        counts=counts,
        developer_id=cast("int | None", row["developer_id"]),
        repository_id=cast("int | None", row["repository_id"]),
        account_type=str(row["account_type"]),
    )


def _covered(reading: Reading) -> Iterator[Covered]:
    """The repositories with a contribution, then those of the selection that had none: zero, and told."""
    facts: dict[str, Value] = {"partial": True, "note": reading.known.words} if reading.known.partial else {}
    activities = covered(reading.month)
    active = set[int | str]()
    by_name = reading.selection.kind == "repositories"
    for number, name in _active(reading.made):
        if by_name:
            active.add(number if number is not None else name.lower())
        yield Covered(name, (reading.month,) * 2, activities, number, facts=facts)
    for number, name in _idle(reading, active):
        yield Covered(name, (reading.month,) * 2, activities, number, facts=facts)


def _active(made: Month) -> Iterator[tuple[int | None, str]]:
    """Id and name of each repository of the pairs, which are sorted by them."""
    last: tuple[object, object] | None = None
    for row in pairs_of(made.path):
        here = (row["repository_id"], row["repository"])
        if here != last:
            last = here
            yield cast("int | None", row["repository_id"]), str(row["repository"])


def _idle(reading: Reading, active: set[int | str]) -> Iterator[tuple[int | None, str]]:
    names = {name for _, _, all_names in reading.made.seen for name in all_names}
    for number, name, _ in reading.made.seen:
        if (number if number is not None else name.lower()) not in active:
            yield number, name
    if reading.selection.kind == "repositories":
        yield from ((None, name) for name in reading.selection.names if name not in names)


def _notes(month: str, entries: list[Entry], known: Extent, made: Month) -> Iterator[str]:
    read = [entry.summary for entry in entries]
    yield f"{month}: {sum(one.events for one in read):,} events, {made.rows:,} pairs of developer and repository"
    if known.partial:
        yield f"{month}: {known.words}: answers take another source where there is one"
    counts = {
        "events that came twice": sum(one.doubles for one in read) + made.doubles,
        "lines that are not an event": sum(one.no_event for one in read),
        "lines too long to be read": sum(one.too_long for one in read),
        "events without a time": sum(one.no_time for one in read),
        "events without an actor": sum(one.no_actor for one in read),
        "events without a repository": sum(one.no_repository for one in read),
        "files that break off": sum(bool(one.cut) for one in read),
        "files that were not compressed": sum(one.plain for one in read),
        "merged pull requests without a known author": made.unknown,
    }
    yield from (f"{month}: {count:,} {what}" for what, count in counts.items() if count)
