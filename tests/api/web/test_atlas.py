import pytest

from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.connection import Connection
from graph.database import Database
from graph.errors import GraphUnavailableError


def test_an_atlas_answers_and_knows_its_version(database: Database) -> None:
    opened = Atlas(database, catalogue())
    assert opened.ask("snapshots").table.rows == []
    assert len(opened.version()) == 16


def test_the_version_changes_with_what_is_loaded(database: Database) -> None:
    opened = Atlas(database, catalogue())
    before = opened.version()
    database.write("CREATE (:Snapshot {key: 'a', state: 'complete', rows_in: 1})")
    assert opened.version() != before


def test_without_a_neo4j_there_is_no_version() -> None:
    with Database(Connection("bolt://127.0.0.1:9", "neo4j", "x")) as away, pytest.raises(GraphUnavailableError):
        Atlas(away, catalogue()).version()
