"""Records into the graph: in batches, each a transaction that is kept whole or not at all; a rerun continues."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from graph import schema, statements
from graph.batch import gathered, write_batch
from graph.database import Database, Transaction
from graph.errors import BadInputError, BadRowError
from graph.model import NodeRecord, Origin, Record
from graph.rows import Tally, batches, rows_of, taken
from graph.schema_version import check_version, keep_version
from graph.unload import unload

log = logging.getLogger(__name__)

BATCH = 10_000
Report = Callable[[Tally], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: the Snapshot's key, its counts, whether the graph had it already.

    newer: the day of a newer reading of the same that is in the graph, for which this one was left out.
    """

    snapshot: str
    rows_in: int
    rows_taken: int
    rows_refused: int
    refused: tuple[str, ...]
    already: bool = False
    newer: str = ""


def prepare(database: Database) -> None:
    """Create the constraints and indexes that are missing, and wait until they serve.

    A search index over other labels or properties, as an earlier version made it, is made anew, and so is an index that
    could not be filled, mostly for want of room. StorageError for a graph of a newer schema than ours.
    """
    check_version(database)
    if database.read(_OTHER_SEARCH, {"index": schema.SEARCH_INDEX} | _searched()).rows:
        database.run_alone(f"DROP INDEX {schema.SEARCH_INDEX} IF EXISTS")
    for (name,) in database.read(_FAILED_INDEXES).rows:
        database.run_alone(f"DROP INDEX {name} IF EXISTS")
    for statement in statements.constraints():
        database.run_alone(statement)
    database.read("CALL db.awaitIndexes(300)", timeout=310)
    keep_version(database)


def _searched() -> dict[str, object]:
    labels, names = statements.searched()
    return {"labels": labels, "names": names}


def load(
    database: Database,
    origin: Origin,
    records: Iterable[Record | BadRowError],
    *,
    strict: bool = False,
    report: Report | None = None,
    batch: int = BATCH,
) -> Loaded:
    """Bring `records` into the graph under the Snapshot of `origin`; return what was taken and what refused.

    Batches are transactions: an interrupted load keeps those that were committed, and the next one with the same
    content continues behind them. With `strict` the first refused row raises its BadRowError.
    """
    tally, complete = _begin(database, origin)
    if complete:
        return loaded(origin, tally, already=True)
    with database.writing() as writer:
        for rows in batches(rows_of(records, skip=tally.rows_in), batch):
            seen: dict[int, NodeRecord] = {}
            kept = [record for row in rows for record in taken(row, tally, seen, strict=strict)]
            writer.together(_writing(kept, origin, tally))
            if report is not None:
                report(tally)
        writer.run(_SAVE, {"key": origin.key, "props": progress(tally) | {"state": "complete"}})
    log.info("loaded %s: %s rows, %s refused", origin.key, tally.rows_in, tally.rows_refused)
    return loaded(origin, tally)


def _writing(records: Iterable[Record], origin: Origin, tally: Tally) -> Callable[[Transaction], None]:
    batch, so_far = gathered(records, origin), progress(tally)

    def commit(transaction: Transaction) -> None:
        write_batch(transaction, batch, origin)
        transaction.run(_SAVE, {"key": origin.key, "props": so_far})

    return commit


_OTHER_SEARCH = """
SHOW FULLTEXT INDEXES YIELD name, labelsOrTypes, properties
WHERE name = $index
  AND (apoc.coll.sort(labelsOrTypes) <> apoc.coll.sort($labels) OR apoc.coll.sort(properties) <> $names)
RETURN name
"""
_FAILED_INDEXES = """
SHOW INDEXES YIELD name, state, owningConstraint WHERE state = 'FAILED' AND owningConstraint IS NULL RETURN name
"""
_FIND = "MATCH (s:Snapshot {key: $key}) RETURN properties(s) AS stored"
_CREATE = "MERGE (s:Snapshot {key: $key}) ON CREATE SET s += $props"
_SAVE = "MATCH (s:Snapshot {key: $key}) WHERE s.state = 'loading' SET s += $props"
# A second loader of the same content may be done already: then it has saved the same counts.


def check_origin(origin: Origin) -> None:
    """Nothing; BadInputError when the name of the source or data set would break keys."""
    if "|" in origin.key:
        raise BadInputError(f"the source or data set {origin.key!r} cannot be taken: its name may hold no |")


def _begin(database: Database, origin: Origin) -> tuple[Tally, bool]:
    check_origin(origin)
    found = database.read(_FIND, {"key": origin.key}).records()
    stored = cast("dict[str, object]", found[0]["stored"]) if found else {}
    if stored.get("state") == "unloading":
        unload(database, origin.key)
        stored = {}
    if not stored:
        database.write(_CREATE, {"key": origin.key, "props": described(origin) | progress(Tally())})
    return _tally(stored), stored.get("state") == "complete"


def _tally(stored: Mapping[str, object]) -> Tally:
    refused = [str(text) for text in cast("list[object]", stored.get("refused") or [])]
    return Tally(_count(stored, "rows_in"), _count(stored, "rows_refused"), refused)


def _count(stored: Mapping[str, object], name: str) -> int:
    return int(str(stored.get(name) or 0))


def described(origin: Origin) -> dict[str, object]:
    """The properties of a Snapshot whose load begins."""
    return {
        "source": origin.source,
        "method": origin.method,
        "dataset": origin.dataset,
        "title": origin.title,
        "address": origin.address or None,
        "content_hash": origin.content_hash,
        "as_of": origin.as_of,
        "covers_from": origin.covers_from,
        "covers_to": origin.covers_to,
        "gaps": list(origin.gaps) or None,
        "state": "loading",
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def progress(tally: Tally) -> dict[str, object]:
    """The properties of a Snapshot that tell how far its load is."""
    return {
        "rows_in": tally.rows_in,
        "rows_taken": tally.rows_taken,
        "rows_refused": tally.rows_refused,
        "refused": tally.refused or None,
    }


def loaded(origin: Origin, tally: Tally, *, already: bool = False) -> Loaded:
    """What a load did, by its tally."""
    refused = tuple(tally.refused)
    return Loaded(origin.key, tally.rows_in, tally.rows_taken, tally.rows_refused, refused, already)
