"""A load of GitHub from seeds to datasets: each repository is collected, then told; people come last."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from pathlib import Path

import filelock

from graph.errors import LockedError, NotFoundError, RateLimitedError
from ingest.desk import Desk, Step
from ingest.http import Pace
from ingest.source import Dataset
from ingest.sources.github.api import GitHub
from ingest.sources.github.counting import Counts
from ingest.sources.github.coverage import read_parts
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.datasets import Shelf, absent_dataset, contributors_dataset, repository_dataset
from ingest.sources.github.estimate import learn_limits, shortage
from ingest.sources.github.facts import Facts
from ingest.sources.github.foretelling import foretold
from ingest.sources.github.models import ORGANIZATION
from ingest.sources.github.neighbours import MOST_NEIGHBOURS, merged_in, neighbours
from ingest.sources.github.people import (
    MOST_PROFILES,
    MOST_WITHOUT_TOKEN,
    People,
    fetch_members,
    fetch_profiles,
    owned_repositories,
    read_profile,
)
from ingest.sources.github.persons import members_dataset, profiles_dataset
from ingest.sources.github.plan import Plan, Seed, check_first_day
from ingest.sources.github.progress import Progress
from ingest.sources.github.repository import WORKERS, Collector, Room
from ingest.web.replies import AbsentError

LIGHT = frozenset({"repository", "contributors"})
"""Parts of repositories that were not named but found."""
_REASONS = {410: "deleted", 451: "blocked for legal reasons"}


def collect(plan: Plan, desk: Desk, *, pace: Pace | None = None) -> Iterator[Dataset]:
    """The datasets of a load, each as soon as it is collected. A second run asks only for what changed since.

    A run of the same arguments after one that was broken off goes on from there, and asks for nothing twice.

    `pace` is how to wait, where it is not as the plan has it.
    """
    check_first_day(plan, desk.now().date().isoformat())
    room = Room.at(desk)
    github = GitHub.open(desk, wait=plan.wait, pace=pace)
    with _alone(room.folder), github.client:
        progress = Progress.of(room.folder / "loads", plan, desk.now().date().isoformat())
        load = _Load(plan, desk, github, room, progress)
        try:
            yield from load.run()
        except RateLimitedError as error:
            again = time.strftime("%H:%M", time.gmtime(desk.now().timestamp() + error.retry_after))
            error.hint = f"{load.standing}what was read is kept; run it again after {again} UTC to go on, or add --wait"
            raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One load at a time works in a room."""
    try:
        with filelock.FileLock(folder / "lock", timeout=0):
            yield
    except filelock.Timeout as error:
        raise LockedError("another load of GitHub is under way in this data folder; wait for it to end") from error


@dataclass(slots=True)
class _Load:
    """One load under way: what it works with, and whom it met."""

    plan: Plan
    desk: Desk
    github: GitHub
    room: Room
    progress: Progress
    met: Counter[tuple[str, int | None]] = field(default_factory=Counter)
    people_named: list[str] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    never: dict[str, int] = field(default_factory=dict)
    """Repositories that were named, were never read and are not there, with GitHub's answer."""
    asked: list[str] = field(default_factory=list)
    foretold: bool = False

    def run(self) -> Iterator[Dataset]:
        """All datasets: seeds, neighbours, members, profiles."""
        learn_limits(self.github)
        todo = self._todo()
        if len(self.missing) == len(self.plan.seeds):
            self.progress.end()
            raise NotFoundError("; ".join(self.missing))
        self._foretell(todo)
        for name, plan in todo:
            yield from self._repository(name, plan)
        yield from self._never_seen()
        if self.plan.neighbours:
            yield from self._neighbours()
        if "contributors" in self.plan.parts:
            yield from self._members()
        if "contributors" in self.plan.parts or self.people_named:
            yield from self._profiles()
        self.progress.end()

    @property
    def shelf(self) -> Shelf:
        """What datasets are made of."""
        return Shelf(self.desk.identities, self.room.store)

    @property
    def day(self) -> str:
        """The day of the reading."""
        return self.desk.now().date().isoformat()

    @property
    def standing(self) -> str:
        """How many of the repositories are whole, as the beginning of a sentence; empty where there is only one."""
        whole = sum(self.progress.state(name) == "whole" for name in self.asked)
        return f"{whole} of {len(self.asked)} repositories are whole; " if len(self.asked) > 1 else ""

    def _todo(self) -> list[tuple[str, Plan]]:
        """The repositories that the seeds mean, each once, with the most that any of them wants to read of it."""
        found: dict[str, tuple[str, Plan]] = {}
        for name, plan in (one for seed in self.plan.seeds for one in self._meant(seed)):
            if name.lower() not in found or plan.parts > found[name.lower()][1].parts:
                found[name.lower()] = name, plan
        return list(found.values())

    def _foretell(self, todo: list[tuple[str, Plan]]) -> None:
        """Say before the first of several repositories is read where the limit will not do for them all."""
        self.asked = [name for name, _ in todo]
        left = [(name, plan) for name, plan in todo if not self.progress.state(name)]
        if len(todo) == 1 or not left:
            return
        ids = {name: self.room.id_of(name) for name, _ in left}
        new = [name for name, number in ids.items() if number is None or not read_parts(self.room.cursor(number))]
        owners = [seed.name for seed in self.plan.seeds if seed.kind == "owner"]
        need = foretold(self.github, left, new, owners)
        short = shortage(need, self.github, f"{len(left)} repositories")
        self.foretold = bool(short)
        if short:
            self.desk.warn(short)

    def _meant(self, seed: Seed) -> Iterator[tuple[str, Plan]]:
        if seed.kind == "repository":
            yield seed.name, self.plan
            return
        try:
            found = self.progress.names(f"{seed.kind} {seed.name.lower()}", lambda: self._repositories_of(seed))
        except AbsentError:
            self._miss(f"there is no {seed.kind} {seed.name} on GitHub")
            return
        if seed.kind == "person":
            self.people_named.append(seed.name)
        for name in found:
            yield name, self.plan if seed.kind == "owner" else replace(self.plan, parts=LIGHT)

    def _repositories_of(self, seed: Seed) -> list[str]:
        """The repositories of an owner, or those where a person works; AbsentError where there is no such account."""
        if seed.kind == "owner":
            return owned_repositories(self.github, seed.name)
        found = Counter(merged_in(self.github, seed.name, self.plan.since)).most_common(MOST_NEIGHBOURS)
        if not found and read_profile(self.github, seed.name) is None:
            raise AbsentError(f"GitHub: {seed.name} is not there", HTTPStatus.NOT_FOUND)
        return [name for name, _ in found]

    def _miss(self, sentence: str) -> None:
        """Note that a seed is not there: a warning, or an error where nothing else was named (see `run`)."""
        self.missing.append(sentence)
        if len(self.plan.seeds) > 1:
            self.desk.warn(sentence)

    def _neighbours(self) -> Iterator[Dataset]:
        people = [login for (login, _), _ in self.met.most_common()]
        self.desk.report(Step("where the contributors are active besides", 0))
        seeds = list(self.done)
        found = self.progress.names("neighbours", lambda: neighbours(self.github, people, seeds, self.plan.since))
        self.asked += [name for name in found if name not in self.asked]
        for name in found:
            yield from self._repository(name, replace(self.plan, parts=LIGHT))

    def _repository(self, name: str, plan: Plan) -> Iterator[Dataset]:
        """The datasets of one repository; of one that is gone, what was read of it before."""
        if name.lower() in self.done:
            return
        try:
            cursor = self._collected(name, plan)
        except AbsentError as error:
            yield from self._gone(name, error)
            return
        if not cursor.of("facts"):
            yield self._unseen(name, f"{name} is private: only public data is read")
            return
        self._met(name, cursor)
        yield repository_dataset(self.shelf, cursor, self._meet)
        totals = contributors_dataset(self.shelf, cursor)
        if totals is not None:
            yield totals

    def _collected(self, name: str, plan: Plan) -> Cursor:
        """The cursor of a repository that is read to its end, now or earlier in this load."""
        number = self.progress.number(name)
        if number is not None:
            return self.room.cursor(number)
        collector = Collector(
            self.github, self.room, self.room.store, self.day, self.desk.report, self.desk.warn, self.progress.name,
            self.foretold,
        )  # fmt: skip
        try:
            cursor = collector.collect(name, plan)
        except AbsentError as error:
            self.progress.gone(name, error.code)
            raise
        if cursor.of("facts"):
            self.progress.whole(name, Facts.of_marks(cursor.of("facts")).id)
        return cursor

    def _gone(self, name: str, error: AbsentError) -> Iterator[Dataset]:
        """What was read before, with the gap; without that, the gap alone: of one that was named, in the end."""
        number = self.room.id_of(name)
        if number is None and Seed("repository", name) in self.plan.seeds:
            self.never[name] = error.code
            return
        if number is None:
            yield self._unseen(name, f"{name} could not be read: {_absence(error.code)}")
            return
        cursor, reason = self.room.cursor(number), _REASONS.get(error.code, "deleted or made private")
        self.desk.warn(f"{name}: {reason}; what was read of it before is kept")
        cursor.put("reading", gone=f"on {self.day} the repository was {reason}")
        yield repository_dataset(self.shelf, cursor)

    def _never_seen(self) -> Iterator[Dataset]:
        """The gaps of repositories that are not there; an error where nothing that is there was named."""
        if len(self.missing) + len(self.never) == len(self.plan.seeds):
            self.progress.end()
            lost = [f"{name} is not on GitHub, or is not public ({code})" for name, code in self.never.items()]
            raise NotFoundError("; ".join([*self.missing, *lost]))
        for name, code in self.never.items():
            yield self._unseen(name, f"{name} could not be read: {_absence(code)}")

    def _unseen(self, name: str, why: str) -> Dataset:
        self.desk.warn(why)
        return absent_dataset(self.shelf, name, why, self.day)

    def _met(self, name: str, cursor: Cursor) -> None:
        """Note the repository, its owner and those who stand in its list of contributors."""
        facts = Facts.of_marks(cursor.of("facts"))
        self.done[name.lower()] = self.done[facts.name.lower()] = facts.id
        if facts.owner_type == ORGANIZATION:
            self.owners[facts.owner.lower()] = facts.owner
        rows = cursor.of("contributors").get("rows")
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, list) and row[2] == "User":
                self.met[str(row[0]), row[1] if isinstance(row[1], int) else None] += 0

    def _meet(self, counts: Counts) -> None:
        """Note the people of a repository by their merged pull requests."""
        self.met.update({(login, number): merged for login, number, merged in counts.mergers()})

    def _members(self) -> Iterator[Dataset]:
        for key, login in sorted(self.owners.items()):
            cursor = Cursor.open(self.room.folder / "owners" / f"{key}.json")
            try:
                if self.progress.number(f"@{key}") is None:
                    fetch_members(self.github, cursor, login, self.day)
            except AbsentError as error:
                self.progress.gone(f"@{key}", error.code)
                continue
            self.progress.whole(f"@{key}", 0)
            yield members_dataset(self.shelf, cursor)

    def _profiles(self) -> Iterator[Dataset]:
        """All profiles of the room, after the missing ones of the people met were read, as many as may be."""
        people = People(self.room.folder / "profiles")
        ranked = self.met.most_common() if "contributors" in self.plan.parts else []
        most = MOST_PROFILES if self.github.graphql else MOST_WITHOUT_TOKEN
        asked = [(login, None) for login in self.people_named]
        stale = people.stale([*asked, *(person for person, _ in ranked)], self.day)
        if len(stale) > most:
            self.desk.warn(f"profiles of {most} of {len(stale)} people are read; run it again for the next")
        with ThreadPoolExecutor(WORKERS) as pool:
            self.desk.report(Step("profiles", 0, len(stale[:most])))
            fetch_profiles(self.github, people, stale[:most], self.day, pool)
        dataset = profiles_dataset(self.shelf, people)
        if dataset is not None:
            yield dataset


def _absence(code: int) -> str:
    """Why there is nothing of a repository that was never read: its name may be a slip."""
    return f"it was {_REASONS[code]}" if code in _REASONS else "it is not there, or is not public"
