"""Short ways for the tests of tables: write one, read it, look at what came out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from graph.check import check
from graph.errors import BadRowError
from graph.model import EdgeRecord, NodeRecord, Origin, Record, Where
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.source import Dataset
from ingest.sources.tables import read_tables
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import match
from ingest.sources.tables.kinds import KINDS
from ingest.sources.tables.mapping import Mapping
from ingest.sources.tables.row import Row

SHARED = Path(__file__).parents[4].parent / "shared" / "data"
ORIGIN = Origin("src", "totals", "t", "T", "", "0" * 64, "2025-08-10")


@lru_cache(maxsize=1)
def identities() -> Identities:
    return Identities.load()


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def open_dataset(path: Path, *, mapping: Path | None = None, **settings: str | None) -> Dataset:
    return next(iter(read_tables([str(path)], Desk(identities(), path.parent), mapping=mapping, **settings)))


def taken(dataset: Dataset) -> list[Record]:
    """All records, each checked against the schema; a refused row fails the test."""
    found = []
    for item in dataset.records:
        assert not isinstance(item, BadRowError), str(item)
        check(item)
        found.append(item)
    return found


def refused(dataset: Dataset) -> list[str]:
    return [str(item) for item in dataset.records if isinstance(item, BadRowError)]


def edges(records: list[Record], kind: str) -> list[EdgeRecord]:
    return [record for record in records if isinstance(record, EdgeRecord) and record.type == kind]


def nodes(records: list[Record], label: str) -> list[NodeRecord]:
    return [record for record in records if isinstance(record, NodeRecord) and record.ref.label == label]


def row(kind: str, /, **cells: str) -> Row:
    """A row of a table of `kind`, as if its columns were headed by the keywords."""
    columns = tuple(name.replace("__", "/") for name in cells)
    index = match(KINDS[kind], columns, {}, "t.csv")
    return Row(Where("t.csv", 2), list(cells.values()), index, columns)


def context(**settings: object) -> Context:
    mapping = Mapping.model_validate({"source": "src", "period": "2025-02..2025-08", **settings})
    return Context(identities=identities(), origin=ORIGIN, mapping=mapping)


def records_of(kind: str, about: Context | None = None, /, **cells: str) -> list[Record]:
    """The records of one row, each checked against the schema."""
    found = list(KINDS[kind].read(row(kind, **cells), about or context()))
    for record in found:
        check(record)
    return found


def name(node: NodeRecord) -> str:
    return str(node.props.get("name") or node.props.get("login") or node.ref.key)
