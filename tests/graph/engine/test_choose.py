from pathlib import Path

import pytest

from graph.engine.choose import SCHEMES, connect_to, named_server
from graph.engine.options import EngineOptions
from graph.errors import BadInputError, StorageError


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_scheme_of_the_driver_is_taken(scheme: str) -> None:
    connection = named_server(f"{scheme}://db.example:7687", "me", "secret", "atlas")
    assert (connection.username, connection.database, connection.embedded) == ("me", "atlas", False)


@pytest.mark.parametrize("uri", ["", "localhost:7687", "http://localhost:7474", "bolt://", "bolt:localhost"])
def test_an_address_of_something_else_is_refused_with_an_example(uri: str) -> None:
    with pytest.raises(BadInputError, match=r"NEO4J_URI is .*; expected an address such as bolt://localhost:7687"):
        named_server(uri, "neo4j", "secret")


def test_a_password_is_not_shown_with_the_connection() -> None:
    assert "secret" not in repr(named_server("bolt://localhost", "neo4j", "secret"))


def test_a_named_server_is_used_and_nothing_is_started(tmp_path: Path) -> None:
    named = named_server("bolt://localhost", "neo4j", "secret")
    assert connect_to(named, EngineOptions(tmp_path)) is named
    assert not list(tmp_path.iterdir())


def test_without_a_named_server_the_embedded_engine_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError):
        connect_to(None, EngineOptions(tmp_path / "file"))
