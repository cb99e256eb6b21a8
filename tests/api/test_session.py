import pytest

from api.session import opened
from api.settings import settings
from graph.connection import Connection


def test_the_neo4j_that_the_settings_name_is_opened(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    settings.cache_clear()
    with opened() as database:
        assert database.read("RETURN 1 AS one").records() == [{"one": 1}]
    settings.cache_clear()
