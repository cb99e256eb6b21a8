"""Emptying the graph: what the schema knows goes; other people's labels and the list of the forgotten stay."""

from __future__ import annotations

from graph import schema, statements
from graph.database import Database

_COUNT = "MATCH (n:{label}) RETURN count(n)"
_NO_RESTORE = f"MATCH (n:{schema.TURN_LABEL} {{key: '{statements.RESTORING}'}}) DELETE n"
_REMOVE = "MATCH (n:{label}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 10000 ROWS"


def reset(database: Database) -> int:
    """Remove every node of the schema with its edges; return how many there were.

    The list of people to be forgotten stays: emptying the graph takes no such request back.
    """
    database.write(_NO_RESTORE)  # first: it would go on where it stopped
    removed = 0
    for label in (*schema.NODES, schema.ALIAS_LABEL):
        removed += int(str(database.read(_COUNT.format(label=label)).rows[0][0]))
        database.run_alone(_REMOVE.format(label=label))
    return removed
