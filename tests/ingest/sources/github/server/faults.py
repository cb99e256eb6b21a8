"""What can be made to go wrong: each fault is on the calls that it fits, so many times, or until it is taken off."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.ingest.sources.github.server.answers import Answer, Call, refusal
from tests.ingest.sources.github.server.published import Json

Spoil = Callable[[Call, Callable[[], Answer]], Answer]
"""Given the call and what makes the right answer, gives the answer that goes out."""


@dataclass(slots=True)
class Fault:
    """A fault on calls whose text fits `where`: after the first `skip`, `left` times, always where that is None."""

    where: re.Pattern[str]
    spoil: Spoil
    left: int | None = None
    skip: int = 0
    happened: int = 0

    def takes(self, call: Call) -> bool:
        """Whether it strikes this call."""
        if self.left == 0 or not self.where.search(call.text):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.happened += 1
        if self.left is not None:
            self.left -= 1
        return True


@dataclass(slots=True)
class Faults:
    """The faults that are on. The first one that takes a call has it."""

    on: list[Fault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, where: str, spoil: Spoil, *, times: int | None = None, skip: int = 0) -> Fault:
        """Put a fault on calls whose text (such as `GET /repositories/7/issues?page=2`) fits `where`."""
        made = Fault(re.compile(where), spoil, times, skip)
        self.on.append(made)
        return made

    def clear(self) -> None:
        """Take all faults off."""
        self.on.clear()

    def spoil(self, call: Call, right: Callable[[], Answer]) -> Answer:
        """The answer that goes out."""
        with self._lock:
            fault = next((one for one in self.on if one.takes(call)), None)
        return fault.spoil(call, right) if fault else right()


def instead(made: Answer) -> Spoil:
    """This answer, whatever was asked."""
    return lambda _call, _right: Answer(made.status, made.value, dict(made.headers), made.raw, made.cut)


def status(code: int, message: str = "no", **headers: str) -> Spoil:
    """An answer of this status; headers are named with `_` for `-`."""
    made = refusal(code, message)
    made.headers |= {name.replace("_", "-"): value for name, value in headers.items()}
    return instead(made)


def cut(after: int = 40) -> Spoil:
    """The right answer, whose connection ends after so many bytes."""

    def spoil(_call: Call, right: Callable[[], Answer]) -> Answer:
        made = right()
        made.cut = after
        return made

    return spoil


def raw(body: bytes, content_type: str = "text/html", code: int = 200) -> Spoil:
    """These bytes."""
    return instead(Answer(code, raw=body, headers={"Content-Type": content_type}))


def value(made: Json, code: int = 200) -> Spoil:
    """This value as JSON."""
    return instead(Answer(code, made))


def changed(change: Callable[[Json], Json]) -> Spoil:
    """The right answer after a change of its value."""

    def spoil(_call: Call, right: Callable[[], Answer]) -> Answer:
        made = right()
        made.value = change(made.value)
        return made

    return spoil


def large_pages(most: int) -> Spoil:
    """502 for a query that asks for more than `most` things of a list at once; else the right answer."""

    def spoil(call: Call, right: Callable[[], Answer]) -> Answer:
        first = (call.body or {}).get("variables", {}).get("first", 0) if isinstance(call.body, dict) else 0
        return refusal(502, "Server Error") if first > most else right()

    return spoil


def reversed_rows() -> Spoil:
    """The right answer with its rows in another order."""
    return changed(lambda rows: rows[::-1] if isinstance(rows, list) else rows)


def without_links() -> Spoil:
    """The right answer without the links to other pages."""

    def spoil(_call: Call, right: Callable[[], Answer]) -> Answer:
        made = right()
        made.headers.pop("Link", None)
        return made

    return spoil
