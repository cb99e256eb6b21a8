"""Readings of the test's GitHub by the product, and what they come to, without a graph."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph import edge_kinds as edges
from graph.check import check, known
from graph.errors import AtlasError, BadRowError
from graph.model import EdgeRecord, NodeRecord, Record
from ingest.desk import Desk, Step
from ingest.http import Pace
from ingest.identity import Identities
from ingest.records import ACTIVITIES
from ingest.source import Dataset
from ingest.sources.github.collecting import collect
from ingest.sources.github.plan import plan
from tests.ingest.sources.github.server.expected import Counts
from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.world import MAIN, NOW

TOKEN = "ghp_OnlyForATest0123456789abcdefABCDEF"  # noqa: S105 - opens nothing
EVERYTHING = ("repository", "contributors", "issues", "pulls", "reviews", "comments", "stars", "releases", "forks")
ALIASES = replace(Identities.load(), files=())
"""The rules without their files, whose bytes are in the hashes of readings: somebody may be working on them."""
MODES = {"graphql": TOKEN, "rest": None}
"""With a token and without one."""


@dataclass(slots=True)
class Hours:
    """A clock that runs on while somebody sleeps, so that tests need not; `slept` are the naps in seconds."""

    ahead: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.ahead += seconds

    def clock(self) -> float:
        return time.time() + self.ahead

    def pace(self, patience: float = 120.0) -> Pace:
        return Pace(patience=patience, sleep=self.sleep, clock=self.clock)


@dataclass(slots=True)
class Teller:
    """Keeps what a source reports and warns of."""

    steps: list[Step] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Room:
    """A desk in a folder of its own, at which the same GitHub is read, perhaps again and again."""

    github: GitHub
    folder: Path
    token: str | None = None
    told: Teller = field(default_factory=Teller)
    hours: Hours = field(default_factory=Hours)

    @property
    def desk(self) -> Desk:
        return Desk(
            ALIASES, self.folder, addresses={"github": self.github.address}, token=lambda: self.token,
            report=self.told.steps.append, warn=self.told.warnings.append, now=lambda: NOW,
        )  # fmt: skip

    def read(self, *named: str, **options: Json) -> Reading:
        """All that a load of `named` would bring into the graph; its records keep to the schema."""
        names, pace = named or (MAIN,), self.hours.pace(options.get("patience", 120.0))
        since, until, depth = options.get("since"), options.get("until"), options.get("depth", "seeds")
        asked = plan(names, since, until, depth, options.get("what", EVERYTHING), wait=False)
        return Reading(list(collect(asked, self.desk, pace=pace)))

    def attempt(self, *named: str, **options: Json) -> Reading | AtlasError:
        """A reading, or the error that ended it."""
        try:
            return self.read(*named, **options)
        except AtlasError as error:
            return error


@dataclass(slots=True)
class Reading:
    """What was read."""

    datasets: list[Dataset]
    records: list[Record] = field(default_factory=list)
    refused: list[BadRowError] = field(default_factory=list)

    def __post_init__(self) -> None:
        for dataset in self.datasets:
            for item in dataset.read():
                if isinstance(item, BadRowError):
                    self.refused.append(item)
                else:
                    check(item)
                    self.records.append(item)

    def edges(self, kind: str) -> list[EdgeRecord]:
        return [record for record in self.records if isinstance(record, EdgeRecord) and record.type == kind]

    def nodes(self, label: str) -> Iterator[NodeRecord]:
        for record in self.records:
            ends = [record.start, record.end] if isinstance(record, EdgeRecord) else [record]
            yield from (node for node in ends if node.ref.label == label)

    def counts(self, repository: int) -> Counts:
        """The counts by developer's id and month in the repository of this id."""
        made: Counts = {}
        told = [edge for edge in self.edges(edges.CONTRIBUTED_TO.type) if edge.props["source"] == "github"]
        for edge in told:
            who, month = edge.start.props["github_id"], edge.props["period"]
            if edge.end.props.get("github_id") == repository:
                assert isinstance(who, int)
                assert isinstance(month, str)
                assert (who, month) not in made, "one contribution per developer, repository and month"
                made[who, month] = {name: int(str(edge.props[name])) for name in ACTIVITIES if edge.props.get(name)}
        return made

    @property
    def digest(self) -> str:
        """A hash of all records in any order: readings that say the same have the same."""
        keys = [dataset.origin.key for dataset in self.datasets]
        return hashlib.sha256("\n".join(sorted([*keys, *map(_line, self.records)])).encode()).hexdigest()


def _line(record: Record) -> str:
    if isinstance(record, NodeRecord):
        return f"{record.ref.keys} {sorted(known(record.props).items())}"
    return f"{record.type} {_line(record.start)} {_line(record.end)} {sorted(known(record.props).items())}"


def is_one_sentence(error: AtlasError) -> bool:
    """Whether a message is short, on one line, and holds nothing of the machine's inside."""
    text = str(error)
    inside = ("Traceback", "0x", "NoneType", "KeyError", "pydantic", "httpx", TOKEN)
    return 10 < len(text) < 400 and "\n" not in text and not any(word in text for word in inside)
