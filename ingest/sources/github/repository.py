"""One repository collected: facts, lists in parallel, compaction; its cursor says how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path

import duckdb

from graph.errors import StorageError
from ingest.desk import Desk, Step
from ingest.sources.github.api import GRAPHQL, GitHub
from ingest.sources.github.compaction import compact
from ingest.sources.github.coverage import LISTS, TOLD, WHOLE, first_days
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.estimate import Need, needed, shortage
from ingest.sources.github.facts import Facts, read_facts
from ingest.sources.github.parts.endings import know_endings
from ingest.sources.github.plan import Plan
from ingest.sources.github.reading import Reading
from ingest.sources.github.store import TABLES, Store
from ingest.sources.github.tasks import Task, tasks
from ingest.web.limits import CORE
from ingest.web.replies import RefusedError

WORKERS = 4
"""Calls under way at once: GitHub asks for few, and counts too many as abuse."""
FINISHED = "finished"
"""The marks of tasks that a load did which was then broken off in this repository."""
TOLD_EVERY = 0.5
"""Seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Room:
    """The folder of this source: cursors by repository, names by which they were asked for, the store."""

    folder: Path

    @staticmethod
    def at(desk: Desk) -> Room:
        """The room of this source; a StorageError where its folder cannot be made."""
        try:
            return Room(desk.room("github"))
        except OSError as error:
            raise StorageError(f"{desk.folder} cannot be used as a data folder: {error.strerror or error}") from error

    @property
    def store(self) -> Store:
        """The Parquet store."""
        return Store(self.folder / "store")

    def cursor(self, number: int) -> Cursor:
        """The cursor of one repository."""
        return Cursor.open(self.folder / "repositories" / f"{number}.json")

    def names(self) -> Cursor:
        """Ids by the names, in small letters, under which repositories were asked for."""
        return Cursor.open(self.folder / "names.json")

    def id_of(self, name: str) -> int | None:
        """The id of a repository that was read before under this name."""
        found = self.names().of(name.lower()).get("id")
        return found if isinstance(found, int) else None


@dataclass(frozen=True, slots=True)
class Collector:
    """Collects repositories into a room."""

    github: GitHub
    room: Room
    store: Store
    day: str
    report: Callable[[Step], None]
    warn: Callable[[str], None]
    load: str = ""
    """Tells one load from another, over midnight too; without it the day does."""
    foretold: bool = False
    """Whether the load said already, for all its repositories, that the limit will not do."""

    def collect(self, name: str, plan: Plan) -> Cursor:
        """The cursor of the repository `name` after all that the plan asks for was read.

        AbsentError where it is not there; any other error leaves what was read, for the next run to go on from.
        """
        facts = read_facts(self.github, name)
        cursor = self.room.cursor(facts.id)
        if facts.private:
            return cursor
        self._note(name, facts, cursor)
        reading = Reading(self.github, facts, widened(plan, cursor), self.store, cursor)
        need = needed(reading)
        short = "" if self.foretold else shortage(need, self.github)
        if short:
            self.warn(f"{facts.name}: {short}")
        self._read(reading, need)
        if self.github.graphql and {"issues", "pulls"} <= reading.plan.parts:
            know_endings(cursor)
        self._compact(facts.id)
        keep_until(plan, cursor)
        return cursor

    def _note(self, name: str, facts: Facts, cursor: Cursor) -> None:
        """Keep facts, the day, and the names that the repository had before."""
        before = cursor.text("facts", "name")
        held = cursor.of("names").get("former")
        former = [str(one) for one in held] if isinstance(held, list) else []
        former += [one for one in (before, name) if one and one.lower() != facts.name.lower() and one not in former]
        present = [one for one in former if one.lower() != facts.name.lower()]
        cursor.put_all({"facts": facts.as_marks(), "names": {"former": list(present)}})
        cursor.put("reading", day=self.day, gone="")
        self.room.names().put_all({one.lower(): {"id": facts.id} for one in (name, facts.name)})

    def _read(self, reading: Reading, need: Need) -> None:
        with ThreadPoolExecutor(WORKERS) as pool, ThreadPoolExecutor(WORKERS) as calls:
            under_way = [pool.submit(self._do, *one, reading) for one in enumerate(tasks(reading, calls))]
            try:
                self._watch(under_way, reading, need)
                reading.cursor.drop(FINISHED)
            except BaseException:
                self.github.client.stop()
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _do(self, number: int, task: Task, reading: Reading) -> None:
        """Do a task, unless this load did it before it was broken off: with few calls an hour every one counts."""
        name, mark = f"{number} {' '.join(task.reads)}", f"{self.load or self.day} {reading.plan.since}"
        if reading.cursor.text(FINISHED, name) == mark:
            return
        try:
            read = task.work() is not False
        except RefusedError as error:
            # An empty repository answers 409 to some questions: it has nothing to tell.
            if error.code != HTTPStatus.CONFLICT:
                raise
            read = True
        if task.reads and read:
            first = {part: reading.plan.since for part in task.reads if part in LISTS}
            reading.cursor.put_all({"done": dict.fromkeys(task.reads, self.day), WHOLE: first})
        reading.cursor.put(FINISHED, **{name: mark})

    def _watch(self, under_way: list[Future[None]], reading: Reading, need: Need) -> None:
        """Wait for all, telling how far it is; the first error is raised."""
        first, begun = self.github.client.calls, time.monotonic()
        waiting = set(under_way)
        while waiting:
            done, waiting = wait(waiting, TOLD_EVERY, FIRST_EXCEPTION)
            for one in done:
                one.result()
            made = self.github.client.calls - first
            note = self._note_of(made, need.total, time.monotonic() - begun)
            self.report(Step(reading.facts.name, made, max(need.total, made), note))

    def _note_of(self, made: int, total: int, seconds: float) -> str:
        """What is left of the limit, and how long it will take."""
        limits = self.github.client.limits
        known = [(kind, limits.of(kind)) for kind in (CORE, GRAPHQL)]
        left = ", ".join(f"{limit.left:,} {kind} calls left" for kind, limit in known if limit is not None)
        if made == 0 or total <= made:
            return left
        return f"{left}; about {max(round(seconds / made * (total - made) / 60), 1)} min to go".removeprefix("; ")

    def _compact(self, number: int) -> None:
        with duckdb.connect() as connection:
            for table in TABLES:
                compact(self.store, table, number, connection)


def widened(plan: Plan, cursor: Cursor) -> Plan:
    """The plan with the first day that all lists of a repository share: the earliest from which one was ever read.

    Lists that were read from a later day are read again with it. So a load never tells less than one before it.
    """
    if not plan.parts & LISTS:
        return plan
    held = first_days(cursor)
    since = min([plan.since, *held.values()])
    return replace(plan, since=since, parts=plan.parts | {part for part, first in held.items() if first > since})


def keep_until(plan: Plan, cursor: Cursor) -> None:
    """Keep up to which day the repository is told of: the last one that any load asked for, empty where one did not."""
    held = cursor.of(TOLD).get("until")
    if plan.parts & {*LISTS, "stars", "releases"}:
        days = {plan.until, held} if isinstance(held, str) else {plan.until}
        cursor.put(TOLD, until="" if "" in days else max(days))
