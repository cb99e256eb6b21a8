from dataclasses import replace

import pytest

from graph.connection import Connection
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
