"""Records into an empty embedded engine, through Neo4j's offline importer: the graph that the ordinary loader makes."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph import load as ordinary
from graph.batch import gathered
from graph.bulk.choice import check
from graph.bulk.combine import combine
from graph.bulk.files import Files, delimiter_for
from graph.bulk.names import learn
from graph.bulk.shape import EDGE_SHAPES, NODE_SHAPES, Column, node_shape
from graph.bulk.spill import Spill
from graph.bulk.store import opened
from graph.database import Database
from graph.engine import importing, server
from graph.engine.options import EngineOptions
from graph.engine.report import LogReport
from graph.engine.report import Report as EngineReport
from graph.errors import BadRowError
from graph.load import Loaded
from graph.model import NodeRecord, Origin, Record
from graph.node_kinds import SNAPSHOT
from graph.rows import Tally, batches, rows_of, taken

log = logging.getLogger(__name__)

BATCH = 20_000
BYTES_PER_ROW = 1_000
MEMORY_MB = 1024
QUIET = LogReport()


@dataclass(frozen=True, slots=True)
class Told:
    """One of the loads that are made at once: its origin, its records, and whom to tell how far it is."""

    origin: Origin
    records: Iterable[Record | BadRowError]
    report: ordinary.Report | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How loads are made: whether the first refused row stops them, and how many records a batch has.

    `rows` is how many are expected, for which there has to be room on the disk.
    """

    strict: bool = False
    rows: int = 0
    batch: int = BATCH
    memory_mb: int = MEMORY_MB


def load_at_once(
    database: Database, engine: EngineOptions, told: Sequence[Told], way: Way = Way(), report: EngineReport = QUIET
) -> list[Loaded]:
    """Bring all of `told` into the empty graph of the embedded `engine`; return what was taken and what refused.

    The graph is the one that `graph.load.load` makes of them in turn, with the constraints and indexes of `prepare`;
    `database` is connected to it again. All of it is in, or nothing: a refused row with `strict`, a fault and a kill
    leave the graph empty. BusyError, and nothing is done, when the graph is not empty or somebody else uses it.
    """
    done: dict[str, Loaded] = {}

    def make(folder: Path) -> importing.Import:
        spill = Spill(folder)
        snapshots = [put_aside(each, spill, way, done) for each in told if each.origin.key not in done]
        report.say("Sorting what was read")
        return _written(spill, snapshots, way, report)

    for each in told:
        ordinary.check_origin(each.origin)
    if server.status(engine).uri != database.connection.uri:
        raise importing.BusyError("the graph cannot be filled at once: it is not that of the embedded engine")
    database.close()
    try:
        connection = server.refill(engine, importing.Refill(make, check, way.rows * BYTES_PER_ROW), report)
    except Exception:
        database.reopen(server.start(engine, report))
        raise
    database.reopen(connection)
    return _in_turn(told, done)


def _in_turn(told: Iterable[Told], done: dict[str, Loaded]) -> list[Loaded]:
    seen: set[str] = set()
    result = []
    for each in told:
        key = each.origin.key
        result.append(replace(done[key], already=key in seen))
        seen.add(key)
    return result


def put_aside(told: Told, spill: Spill, way: Way, done: dict[str, Loaded]) -> dict[str, object]:
    """The properties of the Snapshot of one load; what it tells is put aside, and what became of it noted in `done`."""
    tally, origin = Tally(), told.origin
    for rows in batches(rows_of(told.records), way.batch):
        seen: dict[int, NodeRecord] = {}
        kept = [record for row in rows for record in taken(row, tally, seen, strict=way.strict)]
        spill.take(gathered(kept, origin), origin)
        if told.report is not None:
            told.report(tally)
    log.info("read %s: %s rows, %s refused", origin.key, tally.rows_in, tally.rows_refused)
    done[origin.key] = ordinary.loaded(origin, tally)
    return {"key": origin.key} | ordinary.described(origin) | ordinary.progress(tally) | {"state": "complete"}


def _written(spill: Spill, snapshots: Sequence[dict[str, object]], way: Way, report: EngineReport) -> importing.Import:
    columns = (Column("key"), *node_shape(SNAPSHOT.label).props)
    spill.write(SNAPSHOT.label, columns, [[props.get(column.name) for props in snapshots] for column in columns])
    words = [word for props in snapshots for value in props.values() if isinstance(value, list) for word in value]
    with opened(spill.folder, way.memory_mb) as store:
        learn(store, spill)
        shapes = combine(store, spill)
        files = Files(store, spill.folder, delimiter_for(store, shapes, words))
        parts = [*files.beside(spill.relation(SNAPSHOT.label), columns), *files.names()]
        for each in shapes:
            parts += files.elements(each)
        nodes = sum(store.count(f'"{each.name}"') for each in shapes if each.name in NODE_SHAPES)
        edges = sum(store.count(f'"{each.name}"') for each in shapes if each.name in EDGE_SHAPES)
    report.say(f"Neo4j's importer writes {nodes:,} nodes and {edges:,} edges")
    return importing.Import(parts, files.delimiter)
