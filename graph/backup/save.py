"""The whole graph into a file, as it is at one moment, in flat memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast

from graph import schema, statements
from graph.backup.container import Writing, writing
from graph.backup.manifest import Manifest
from graph.backup.parts import FORM, PARTS, STORED, Part
from graph.canonical import Sum
from graph.database import Database, Parameters, Transaction, plain
from graph.errors import BadInputError, LockedError
from graph.version import data_version
from graph.whole_file import whole_file

PAGE = 10_000
LONGEST_SECONDS = 24 * 3600.0
_UNFINISHED = "MATCH (s:Snapshot) WHERE s.state <> 'complete' RETURN s.key ORDER BY s.key"
_RESTORING = f"MATCH (t:{schema.TURN_LABEL} {{key: '{statements.RESTORING}'}}) RETURN t.key"
_NODES = f"MATCH (n) WHERE NOT n:{schema.TURN_LABEL} RETURN count(n)"
_EDGES = "MATCH ()-[r]->() RETURN count(r)"
Report = Callable[[int, int], None]
"""Takes how many nodes and edges are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Which ossatlas saves, when, and how many rows at a time."""

    ossatlas: str
    now: datetime
    page: int = PAGE


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved, and how many nodes and edges were not, for they are not ossatlas's."""

    manifest: Manifest
    left_out: tuple[int, int]


def save(database: Database, target: Path, maker: Maker, *, force: bool = False, report: Report | None = None) -> Saved:
    """Save the graph as the file `target`, which may be there already only with `force`.

    Loads wait meanwhile. LockedError, and no file, when something else was written to the graph; BadInputError for a
    graph that an interrupted restore left.
    """
    if target.exists() and not force:
        raise BadInputError(f"{target} is there already", hint="name another file with --output, or add --force")
    with whole_file(target) as path:

        def work(transaction: Transaction) -> Saved:
            transaction.run(statements.TAKE_TURNS)
            _check_whole(transaction)
            before = database.last_commit()
            saved = _Saving(transaction, report, _total(transaction)).all(path, maker, data_version(database))
            if database.last_commit() != before:
                raise LockedError(
                    "something was written to the graph while it was being saved; nothing was saved",
                    hint="save it again when measures and commands that write are done",
                )
            return saved

        with database.writing() as writer:
            return writer.together(work, timeout=LONGEST_SECONDS)


def _check_whole(transaction: Transaction) -> None:
    if transaction.run(_RESTORING).rows:
        raise BadInputError(
            "the graph holds a part of a snapshot, whose restore was interrupted",
            hint="restore that one again to finish it",
        )


def _total(transaction: Transaction) -> tuple[int, int]:
    nodes, edges = (int(str(transaction.run(count).rows[0][0])) for count in (_NODES, _EDGES))
    return nodes, edges


@dataclass(slots=True)
class _Saving:
    """How far it is: the hash so far, and the numbers of nodes by label, of edges by type."""

    transaction: Transaction
    report: Report | None
    total: tuple[int, int]
    hash: Sum = field(default_factory=Sum)
    nodes: Counter[str] = field(default_factory=Counter)
    edges: Counter[str] = field(default_factory=Counter)

    def all(self, path: Path, maker: Maker, version: str) -> Saved:
        """Write every part, and the manifest."""
        with writing(path) as file:
            for part in PARTS:
                self._part(file, part, maker.page)
            manifest = Manifest(
                ossatlas=maker.ossatlas,
                schema_version=FORM,
                data_version=version,
                saved_at=maker.now,
                graph_hash=str(self.hash),
                nodes=dict(self.nodes),
                edges=dict(self.edges),
                unfinished=tuple(str(key) for (key,) in self.transaction.run(_UNFINISHED).rows),
                parts=tuple(file.entries),
            )
            file.finish(manifest)
        nodes, edges = self.total
        return Saved(manifest, (nodes - self.nodes.total(), edges - self.edges.total()))

    def _part(self, file: Writing, part: Part, size: int) -> None:
        with file.part(part) as add:
            for page in pages(self.transaction, part, size):
                add(page)
                self._count(part, page)
                if self.report is not None:
                    self.report(self.nodes.total() + self.edges.total(), sum(self.total))

    def _count(self, part: Part, page: Sequence[Sequence[object]]) -> None:
        (self.nodes if part.kind == "nodes" else self.edges)[part.name] += len(page)
        is_alias = part.name == schema.ALIAS_LABEL
        for key, *ends, stored in page:
            props = cast("Parameters", plain(stored))
            if is_alias and ends[-1] is None:
                continue  # a name that means nobody
            if is_alias:
                self.edges[schema.ALIAS_EDGE] += 1
                props = {"node": ends[-1], "said": props.get("said")}
            self.hash.add(part.name, str(key), props)


def pages(transaction: Transaction, part: Part, size: int) -> Iterator[list[list[object]]]:
    """What the graph has of `part`, `size` elements at a time in the order of their keys."""
    after, full = "", True
    while full:
        page = transaction.gather_as_stored(part.page, (*part.fixed, STORED), {"after": after, "size": size}).rows
        if page:
            yield page
            after = str(page[-1][0])
        full = len(page) == size
