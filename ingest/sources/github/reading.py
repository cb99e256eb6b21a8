"""What the readers of one repository's lists work with, and where refused rows go."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from graph.errors import BadRowError
from ingest.sources.github.api import GitHub
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.facts import Facts
from ingest.sources.github.models import Account
from ingest.sources.github.plan import Plan
from ingest.sources.github.store import Cell, Row, Store, Table
from ingest.web.replies import Json

REFUSED = "refused"
MOST_REFUSED = 1000
"""Refused rows that are kept, each once."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One repository that is being read: where from, what is known, where to, and how far."""

    github: GitHub
    facts: Facts
    plan: Plan
    store: Store
    cursor: Cursor
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def variables(self) -> dict[str, Json]:
        """Owner and name, as GraphQL wants them."""
        owner, _, name = self.facts.name.partition("/")
        return {"owner": owner, "name": name}

    def path(self, form: str, **parts: str | int) -> str:
        """A REST path of this repository, by its id."""
        return form.format(id=self.facts.id, **parts)

    def keep(self, table: Table, rows: list[Row]) -> int:
        """Rows brought into the store; how many they were."""
        return self.store.add(table, self.facts.id, rows)

    def refuse(self, error: BadRowError) -> None:
        """Note a row that cannot be taken, once, so that the load tells of it."""
        words: list[Json] = [error.file, error.line, error.field, error.found, error.expected]
        with self._lock:
            held = self.cursor.of(REFUSED).get("rows")
            rows = held if isinstance(held, list) else []
            if words not in rows and len(rows) < MOST_REFUSED:
                self.cursor.put(REFUSED, rows=[*rows, words])

    def begin(self, part: str, *, mode: str = "") -> str:
        """The time from which changes of `part` are to be asked for: the last one seen, else the plan's first day.

        A part that was read from a later day than is now asked for, or in another mode, is read anew, from the
        earlier of the two days.
        """
        marks, since = self.cursor.of(part), self.plan.since_time
        first = min(since, str(marks.get("from", since)))
        if marks.get("from") != first or marks.get("mode", "") != mode:
            self.cursor.renew(part, **{"from": first, "mode": mode})
            return first
        return self.cursor.text(part, "since") or first


def refused(cursor: Cursor) -> list[BadRowError]:
    """The rows that could not be taken."""
    rows = cursor.of(REFUSED).get("rows")
    found = [row for row in rows if isinstance(row, list)] if isinstance(rows, list) else []
    return [BadRowError(str(f), int(str(line)), str(n), str(what), str(right)) for f, line, n, what, right in found]


def who(account: Account | None, prefix: str = "author") -> dict[str, Cell]:
    """The three cells of an account; all empty where it is gone."""
    if account is None:
        return {prefix: None, f"{prefix}_id": None, f"{prefix}_type": None}
    return {prefix: account.name, f"{prefix}_id": account.id, f"{prefix}_type": account.type}
