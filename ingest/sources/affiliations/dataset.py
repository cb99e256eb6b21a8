"""Affiliation files into datasets: each file its own, matched with those named beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.calendar import checked_day
from graph.errors import BadInputError, BadRowError
from graph.model import Origin, Record
from ingest.fingerprint import fingerprint
from ingest.nodes import Nodes
from ingest.source import Dataset, Item
from ingest.sources.affiliations.formats import File, open_file
from ingest.sources.affiliations.matching import Book
from ingest.sources.affiliations.people import Person
from ingest.sources.affiliations.telling import Teller, employs

if TYPE_CHECKING:
    from ingest.desk import Desk

_CORRECTIONS = "corrections"


def affiliation_datasets(
    paths: Sequence[Path], desk: Desk, source: str | None, as_of: str | None, *, correction: bool
) -> Iterator[Dataset]:
    """A dataset for each of the files at `paths`; BadInputError where one cannot be taken."""
    if as_of:
        checked_day(as_of, "--as-of")
    twice = [path.name for path in paths if sum(path.name == other.name for other in paths) > 1]
    if twice:
        raise BadInputError(f"two of the files are called {twice[0]}: a file is known by its name, give one another")
    return _datasets(paths, desk, source, as_of, correction=correction)


def _datasets(
    paths: Sequence[Path], desk: Desk, source: str | None, as_of: str | None, *, correction: bool
) -> Iterator[Dataset]:
    files = [open_file(path) for path in paths]
    book = Book()
    for file in files:
        book.take(file.read())
    for file in files:
        yield _dataset(file, files, book, desk, source, as_of, correction=correction)


def _dataset(
    file: File,
    files: Sequence[File],
    book: Book,
    desk: Desk,
    source: str | None,
    as_of: str | None,
    *,
    correction: bool,
) -> Dataset:
    counts = _counted(file, book)
    day = as_of or file.made or counts.newest
    if not day:
        raise BadInputError(f"{file.path.name}: say the day that its data stand for (as_of), such as 2025-08-10")
    gaps = (_left_out(counts),) if counts.without else ()
    # What an address means depends on the files beside it: another neighbour is another reading.
    paths = [file.path, *sorted(other.path for other in files if other is not file), *desk.identities.files]
    origin = Origin(
        source=source or (_CORRECTIONS if correction else file.source),
        method="correction" if correction else "reference",
        dataset=file.path.name,
        title=file.path.name,
        address="",
        content_hash=fingerprint(["affiliations", str(correction), day], paths),
        as_of=day,
        gaps=gaps,
    )
    read = partial(_items, file, Teller(Nodes(desk.identities), book, origin))
    return Dataset(origin, read, counts.people, (f"read as {file.source}", *gaps), replaces=True)


class _Counts:
    """How many people a file has, how many of them without a login, and its newest date."""

    def __init__(self) -> None:
        self.people = self.without = 0
        self.newest = ""


def _counted(file: File, book: Book) -> _Counts:
    found = _Counts()
    for one in file.read():
        if isinstance(one, Person):
            found.people += 1
            found.without += not book.logins_of(one)
            dates = (day for stint in one.stints if employs(stint) for day in (stint.since, stint.until))
            found.newest = max(found.newest, *dates, "")
    return found


def _left_out(counts: _Counts) -> str:
    of_all = f"{counts.without:,} of {counts.people:,} entries"
    return f"{of_all} {'is' if counts.without == 1 else 'are'} without a login and left out"


def _items(file: File, teller: Teller) -> Iterator[Item]:
    for one in file.read():
        if isinstance(one, BadRowError):
            yield one
        elif isinstance(one, Person):
            yield from _settled(teller.records(one))


def _settled(found: Iterator[Record]) -> Iterator[Record]:
    """The records in the order of their lines, so that those of one line follow each other."""
    yield from sorted(found, key=lambda record: record.where.line)
