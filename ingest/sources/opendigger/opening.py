"""From what a user named to data sets: fetched into the store first, then made from it alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.calendar import checked_day
from graph.errors import BadInputError, NotFoundError
from ingest.desk import Desk, Step
from ingest.source import Dataset
from ingest.sources.opendigger.activity import activity_dataset
from ingest.sources.opendigger.asked import Asked, read_asked
from ingest.sources.opendigger.collect import Collector
from ingest.sources.opendigger.exports import export_dataset, first_seen
from ingest.sources.opendigger.labels.dataset import Labels, labels_dataset
from ingest.sources.opendigger.labels.files import is_labels, label_files
from ingest.sources.opendigger.labels.web import ADDRESS as LABELS_ADDRESS
from ingest.sources.opendigger.labels.web import fetch_labels
from ingest.sources.opendigger.measures import series_dataset
from ingest.sources.opendigger.metrics import wanted
from ingest.sources.opendigger.networks import network_datasets
from ingest.sources.opendigger.shelves import ADDRESS, SERVICE, FolderShelf, Shelf, WebShelf, subjects
from ingest.sources.opendigger.store import Store
from ingest.sources.opendigger.subject import SOURCE, Subject

if TYPE_CHECKING:
    from ingest.http import Client

LABELS = "opendigger-labels"
"""The name of the address of labels, where it is not the usual one."""
_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
_PERIOD = re.compile(rf"({_MONTH})\.\.({_MONTH})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Order:
    """What a user asked for beside names: metrics, where from (a folder or an address), months of networks, a day."""

    metrics: tuple[str, ...] = ()
    source: str = ""
    period: str = ""
    as_of: str = ""

    def checked(self) -> Order:
        """The order itself; BadInputError for what it cannot mean."""
        span = _PERIOD.fullmatch(self.period)
        if self.period and (span is None or span[1] > span[2]):
            raise BadInputError(f"--period is {self.period!r}: expected months such as 2025-02..2025-04")
        if self.as_of:
            checked_day(self.as_of, "--as-of")
        for kind in ("repository", "developer", "label"):
            wanted(self.metrics, kind)
        return self

    @property
    def folder(self) -> Path | None:
        """The folder or archive to read from, or None where it is an address."""
        return Path(self.source).expanduser() if self.source and "://" not in self.source else None


def open_datasets(named: Sequence[str], desk: Desk, order: Order) -> Iterator[Dataset]:
    """The data sets of all that was named; BadInputError before anything is fetched where a name means nothing."""
    return _datasets([read_asked(text) for text in named], desk, order.checked())


def _datasets(asked: Sequence[Asked], desk: Desk, order: Order) -> Iterator[Dataset]:
    files = [one for one in asked if one.kind == "file" and not _statics(one)]
    for one in files:
        yield export_dataset(Path(one.name).expanduser(), desk, order.as_of)
    for one in [one for one in asked if _statics(one)]:
        found = list(subjects(Path(one.name).expanduser()))
        yield from _static(found, desk, Order(order.metrics, one.name, order.period, order.as_of))
    accounts = [one for one in asked if one.kind != "file"]
    yield from _labels([one for one in accounts if one.kind == "label"], desk, order)
    if accounts and not (order.folder and is_labels(order.folder)):
        yield from _static(accounts, desk, order)


def _statics(asked: Asked) -> bool:
    """Whether a folder was named that holds static files."""
    if asked.kind != "file" or not Path(asked.name).expanduser().is_dir():
        return False
    return next(subjects(Path(asked.name).expanduser()), None) is not None


def _static(asked: Sequence[Asked], desk: Desk, order: Order) -> Iterator[Dataset]:
    """The series, activity and networks of repositories, developers and labels."""
    store = Store(desk.room(SOURCE) / "series")
    day = desk.now().date().isoformat()
    with closing(_shelf(desk, order)) as shelf:
        collector = Collector(shelf, store, day, order.period)
        for done, one in enumerate(asked, start=1):
            collector.collect(one, wanted(order.metrics, one.kind))
            desk.report(Step(SERVICE, done, len(asked), one.path))
            if len(asked) == 1 and one.kind != "label" and all(kept.absent for _, kept in store.all(one)):
                raise NotFoundError(f"{SERVICE} tells nothing of {one.path}")
            yield from _of(Subject(one, store, desk.identities), desk)


def _of(subject: Subject, desk: Desk) -> Iterator[Dataset]:
    series = series_dataset(subject)
    if series is not None:
        if series.origin.covers_from is None:
            desk.warn(f"{SERVICE} tells nothing of {subject.asked.path}: {'; '.join(series.origin.gaps)}")
        yield series
    activity = activity_dataset(subject)
    if activity is not None:
        yield activity
    yield from network_datasets(subject)


def _labels(asked: Sequence[Asked], desk: Desk, order: Order) -> Iterator[Dataset]:
    if not asked or (order.folder is not None and not is_labels(order.folder)):
        return
    held = label_files(order.folder) if order.folder is not None else None
    for one in asked:
        files = held
        if files is None:
            with _client(desk, desk.addresses.get(LABELS, LABELS_ADDRESS)) as client:
                files = fetch_labels(client, one.name, desk.room(SOURCE) / "labels")
        labels = Labels.of(files, one.name)
        yield labels_dataset(labels, desk.identities, order.as_of or first_seen(labels, desk), one.name)


def _shelf(desk: Desk, order: Order) -> Shelf:
    if order.folder is not None:
        return FolderShelf(order.folder)
    return WebShelf(_client(desk, order.source or desk.addresses.get(SOURCE, ADDRESS)))


def _client(desk: Desk, address: str) -> Client:
    from ingest.http import Client  # noqa: PLC0415 - slow to import

    return Client(SERVICE, address, cache=desk.room(SOURCE) / "cache")
