"""Whether a graph can be filled at once, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import schema
from graph.database import Database
from graph.engine.importing import BusyError
from graph.statements import TURN

if TYPE_CHECKING:
    from graph.connection import Connection

_KNOWN = sorted({*schema.NODES, *schema.EDGES, schema.ALIAS_LABEL, schema.FORGOTTEN_LABEL, schema.TURN_LABEL})
_NODES = f"MATCH (n) WHERE NOT (n:{schema.TURN_LABEL} AND n.key = '{TURN}') RETURN labels(n) LIMIT 1"
_INDEXES = (
    "SHOW INDEXES YIELD name, labelsOrTypes "
    "WHERE labelsOrTypes IS NOT NULL AND any(label IN labelsOrTypes WHERE NOT label IN $known) RETURN name LIMIT 1"
)


def why_not(database: Database) -> str:
    """Why the graph of `database` cannot be filled by the offline importer; empty when it can.

    The importer makes a new database in the place of the old one, so nothing may be in the old one: no node, no
    person to be forgotten, no index of another's.
    """
    if not database.connection.embedded:
        return "Neo4j is not ours to stop"
    if database.read(_NODES).rows:
        return "the graph is not empty"
    if database.read(_INDEXES, {"known": _KNOWN}).rows:
        return "the graph has indexes that are not ours"
    return ""


def check(connection: Connection) -> None:
    """Nothing; BusyError when the graph of `connection` cannot be filled by the offline importer."""
    with Database(connection) as database:
        if why := why_not(database):
            raise BusyError(f"the graph cannot be filled at once: {why}")
