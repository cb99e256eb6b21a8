"""The newest OpenRank of each developer and repository on its node, where any client finds it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph.keys import digest
from graph.version import MEASURE, loaded_version

if TYPE_CHECKING:
    from graph.database import Database

METRIC = "openrank"
_LABELS = ("Repository", "Developer")
_DONE = "MATCH (s:Snapshot {key: $key, state: 'complete'}) RETURN s.rows_taken"
_FORGET = "MATCH (s:Snapshot {source: $source, dataset: $dataset}) DETACH DELETE s"
_CLEAR = (
    "MATCH (n:{label}) WHERE n.openrank IS NOT NULL "
    "CALL (n) {{ REMOVE n.openrank, n.openrank_month, n.openrank_preset }} IN TRANSACTIONS OF 10000 ROWS"
)
_SET = (
    "MATCH (:Month)<-[m:MEASURED {{metric: $metric, preset: $preset, source: $source}}]-(n:{label}) "
    "WITH n, max([m.period, m.value]) AS newest CALL (n, newest) {{ "
    "SET n.openrank_month = newest[0], n.openrank = newest[1], n.openrank_preset = $preset "
    "}} IN TRANSACTIONS OF 10000 ROWS"
)
_COUNT = "MATCH (n:{label}) WHERE n.openrank IS NOT NULL RETURN count(n)"
_NEWEST = "MATCH (s:Snapshot) WHERE s.source <> $source RETURN coalesce(max(s.as_of), '1970')"
_RUN = "MERGE (s:Snapshot {key: $key}) SET s = $props, s.key = $key"


def write_latest(database: Database, series: str, stamps: dict[str, str]) -> bool:
    """Whether the nodes' values had to be written: not where they are of this series and these `stamps` already."""
    state = digest(f"{series} {sorted(stamps.items())}")[:16]
    run = f"{MEASURE}:{METRIC}:{state}"
    if database.read(_DONE, {"key": run}).rows:
        return False
    shared = {"metric": METRIC, "preset": series, "source": MEASURE}
    database.write(_FORGET, {"source": MEASURE, "dataset": METRIC})
    for label in _LABELS:
        database.run_alone(_CLEAR.format(label=label))
        database.run_alone(_SET.format(label=label), shared)
    database.write(_RUN, {"key": run, "props": _described(database, series, state, stamps)})
    return True


def _described(database: Database, series: str, state: str, stamps: dict[str, str]) -> dict[str, object]:
    rows = sum(int(str(database.read(_COUNT.format(label=label)).rows[0][0])) for label in _LABELS)
    return {
        "source": MEASURE,
        "method": "reference",
        "dataset": METRIC,
        "title": f"the newest OpenRank of each node, series {series}",
        "graph_version": loaded_version(database),
        "content_hash": state,
        "as_of": database.read(_NEWEST, {"source": MEASURE}).rows[0][0],
        "covers_from": min(stamps, default=None),
        "covers_to": max(stamps, default=None),
        "rows_in": rows,
        "rows_taken": rows,
        "rows_refused": 0,
        "state": "complete",
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
