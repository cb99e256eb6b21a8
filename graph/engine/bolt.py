"""The first words with a fresh engine; everything later goes through `graph/database.py`."""

from __future__ import annotations

from collections.abc import Iterable

from graph.connection import Connection
from graph.errors import GraphUnavailableError


class RefusedPasswordError(GraphUnavailableError):
    """The engine does not take the password that we have."""


_ORPHAN = "Neo.ClientError.Schema.IndexWithNameAlreadyExists"


def run_all(connection: Connection, statements: Iterable[str]) -> None:
    """Run `statements` one by one. GraphUnavailableError when the engine refuses one, or us."""
    from neo4j import GraphDatabase  # noqa: PLC0415 - the command line starts without it
    from neo4j.exceptions import AuthError, DriverError, Neo4jError  # noqa: PLC0415

    auth = (connection.username, connection.password)
    try:
        with (
            GraphDatabase.driver(connection.uri, auth=auth, notifications_min_severity="OFF") as driver,
            driver.session(database=connection.database) as session,
        ):
            for statement in statements:
                try:
                    session.run(statement).consume()
                except Neo4jError as error:
                    if error.code != _ORPHAN:
                        raise
                    # Killed while it made a constraint, an engine may keep the constraint's index alone.
                    session.run(f"DROP INDEX {statement.split()[2]} IF EXISTS").consume()
                    session.run(statement).consume()
    except AuthError as error:
        raise RefusedPasswordError(f"the engine refuses its password: {error.message}") from error
    except (DriverError, Neo4jError) as error:
        words = getattr(error, "message", None) or error
        raise GraphUnavailableError(f"the engine refuses a statement: {words}") from error
