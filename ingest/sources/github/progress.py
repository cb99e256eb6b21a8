"""What one load has behind it, kept until it is whole: however often it is broken off, it asks for nothing twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from ingest.sources.github.cursor import Cursor
from ingest.sources.github.plan import Plan
from ingest.web.replies import AbsentError, Json

KEPT_DAYS = 7
"""A load that nobody went on with for so many days is begun anew: what it had read is too old by then."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The lists that a load asked for, the repositories that it read to their end, and those that were gone."""

    cursor: Cursor
    name: str
    """Tells this load from earlier ones of the same arguments."""

    @staticmethod
    def of(folder: Path, plan: Plan, day: str) -> Progress:
        """What the load of these arguments that was broken off has behind it; nothing where there is none."""
        key = sha256(_arguments(plan).encode()).hexdigest()[:16]
        cursor = Cursor.open(folder / f"{key}.json")
        oldest = (date.fromisoformat(day) - timedelta(days=KEPT_DAYS)).isoformat()
        if cursor.text("load", "last") < oldest:
            cursor = Cursor(cursor.path)
        begun = cursor.text("load", "begun") or day
        cursor.put("load", begun=begun, last=day, asked=json.loads(_arguments(plan)))
        return Progress(cursor, f"{key} {begun}")

    def names(self, question: str, ask: Callable[[], Sequence[str]]) -> list[str]:
        """The names that `question` brought earlier in this load; what `ask` answers where it was not asked."""
        held = self.cursor.of("lists").get(question)
        if isinstance(held, list):
            return [str(name) for name in held]
        found = list(ask())
        kept: list[Json] = [*found]
        self.cursor.put("lists", **{question: kept})
        return found

    def number(self, name: str) -> int | None:
        """The number kept with what this load read to its end, None before that; AbsentError where it found it gone."""
        code, held = self.cursor.of("gone").get(name.lower()), self.cursor.of("whole").get(name.lower())
        if isinstance(code, int):
            raise AbsentError(f"GitHub: {name} was not there", code)
        return held if isinstance(held, int) else None

    def state(self, name: str) -> str:
        """What this load found a repository to be, `whole` or `gone`; empty where it is still to be read."""
        return next((state for state in ("whole", "gone") if name.lower() in self.cursor.of(state)), "")

    def whole(self, name: str, number: int) -> None:
        """Keep that a repository (or `@owner`, its members) was read to its end, with its id."""
        self.cursor.put("whole", **{name.lower(): number})

    def gone(self, name: str, code: int) -> None:
        """Keep that it is not there, with GitHub's answer."""
        self.cursor.put("gone", **{name.lower(): code})

    def end(self) -> None:
        """Forget it all: the load is whole, and the next one asks for what changed since."""
        self.cursor.path.unlink(missing_ok=True)


def _arguments(plan: Plan) -> str:
    seeds = [[seed.kind, seed.name.lower()] for seed in plan.seeds]
    return json.dumps([seeds, plan.since, plan.until, plan.neighbours, sorted(plan.parts)])
