"""From what was named to what is in the store: fetched where it is remote, read where it is new, nothing twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInputError
from ingest.desk import Step
from ingest.sources.gharchive.engines import Job

if TYPE_CHECKING:
    from ingest.desk import Desk
    from ingest.http import Client
    from ingest.sources.gharchive.engines import Engine
    from ingest.sources.gharchive.inputs import Input
    from ingest.sources.gharchive.selection import Selection
    from ingest.sources.gharchive.store import Store

SERVICE = "GH Archive"
HASH = 32
"""Characters of a SHA-256 that tell inputs apart, and name their files."""


@dataclass(slots=True)
class Collected:
    """What a collection came to: the months that were touched, and what was odd about the inputs."""

    months: set[str] = field(default_factory=set)
    twice: int = 0
    absent: list[str] = field(default_factory=list)
    eventless: list[str] = field(default_factory=list)
    events: int = 0


class Collector:
    """Collects `found` into `store`. With `keep`, files that were fetched stay in `archive`, their checksum beside."""

    def __init__(self, store: Store, desk: Desk, archive: Path, *, keep: bool = False) -> None:
        self._store, self._desk, self._archive, self._keep = store, desk, archive, keep
        self._stack = ExitStack()
        self._clients: dict[str, Client] = {}
        self._names: dict[str, list[Input]] = {}
        self._done = 0
        self.told = Collected()

    def collect(self, found: Sequence[Input], engine: Engine, selection: Selection) -> Collected:
        """Read everything that is new; what was read before is not read again."""
        with self._stack:
            for job, summary in engine.read(self._jobs(found), selection, self._store.work):
                self._store.note(job.hash, summary)
                for one in self._names[job.hash]:
                    self._store.name(job.hash, one.name, one.hour or "")
                if not summary.events:
                    self.told.eventless.append(self._names[job.hash][0].name)
                self._settle(job.path)
                self._count(job.hash, len(found))
        return self.told

    def _jobs(self, found: Sequence[Input]) -> Iterator[Job]:
        for one in found:
            held = self._store.named(one.name) if one.address else None
            path = None if held else self._here(one)
            if held:
                self._again(held, one, len(found))
            elif path is not None:
                yield from self._job(one, path, len(found))

    def _job(self, one: Input, path: Path, total: int) -> Iterator[Job]:
        hash_ = _hash(path)
        if hash_ in self._names:
            self.told.twice += 1
            if one.name != self._names[hash_][0].name:  # else it is the very file that is being read
                self._settle(path)
            self._names[hash_].append(one)
            self._store.name(hash_, one.name, one.hour or "")
            self._step(total)
        elif self._store.has(hash_):
            self._again(hash_, one, total)
            self._settle(path)
        else:
            self._names[hash_] = [one]
            yield Job(hash_, path, self._store.path(hash_))

    def _again(self, hash_: str, one: Input, total: int) -> None:
        self._store.name(hash_, one.name, one.hour or "")
        self._count(hash_, total)

    def _count(self, hash_: str, total: int) -> None:
        self.told.months |= self._store.months_of(hash_)
        self._step(total)

    def _step(self, total: int) -> None:
        self._done += 1
        self._desk.report(Step("hours of GH Archive read", self._done, total))

    def _here(self, one: Input) -> Path | None:
        """The file of an input, fetched where it is remote; None where there is none, which is a gap."""
        if one.path is not None:
            return one.path
        from ingest.web.download import download  # noqa: PLC0415 - only where something is remote
        from ingest.web.replies import AbsentError  # noqa: PLC0415

        path = self._archive / one.name
        if self._kept(path):
            return path
        try:
            arrived = download(self._client(one.address), one.address, path)
        except AbsentError:
            self._lacks(one)
            return None
        _beside(path).unlink(missing_ok=True)
        if self._keep:
            _beside(path).write_text(f"{arrived.sha256}  {path.name}\n", encoding="ascii")
        return path

    def _lacks(self, one: Input) -> None:
        self.told.absent.append(one.hour or one.name)
        if one.hour:
            self._store.lacks(one.hour)
            self.told.months.add(one.hour[:7])

    def _kept(self, path: Path) -> bool:
        """Whether the file was fetched before and is still what arrived then."""
        if not path.is_file() or not _beside(path).is_file():
            return False
        return _beside(path).read_text(encoding="ascii")[:HASH] == _hash(path)

    def _settle(self, path: Path) -> None:
        """A fetched file goes once its events are in the store, unless it is to be kept, now or since another call."""
        if path.parent == self._archive and not _beside(path).exists():
            path.unlink(missing_ok=True)

    def _client(self, address: str) -> Client:
        from ingest.http import Client  # noqa: PLC0415 - only where something is remote

        base = address.rpartition("/")[0]
        if base not in self._clients:
            self._clients[base] = self._stack.enter_context(Client(SERVICE, base))
        return self._clients[base]


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:HASH]
    except OSError as error:
        raise BadInputError(f"{path.name} cannot be read: {error.strerror or error}") from error
