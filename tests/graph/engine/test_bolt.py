from dataclasses import replace

import pytest

from graph.connection import Connection
from graph.database import Database
from graph.engine.bolt import RefusedPasswordError, run_all
from graph.engine.port import choose_port
from graph.errors import GraphUnavailableError


def test_statements_run_one_after_the_other(connection: Connection) -> None:
    run_all(connection, ["RETURN 1", "RETURN 2"])


def test_a_refused_statement_is_told(connection: Connection) -> None:
    with pytest.raises(GraphUnavailableError, match="refuses a statement"):
        run_all(connection, ["NONSENSE"])


def test_a_refused_password_is_told_apart(connection: Connection) -> None:
    with pytest.raises(RefusedPasswordError, match="refuses its password"):
        run_all(replace(connection, password="wrong"), ["RETURN 1"])  # noqa: S106 - of nothing


def test_nobody_at_the_port_is_told() -> None:
    nobody = Connection(f"bolt://127.0.0.1:{choose_port(None, None)}", "neo4j", "secret")
    with pytest.raises(GraphUnavailableError):
        run_all(nobody, ["RETURN 1"])


def test_an_index_that_a_killed_engine_left_without_its_constraint_is_made_whole(open_database: Database) -> None:
    constraint = "CREATE CONSTRAINT technique_key IF NOT EXISTS FOR (n:Technique) REQUIRE n.key IS UNIQUE"
    for statement in (
        "DROP CONSTRAINT technique_key IF EXISTS",
        "CREATE INDEX technique_key FOR (n:Technique) ON (n.key)",
    ):
        open_database.run_alone(statement)
    run_all(open_database.connection, [constraint])
    found = open_database.read("SHOW CONSTRAINTS YIELD name WHERE name = 'technique_key' RETURN name").rows
    assert found == [["technique_key"]]
