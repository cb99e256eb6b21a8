"""Short ways for the tests of git histories: open one, look at what came out."""

from __future__ import annotations

import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from graph.check import check
from graph.errors import BadRowError
from graph.model import EdgeRecord, NodeRecord, Record
from ingest.desk import Desk, Step
from ingest.identity import Identities
from ingest.source import Dataset
from ingest.sources.git import read_git
from tests.absent import absent

SHARED = Path(__file__).parents[4].parent / "shared" / "data" / "git"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
Cell = tuple[int, int]


@lru_cache(maxsize=1)
def identities() -> Identities:
    return Identities.load()


@dataclass
class Ear:
    """Hears what a source reports and warns of."""

    steps: list[Step] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def desk(folder: Path, ear: Ear | None = None, now: Callable[[], datetime] = lambda: NOW) -> Desk:
    heard = ear or Ear()
    return Desk(identities(), folder, report=heard.steps.append, warn=heard.warnings.append, now=now)


def opened(*named: str | Path, room: Path, repository: str | None = None, fork: bool = False) -> list[Dataset]:
    return list(read_git([str(one) for one in named], desk(room), repository=repository, fork=fork))


def history(path: Path, repository: str | None = None, *, fork: bool = False) -> Dataset:
    """The dataset of the repository in a folder."""
    (dataset,) = opened(path, room=path.parent / "room", repository=repository, fork=fork)
    return dataset


def taken(dataset: Dataset) -> list[Record]:
    """All records, each checked against the schema."""
    found = []
    for item in dataset.records:
        assert not isinstance(item, BadRowError), str(item)
        check(item)
        found.append(item)
    return found


def edges(dataset: Dataset, kind: str) -> list[EdgeRecord]:
    return [record for record in taken(dataset) if isinstance(record, EdgeRecord) and record.type == kind]


def nodes(dataset: Dataset, label: str) -> list[NodeRecord]:
    return [record for record in taken(dataset) if isinstance(record, NodeRecord) and record.ref.label == label]


def counts(dataset: Dataset, name: str = "commits") -> dict[tuple[str, str], int]:
    """A count by login and month, without zeros."""
    found = {}
    for edge in edges(dataset, "CONTRIBUTED_TO"):
        value = edge.props.get(name)
        if isinstance(value, int) and value:
            found[str(edge.start.props["login"]), str(edge.props["period"])] = value
    return found


def facts(dataset: Dataset) -> dict[str, object]:
    """The properties of COVERED_BY."""
    (edge,) = edges(dataset, "COVERED_BY")
    return dict(edge.props)


def stored(name: str, folder: Path) -> Path:
    """A stored history of DeepSeek's, unpacked into `folder`."""
    archive = SHARED / f"deepseek-ai+{name}.blobless.tar.gz"
    if not archive.exists():
        absent(f"the stored history of {name} is not beside this checkout")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / f"{name}.git"
