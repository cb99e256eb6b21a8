"""A snapshot back into an empty graph: in batches, each kept with how far it is, so that a killed one goes on there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TypeVar, cast

from graph import schema, statements
from graph.backup.barred import Barred, barred_in
from graph.backup.container import Columns, Snapshot, opened
from graph.backup.manifest import Manifest
from graph.backup.parts import FORM, KEY, PARTS, Part
from graph.backup.save import Report
from graph.canonical import graph_hash
from graph.database import Database, Transaction
from graph.errors import BadInputError, LockedError
from graph.forget import forgotten, keep_out
from graph.load import prepare
from graph.node_kinds import DEVELOPER
from graph.reset import reset
from graph.version import data_version

_ANYTHING = f"MATCH (n:{'|'.join((*schema.NODES, schema.ALIAS_LABEL))}) RETURN 1 LIMIT 1"
_MARK = f"(mark:{schema.TURN_LABEL} {{key: '{statements.RESTORING}'}})"
_BEGUN = f"MATCH {_MARK} RETURN mark.snapshot, mark.done"
_BEGIN = f"MERGE {_MARK} ON CREATE SET mark.snapshot = $snapshot, mark.done = 0"
_STEP = f"MATCH {_MARK} WHERE mark.snapshot = $snapshot AND mark.done = $done SET mark.done = $done + 1 RETURN 1"
_END = f"MATCH {_MARK} DELETE mark"
_COUNT = {"nodes": "MATCH (n:{name}) RETURN count(n)", "edges": "MATCH ()-[r:{name}]->() RETURN count(r)"}
_BY_FILE = {part.file: part for part in PARTS}
Element = dict[str, object]
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, or was there already; how many developers were left out, for they asked to be forgotten."""

    manifest: Manifest
    left_out: int = 0
    already: bool = False


def restore(database: Database, file: Path, *, replace: bool = False, report: Report | None = None) -> Restored:
    """Bring the graph of the snapshot `file` into the empty graph of `database`, or with `replace` in its place.

    Nothing is touched where the file is not whole or the graph another: BadInputError. One that was interrupted goes on
    where it stopped; one that is in the graph already is left as it is. At the end the graph is the one that was saved,
    by its hash; but who asked to be forgotten since stays forgotten.
    """
    with opened(file) as snapshot:
        snapshot.check()
        _check_known(snapshot)
        if replace:
            reset(database)
        elif _is_there(database, snapshot.manifest):
            return Restored(snapshot.manifest, already=True)
        done = _begin(database, snapshot)
        prepare(database)
        barred = barred_in(snapshot, forgotten(database))
        _write(database, snapshot, barred, done, report)
        if barred.nodes:
            keep_out(database, barred.names, barred.logins)
        else:
            _check_same(database, snapshot.manifest)
        database.write(_END)
        return Restored(snapshot.manifest, len(barred.nodes))


def _check_known(snapshot: Snapshot) -> None:
    unknown = [entry.file for entry in snapshot.manifest.parts if entry.file not in _BY_FILE]
    if unknown:
        raise BadInputError(
            f"the snapshot {snapshot.path} holds what this ossatlas does not know: {', '.join(unknown)}",
            hint=f"it was saved by ossatlas {snapshot.manifest.ossatlas}",
        )


def _begin(database: Database, snapshot: Snapshot) -> int:
    """How many groups of rows an earlier restore of the same has brought in."""
    begun = database.read(_BEGUN).rows
    if begun and begun[0][0] != snapshot.identity:
        raise BadInputError(
            "the graph holds a part of another snapshot, whose restore was interrupted",
            hint="restore that one again to finish it, or add --replace",
        )
    if not begun and database.read(_ANYTHING).rows:
        raise BadInputError(
            f"the graph at {database.connection.uri} is not empty", hint="add --replace to empty it first"
        )
    database.write(_BEGIN, {"snapshot": snapshot.identity})
    return int(str(begun[0][1])) if begun else 0


def _write(database: Database, snapshot: Snapshot, barred: Barred, done: int, report: Report | None) -> None:
    parts = [_BY_FILE[entry.file] for entry in snapshot.manifest.parts]
    groups = [(part, number, rows) for part in parts for number, rows in enumerate(snapshot.groups(part))]
    so_far = list(accumulate(rows for _, _, rows in groups))
    with database.writing() as writer:
        for step in range(done, len(groups)):
            part, number, _ = groups[step]
            writer.together(_batch(_told(part, snapshot.group(part, number), barred), (snapshot.identity, step)))
            if report is not None:
                report(so_far[step], so_far[-1])


def _batch(told: Sequence[tuple[str, list[Element]]], at: tuple[str, int]) -> Callable[[Transaction], None]:
    def commit(transaction: Transaction) -> None:
        transaction.run(statements.TAKE_TURNS)
        if not transaction.run(_STEP, {"snapshot": at[0], "done": at[1]}).rows:
            raise LockedError(
                "the graph was emptied, or the same snapshot restored, by another process meanwhile",
                hint="wait until it is done, and restore it again",
            )
        for statement, rows in told:
            transaction.run(statement, {"rows": rows})

    return commit


def _told(part: Part, columns: Columns, barred: Barred) -> list[tuple[str, list[Element]]]:
    """The statements that bring a group of rows in, each with its rows, less who is barred."""
    rows = [row for row in part.elements(columns) if not _is_of(row, part, barred)]
    if part.kind == "nodes":
        nodes = [(statements.merge_nodes(part.name), rows)]
        return [*nodes, *_meant(rows)] if part.name == schema.ALIAS_LABEL else nodes
    kind = schema.EDGES[part.name]
    ends = _grouped(rows, lambda row: (str(row["start_label"]), str(row["end_label"])))
    return [(statements.create_edges(kind, start, end), group) for (start, end), group in ends.items()]


def _meant(rows: Iterable[Element]) -> list[tuple[str, list[Element]]]:
    """The statements that let aliases stand for their nodes, for those that stand for one."""
    labels = _grouped((row for row in rows if row["node"] is not None), lambda row: str(row["label"]))
    return [
        (statements.update_aliases(label), [_alias(row) for row in group]) for label, group in sorted(labels.items())
    ]


def _alias(row: Element) -> Element:
    props = cast("Element", row["props"])
    return {"alias": row[KEY], "said": props.get("said"), "node": row["node"]}


def _is_of(row: Element, part: Part, barred: Barred) -> bool:
    if part.name == DEVELOPER.label:
        return row[KEY] in barred.nodes
    ends = zip(part.ends[::2], part.ends[1::2], strict=True)
    return any(row[label] == DEVELOPER.label and row[end] in barred.nodes for label, end in ends)


def _grouped(rows: Iterable[Element], by: Callable[[Element], K]) -> dict[K, list[Element]]:
    groups: dict[K, list[Element]] = defaultdict(list)
    for row in rows:
        groups[by(row)].append(row)
    return groups


def _is_there(database: Database, saved: Manifest) -> bool:
    """Whether the graph is the one that was saved, such as after a restore that was killed when all was done."""
    begun = database.read(_BEGUN).rows
    return not begun and data_version(database) == saved.data_version and _is_same(database, saved)


def _check_same(database: Database, saved: Manifest) -> None:
    """Nothing when the graph has what was saved; LockedError when something else was written to it meanwhile."""
    if not _is_same(database, saved):
        raise LockedError(
            "the graph is not the one that was saved: something else was written to it meanwhile",
            hint="restore it again with --replace, when nothing else writes",
        )


def _is_same(database: Database, saved: Manifest) -> bool:
    expected = saved.nodes | saved.edges
    parts = [part for part in PARTS if part.name != schema.FORGOTTEN_LABEL]  # of these there may be more
    counts = [int(str(database.read(_COUNT[part.kind].format(name=part.name)).rows[0][0])) for part in parts]
    same = counts == [expected.get(part.name, 0) for part in parts]
    return same and (saved.schema_version != FORM or graph_hash(database) == saved.graph_hash)
