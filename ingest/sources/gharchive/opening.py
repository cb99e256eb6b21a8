"""A session of the source: selection, store, engine; collect, then the months that were touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInputError
from ingest.fingerprint import fingerprint
from ingest.sources.gharchive.collecting import Collected, Collector
from ingest.sources.gharchive.datasets import SOURCE, month_dataset
from ingest.sources.gharchive.engines import Engine, open_engine
from ingest.sources.gharchive.inputs import Input, inputs
from ingest.sources.gharchive.report import some
from ingest.sources.gharchive.selection import Selection
from ingest.sources.gharchive.store import Store, opened_store, passing_store

if TYPE_CHECKING:
    from ingest.desk import Desk
    from ingest.source import Dataset

USUAL_ADDRESS = "https://data.gharchive.org"
_KEY = 16


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: the inputs as named, whose events, and which engine reads them."""

    named: tuple[str, ...]
    selection: Selection
    engine: str = "duckdb"
    master: str = "local[*]"
    java_home: Path | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A store that has been filled, the engine, and the months that this call told of or changed."""

    store: Store
    engine: Engine
    months: tuple[str, ...]
    notes: tuple[str, ...]


@contextmanager
def session(wish: Wish, desk: Desk, *, alone: bool = False) -> Iterator[Session]:
    """Everything named is in the store; the lock is held until the end.

    alone: nothing else is in the store, which is one of this call and gone once the session ended well.
    """
    found = named_inputs(wish, desk)
    room = desk.room(SOURCE)
    with (
        _store(room, wish.selection, found, alone=alone) as store,
        open_engine(wish.engine, store.work, wish.master, wish.java_home) as engine,
    ):
        told = Collector(store, desk, room / "archive", keep=wish.keep).collect(found, engine, wish.selection)
        if not told.months:
            raise BadInputError(f"none of what was named holds an event of GH Archive: {some(_odd(told))}")
        yield Session(store, engine, _touched(store, told), _notes(told))


def named_inputs(wish: Wish, desk: Desk) -> list[Input]:
    """What is to be read; BadInputError for a name that means nothing."""
    return inputs(wish.named, desk.addresses.get("gharchive", USUAL_ADDRESS), desk.now().date())


def read_months(wish: Wish, desk: Desk) -> Iterator[Dataset]:
    """The datasets of the months that the call told of or changed, oldest first."""
    with session(wish, desk) as at:
        for place, month in enumerate(at.months):
            odd = at.notes if place == 0 else ()
            yield month_dataset(at.store, at.engine, month, wish.selection, desk.identities, odd)


def _store(room: Path, selection: Selection, found: Sequence[Input], *, alone: bool) -> AbstractContextManager[Store]:
    if not alone:
        return opened_store(room, selection.name)
    key = fingerprint(sorted(map(_stamp, found)))[:_KEY]
    return passing_store(room, f"{selection.name}-{key}")


def _stamp(one: Input) -> str:
    """What tells an input from others, and from itself after a change, without reading it."""
    if one.path is None:
        return one.address
    try:
        held = one.path.stat()
    except OSError:
        return str(one.path)  # what is wrong with it is told when it is read
    return f"{one.path} {held.st_size} {held.st_mtime_ns}"


def _touched(store: Store, told: Collected) -> tuple[str, ...]:
    """The months of the inputs, and later ones where someone has yet to be found who opened a pull request."""
    later = (month for month in store.after(min(told.months)) if month not in told.months)
    waiting = (month for month in later if any(entry.summary.bare.get(month) for entry in store.entries(month)))
    return tuple(sorted(told.months.union(waiting)))


def _notes(told: Collected) -> tuple[str, ...]:
    notes = []
    if told.twice:
        notes.append(f"{told.twice:,} of the files have the same content as another and were read once")
    if told.absent:
        notes.append(f"not in the archive: {some(sorted(told.absent))}")
    if told.eventless:
        notes.append(f"without a single event: {some(sorted(told.eventless))}")
    return tuple(notes)


def _odd(told: Collected) -> Sequence[str]:
    return sorted([*told.absent, *told.eventless])
