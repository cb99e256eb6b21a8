"""The version of the data: changes whenever a load or a measure changes what queries may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.keys import digest

if TYPE_CHECKING:
    from graph.database import Database

MEASURE = "measure"
"""The source of the Snapshots that record runs of measures."""
_STATES = (
    "MATCH (s:Snapshot) WITH s ORDER BY s.key "
    "RETURN collect(s.key + ' ' + s.state + ' ' + toString(coalesce(s.rows_in, 0))) AS states "
)
_FORGOTTEN = "MATCH (f:Forgotten) RETURN count(f)"


def data_version(database: Database) -> str:
    """Sixteen hex digits that stand for everything that is loaded, measured and forgotten."""
    return digest(f"{loaded_version(database)} {_measured(database)}")[:16]


def loaded_version(database: Database) -> str:
    """The same for what is loaded and forgotten alone: what measures start from."""
    states = [state for state in _states(database) if not state.startswith(MEASURE)]
    return digest(f"{states} {database.read(_FORGOTTEN).rows}")[:16]


def _measured(database: Database) -> list[str]:
    return [state for state in _states(database) if state.startswith(MEASURE)]


def _states(database: Database) -> list[str]:
    found = database.read(_STATES).rows[0][0]
    return [str(state) for state in found] if isinstance(found, list) else []
