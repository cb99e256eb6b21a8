"""Measures into the graph: the answer of a metric's query, written to nodes or as derived edges, with its run."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph import schema
from graph.errors import AtlasError
from graph.keys import digest
from graph.projection import Projection, projected, statement
from graph.version import MEASURE, loaded_version

if TYPE_CHECKING:
    from graph.database import Database, Rows

_BATCH = 10_000
_CLEAR_NODES = "MATCH (n:{label}) WHERE {known} CALL (n) {{ REMOVE {names} }} IN TRANSACTIONS OF 10000 ROWS"
_CLEAR_EDGES = "MATCH ()-[r:{type}]->() CALL (r) {{ DELETE r }} IN TRANSACTIONS OF 10000 ROWS"
_SET_NODES = "UNWIND $rows AS row MATCH (n:{label} {{key: row[0]}}) SET {values}"
_SET_EDGES = (
    "UNWIND $rows AS row MATCH (a:{start} {{key: row.start}}) MATCH (b:{end} {{key: row.end}}) "
    "CREATE (a)-[r:{type} {{key: row.start + '|' + row.end}}]->(b) SET r += row.props"
)
_RUN = "MERGE (s:Snapshot {key: $key}) SET s = $props, s.key = $key"
_OLD_RUNS = "MATCH (s:Snapshot {source: $source}) WHERE s.dataset = $name OR $name IN s.needs DETACH DELETE s"
_RUNS = "MATCH (s:Snapshot {source: $source}) WHERE s.dataset IN $names RETURN s.key ORDER BY s.key"
_STALE = (
    "MATCH (s:Snapshot {source: $source}) WHERE s.dataset IN $names AND s.graph_version <> $version "
    "RETURN s.dataset AS name ORDER BY name"
)
_RESTS_ON = """
MATCH (s:Snapshot)
WHERE CASE WHEN $needs = [] THEN s.source <> $source ELSE s.source = $source AND s.dataset IN $needs END
RETURN coalesce(max(s.as_of), '1970') AS as_of, min(s.covers_from) AS covers_from, max(s.covers_to) AS covers_to,
       apoc.coll.toSet(apoc.coll.flatten(collect(s.gaps))) AS gaps
"""
"""What a run was made of: the loads, or the runs that it started from."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric to compute: its query's name, title and text, what it runs on, and what it writes.

    `writes` is a label of `schema.NODES` with property names, or a derived type of `schema.EDGES`. `solve` makes the
    answer from the columns `asked` of the query and the parameters, where Cypher cannot.
    """

    name: str
    title: str
    text: str
    writes: str
    properties: tuple[str, ...]
    projection: Projection | None = None
    needs: tuple[str, ...] = ()
    seconds: float = 600.0
    asked: tuple[str, ...] = ()
    solve: Callable[[Rows, Mapping[str, object]], Rows] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the query that are read; none where all are, one row after another, as of many wide ties."""
        return self.asked or (("key", *self.properties) if self.writes in schema.NODES else ())


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run did: the Snapshot that records it, rows written, and whether it was up to date already."""

    run: str
    rows: int
    already: bool = False


def compute(database: Database, measure: Measure, parameters: Mapping[str, object], limit: int | None = None) -> Rows:
    """The answer of the metric's query; nothing is written. The projection lives for this call alone."""
    around = projected(database, measure.projection, parameters) if measure.projection else nullcontext("")
    with around as graph:
        given = dict(parameters) | ({"graph": graph} if graph else {})
        if limit is None and measure.columns:
            rows = database.gather(measure.text, measure.columns, given, timeout=measure.seconds)
        else:
            rows = database.read(measure.text, given, timeout=measure.seconds, limit=limit)
    return measure.solve(rows, parameters) if measure.solve else rows


def write(database: Database, measure: Measure, parameters: Mapping[str, object]) -> Measured:
    """Compute the metric and write it, in place of its last run; a run on the same data and parameters is kept."""
    version = digest(f"{loaded_version(database)} {_runs(database, measure.needs)}")
    text = json.dumps(dict(parameters), sort_keys=True, ensure_ascii=False)
    run = f"{MEASURE}:{measure.name}:{digest(f'{version} {text} {_asked(measure)}')[:16]}"
    found = database.read("MATCH (s:Snapshot {key: $key, state: 'complete'}) RETURN s.rows_taken", {"key": run}).rows
    if found:
        return Measured(run, int(str(found[0][0])), already=True)
    rows = compute(database, measure, parameters).records()
    database.write(_OLD_RUNS, {"source": MEASURE, "name": measure.name})  # and those that started from it
    _replace(database, measure, [row | {"run": run} for row in rows])
    database.write(_RUN, {"key": run, "props": _described(database, measure, text, version, len(rows))})
    return Measured(run, len(rows))


def has_run(database: Database, name: str) -> bool:
    """Whether the graph holds a finished run of the metric `name`."""
    return bool(_runs(database, [name]))


def stale_runs(database: Database, names: Sequence[str]) -> list[str]:
    """Those metrics of `names` whose last run is older than what is loaded by now."""
    parameters = {"source": MEASURE, "names": list(names), "version": loaded_version(database)}
    return [str(name) for (name,) in database.read(_STALE, parameters).rows] if names else []


def _runs(database: Database, names: Sequence[str]) -> list[str]:
    return [str(key) for (key,) in database.read(_RUNS, {"source": MEASURE, "names": list(names)}).rows]


def _asked(measure: Measure) -> str:
    """All that a measure asks of the graph: another question is another run."""
    return f"{measure.text} {measure.properties} {statement(measure.projection) if measure.projection else ''}"


def _described(database: Database, measure: Measure, parameters: str, version: str, rows: int) -> dict[str, object]:
    rests_on = database.read(_RESTS_ON, {"source": MEASURE, "needs": list(measure.needs)}).records()[0]
    return rests_on | {
        "source": MEASURE,
        "method": "reference",
        "dataset": measure.name,
        "title": measure.title,
        "parameters": parameters,
        "needs": list(measure.needs),
        "graph_version": loaded_version(database),
        "content_hash": version,
        "rows_in": rows,
        "rows_taken": rows,
        "rows_refused": 0,
        "state": "complete",
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _replace(database: Database, measure: Measure, rows: Sequence[Mapping[str, object]]) -> None:
    if measure.writes in schema.NODES:
        names = [f"n.{name}" for name in measure.properties]
        known = " OR ".join(f"{name} IS NOT NULL" for name in names)
        database.run_alone(_CLEAR_NODES.format(label=measure.writes, known=known, names=", ".join(names)))
        values = ", ".join(f"{name} = row[{at}]" for at, name in enumerate(names, 1))
        statement = _SET_NODES.format(label=measure.writes, values=values)
        _in_batches(database, statement, [[row["key"], *(row[name] for name in measure.properties)] for row in rows])
    elif measure.writes in schema.EDGES and schema.EDGES[measure.writes].derived:
        kind = schema.EDGES[measure.writes]
        database.run_alone(_CLEAR_EDGES.format(type=kind.type))
        statement = _SET_EDGES.format(type=kind.type, start=kind.start[0], end=kind.end[0])
        _in_batches(database, statement, [_edge_row(row, (*measure.properties, "run")) for row in rows])
    else:
        raise AtlasError(f"the metric {measure.name} writes {measure.writes}, which no measure may write")


def _edge_row(row: Mapping[str, object], names: Sequence[str]) -> dict[str, object]:
    return {"start": row["start"], "end": row["end"], "props": {name: row[name] for name in names}}


def _in_batches(database: Database, statement: str, rows: Sequence[object]) -> None:
    with database.writing() as writer:
        for at in range(0, len(rows), _BATCH):
            writer.run(statement, {"rows": rows[at : at + _BATCH]})
