"""What the tests of this source share: real data, a desk, folders as OpenDigger has them, and what comes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from graph.check import check
from graph.errors import BadRowError
from graph.model import EdgeRecord, NodeRecord, Record
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.source import Dataset, find_source
from ingest.sources.opendigger.labels.files import label_files
from ingest.sources.opendigger.labels.tree import Tree, read_tree

DATA = Path(__file__).parents[5] / "shared" / "data" / "opendigger"
_READ: dict[int, tuple[Dataset, list[Record]]] = {}
TODAY = datetime(2025, 9, 1, 12, tzinfo=UTC)


def real(name: str) -> Path:
    """A file or folder of the real data; skips, saying so, where it is not here."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the shared data is not here: {path.name}")
    return path


def desk(folder: Path, **more: object) -> Desk:
    """A desk whose clock stands still."""
    return Desk(Identities.load(), folder / "desk", now=lambda: TODAY, **more)  # type: ignore[arg-type]


def opened(at: Desk, *named: str | Path, **options: object) -> list[Dataset]:
    """The data sets of what is named."""
    return list(find_source("opendigger").open(tuple(map(str, named)), at, **options))


def records(dataset: Dataset) -> list[Record]:
    """The records that keep to the schema and are not refused."""
    # Looked at several times by most tests, and long where the data is real.
    held = _READ.get(id(dataset))
    if held is None or held[0] is not dataset:
        found = [item for item in dataset.read() if not isinstance(item, BadRowError)]
        seen: dict[int, NodeRecord] = {}
        for record in found:
            check(record, seen)
        _READ.clear()
        held = _READ[id(dataset)] = (dataset, found)
    return held[1]


@cache
def real_labels() -> Tree:
    """All real labels, read once."""
    return read_tree(label_files(real("labeled_data.tar.gz")))


def refusals(dataset: Dataset) -> list[str]:
    """The refused rows, in words."""
    return [str(item) for item in dataset.read() if isinstance(item, BadRowError)]


def edges(dataset: Dataset, kind: str) -> list[EdgeRecord]:
    """The edges of one type."""
    return [record for record in records(dataset) if isinstance(record, EdgeRecord) and record.type == kind]


def nodes(dataset: Dataset, label: str) -> dict[str, NodeRecord]:
    """The nodes of one label by key, also those that are ends of edges."""
    found: dict[str, NodeRecord] = {}
    for record in records(dataset):
        ends = (record,) if isinstance(record, NodeRecord) else (record.start, record.end)
        found |= {node.ref.key: node for node in ends if node.ref.label == label}
    return found


def statics(folder: Path, files: Mapping[str, object]) -> Path:
    """A folder of static files: path (`github/a/b/openrank.json`) to content; text is written as it stands."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return folder


def label_folder(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder of labels: path below the root, without `.yml`, to YAML."""
    for name, content in files.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def measured(dataset: Dataset) -> dict[tuple[str, str, str], float]:
    """Values by metric, preset and period."""
    return {
        (str(edge.props["metric"]), str(edge.props["preset"]), str(edge.props["period"])): float(
            str(edge.props["value"])
        )
        for edge in edges(dataset, "MEASURED")
    }
