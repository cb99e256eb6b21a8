"""What reading one input told: events by hour, and every fault by its count."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of one input. Hours are those in which its events lie; `cut` says in words why it breaks off.

    events: without doubles. no_event: lines that are not JSON or not an event. bare: pull requests merged of which
    it is not told who opened them, by month.
    """

    lines: int = 0
    events: int = 0
    doubles: int = 0
    no_event: int = 0
    no_time: int = 0
    no_actor: int = 0
    no_repository: int = 0
    too_long: int = 0
    cut: str = ""
    plain: bool = False
    actors: int = 0
    repositories: int = 0
    merged: int = 0
    kept: int = 0
    types: dict[str, int] = field(default_factory=dict)
    hours: dict[str, int] = field(default_factory=dict)
    bare: dict[str, int] = field(default_factory=dict)

    @property
    def months(self) -> set[str]:
        """The months in which its events lie."""
        return {hour[:7] for hour in self.hours}

    @property
    def lost(self) -> int:
        """Lines that told something which could not be taken."""
        return self.no_event + self.no_time + self.too_long

    def text(self) -> str:
        """The summary as JSON."""
        return json.dumps(asdict(self), sort_keys=True)


def read_summary(text: str) -> Summary:
    """The summary that `Summary.text` wrote."""
    return Summary(**json.loads(text))
