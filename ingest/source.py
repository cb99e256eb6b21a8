"""What a source is: a name, how it is called, what it offers; and the datasets that it yields."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from graph.errors import AtlasError, BadRowError, NotFoundError
from graph.model import Origin, Record

Form = Literal["text", "file", "folder", "month", "day", "whole", "flag"]
"""What the value of an option looks like; `flag` takes none."""

Item = Record | BadRowError
"""One thing that a source yields: a record, or a refused row (yielded and not raised, so that the load goes on)."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One load: its origin and its items, read anew on each call of `read`, so that a load can continue.

    `rows` is the number of data rows where it is known before; `notes` say what was guessed or left out. One that
    `replaces` is a newer reading of all that its source and dataset told before: older ones are taken back once it
    is in.
    """

    origin: Origin
    read: Callable[[], Iterator[Item]]
    rows: int | None = None
    notes: tuple[str, ...] = field(default=())
    replaces: bool = False

    @property
    def records(self) -> Iterator[Item]:
        """The items from the beginning, in the order of the rows."""
        return self.read()


Opens = Callable[..., Iterator[Dataset]]
"""Called with what was named (files, repositories, months), the Desk, and its options by name.

The call alone checks all values, and fetches nothing: that begins with the first dataset.
"""
Open = TypeVar("Open", bound=Opens)


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a source's command: its name as in Python, its meaning, the form and the choices of its value.

    One of `many` takes several values, parted by commas, and is handed over as a tuple of text.
    """

    name: str
    about: str
    form: Form = "text"
    sample: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A source: its name in commands, a sentence about it, what it takes and offers, examples, what opens it.

    `takes` is how that which is named looks, such as `FILE`; `needs` says whether something must be named.
    """

    name: str
    about: str
    takes: str
    options: tuple[Option, ...]
    offers: tuple[str, ...]
    examples: tuple[str, ...]
    open: Opens
    needs: bool = True


_SOURCES: dict[str, Source] = {}


def source(
    name: str, *, takes: str, offers: tuple[str, ...], examples: tuple[str, ...], options: tuple[Option, ...] = (),
    needs: bool = True,
) -> Callable[[Open], Open]:  # fmt: skip
    """A decorator that registers a function as the source `name`; its docstring's first line is the about."""

    def register(function: Open) -> Open:
        if name in _SOURCES and _SOURCES[name].open.__module__ != function.__module__:
            raise AtlasError(f"two sources are called {name}")
        about = (function.__doc__ or "").strip().partition("\n")[0]
        _SOURCES[name] = Source(name, about, takes, options, offers, examples, function, needs)
        return function

    return register


def sources() -> dict[str, Source]:
    """All sources by name: the modules and packages of `ingest/sources`."""
    import ingest.sources  # noqa: PLC0415 - the modules there import this one

    for module in pkgutil.iter_modules(ingest.sources.__path__):
        importlib.import_module(f"ingest.sources.{module.name}")
    return dict(sorted(_SOURCES.items()))


def find_source(name: str) -> Source:
    """The source called `name`; NotFoundError naming those that there are, else."""
    known = sources()
    if name not in known:
        raise NotFoundError(f"there is no source called {name}; the sources are {', '.join(known)}")
    return known[name]
