"""The version of the data: changes whenever a load or a measure changes what queries may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.keys import digest

if TYPE_CHECKING:
    from graph.database import Database

MEASURE = "measure"
"""The source of the Snapshots that record runs of measures."""
_STATES = """
MATCH (s:Snapshot)
WITH s ORDER BY s.key
WITH collect(s.key + ' ' + s.state + ' ' + toString(coalesce(s.rows_in, 0))) AS states
RETURN states, COUNT { (:Forgotten) } AS forgotten
"""


def data_version(database: Database) -> str:
    """Sixteen hex digits that stand for everything that is loaded, measured and forgotten."""
    return digest(str(database.read(_STATES).rows))[:16]


def loaded_version(database: Database) -> str:
    """The same for what is loaded and forgotten alone: what measures start from."""
    states, forgotten = database.read(_STATES).rows[0]
    loaded = [state for state in states if not str(state).startswith(MEASURE)] if isinstance(states, list) else []
    return digest(f"{loaded} {forgotten}")[:16]
