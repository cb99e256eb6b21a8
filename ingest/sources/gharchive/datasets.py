"""A month of the archive as a dataset: contributions of the selection, what is covered, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from graph.model import Origin, Value
from ingest.fingerprint import fingerprint
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records
from ingest.source import Dataset, Item
from ingest.sources.gharchive.activities import COUNTED, covered
from ingest.sources.gharchive.busy import busy_accounts
from ingest.sources.gharchive.month import Month, Row, pairs_of
from ingest.sources.gharchive.report import Report, month_report

if TYPE_CHECKING:
    from ingest.identity import Identities
    from ingest.sources.gharchive.engines import Engine
    from ingest.sources.gharchive.selection import Selection
    from ingest.sources.gharchive.store import Store

SOURCE = "gharchive"
METHOD = "events"
ADDRESS = "https://www.gharchive.org/"


def month_dataset(
    store: Store, engine: Engine, month: str, selection: Selection, identities: Identities, odd: Iterable[str] = ()
) -> Dataset:
    """The dataset of `month` from every input of the store that tells of it; `odd` are more notes."""
    report = month_report(store, engine, month, selection)
    origin = _origin(report, identities)
    return Dataset(
        origin,
        partial(_items, report, origin, identities),
        report.made.rows,
        (*odd, *_notes(report)),
        replaces=True,
    )


def _origin(report: Report, identities: Identities) -> Origin:
    month, selection = report.month, report.selection
    texts = [report.made.content, selection.name, *report.gaps, *map(str, report.made.seen)]
    return Origin(
        source=SOURCE,
        method=METHOD,
        dataset=f"{month}/{selection.name}",
        title=report.title,
        address=ADDRESS,
        content_hash=fingerprint(texts, identities.files),
        as_of=report.last[:10],
        covers_from=month,
        covers_to=month,
        gaps=report.gaps,
    )


def _items(report: Report, origin: Origin, identities: Identities) -> Iterator[Item]:
    nodes = Nodes(identities, busy_accounts(report.made, identities))
    yield from pair_records(map(_pair, pairs_of(report.made.path)), nodes, origin)
    yield from coverage_records(_covered(report), nodes, origin)


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


def _covered(report: Report) -> Iterator[Covered]:
    """The repositories with a contribution, then those of the selection that had none: zero, and told."""
    facts: dict[str, Value] = {"partial": True, "note": report.known.words} if report.known.partial else {}
    activities = covered(report.month)
    active = set[int | str]()
    by_name = report.selection.kind == "repositories"
    for number, name in _active(report.made):
        if by_name:
            active.add(number if number is not None else name.lower())
        yield Covered(name, (report.month,) * 2, activities, number, facts=facts)
    for number, name in _idle(report, active):
        yield Covered(name, (report.month,) * 2, activities, number, facts=facts)


def _active(made: Month) -> Iterator[tuple[int | None, str]]:
    """Id and name of each repository of the pairs, which are sorted by them."""
    last: tuple[object, object] | None = None
    for row in pairs_of(made.path):
        here = (row["repository_id"], row["repository"])
        if here != last:
            last = here
            yield cast("int | None", row["repository_id"]), str(row["repository"])


def _idle(report: Report, active: set[int | str]) -> Iterator[tuple[int | None, str]]:
    names = {name for _, _, all_names in report.made.seen for name in all_names}
    for number, name, _ in report.made.seen:
        if (number if number is not None else name.lower()) not in active:
            yield number, name
    if report.selection.kind == "repositories":
        yield from ((None, name) for name in report.selection.names if name not in names)


def _notes(report: Report) -> Iterator[str]:
    yield report.head
    if report.known.partial:
        yield f"{report.month}: {report.known.words}: answers take another source where there is one"
    yield from report.faults
