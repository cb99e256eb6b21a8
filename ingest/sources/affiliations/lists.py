"""CNCF's list of developers: `login: name!example.com, …`, then a line for each employer, indented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.errors import BadRowError
from ingest.sources.affiliations.people import Person, Stint, Telling, addresses_in, login_in
from ingest.sources.affiliations.stints import worded


@dataclass(slots=True)
class _Entry:
    line: int
    login: str
    addresses: tuple[str, ...]
    stints: list[Stint] = field(default_factory=list)
    empty: bool = True

    def person(self) -> Person:
        """The entry as a person with stints."""
        logins = (self.login,) if self.login else ()
        return Person(self.line, logins, self.addresses, tuple(self.stints))


def read_list(lines: Iterable[str], file: str) -> Telling:
    """The people of the list in `lines`; lines that are neither a person nor an employer are refused."""
    entry: _Entry | None = None
    for number, text in enumerate(lines, start=1):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if not text[0].isspace():
            if entry is not None:
                yield from _closed(entry, file)
            entry = _opened(text, number)
            if entry is None:
                yield BadRowError(file, number, "person", repr(text.strip())[:60], "a login, a colon and addresses")
            continue
        yield from _employer(entry, text, file, number)
    if entry is not None:
        yield from _closed(entry, file)


def _opened(text: str, number: int) -> _Entry | None:
    who, colon, rest = text.partition(":")
    return _Entry(number, login_in(who), addresses_in(rest)) if colon and who.strip() else None


def _employer(entry: _Entry | None, text: str, file: str, number: int) -> Telling:
    if entry is None:
        yield BadRowError(file, number, "employer", repr(text.strip())[:60], "a person's line before it")
        return
    entry.empty = False
    try:
        entry.stints.append(worded(text, file, number))
    except BadRowError as refusal:
        yield refusal


def _closed(entry: _Entry, file: str) -> Telling:
    if entry.empty:
        yield BadRowError(file, entry.line, "employer", "none", "an indented line with an employer after the person")
    yield entry.person()
