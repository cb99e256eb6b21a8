"""Which schema a graph was written by: an ossatlas that is older than the graph leaves it alone."""

from __future__ import annotations

from graph import schema
from graph.database import Database
from graph.errors import StorageError
from graph.statements import TURN

_WRITTEN_BY = f"MATCH (turn:{schema.TURN_LABEL} {{key: '{TURN}'}}) WHERE turn.schema IS NOT NULL RETURN turn.schema"
_KEEP = f"MERGE (turn:{schema.TURN_LABEL} {{key: '{TURN}'}}) SET turn.schema = $version"


def check_version(database: Database) -> None:
    """Nothing for a graph of our schema or an older one; StorageError, and nothing is written, for a newer one."""
    newest = written_by(database)
    if newest > schema.VERSION:
        raise StorageError(
            f"the graph is of schema {newest}; this ossatlas knows {schema.VERSION} and older",
            hint="use the newer ossatlas that wrote it, or load into another data folder",
        )


def keep_version(database: Database) -> None:
    """Note in the graph that our schema has written it."""
    if written_by(database) != schema.VERSION:
        database.write(_KEEP, {"version": schema.VERSION})


def written_by(database: Database) -> int:
    """The schema that wrote the graph; 0 where that is not told, as in one that is empty."""
    return max((int(str(version)) for (version,) in database.read(_WRITTEN_BY).rows), default=0)
