from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.loading import SHOWN, load_all, tell
from api.settings import settings
from graph.connection import Connection
from graph.database import Database
from graph.engine import server
from graph.load import Loaded
from ingest.datasets.bundled import bundled_table
from ingest.identity import Identities
from tests.graph.bulk.loader import options


def test_datasets_are_loaded_in_turn_and_not_twice(database: Database) -> None:
    table = bundled_table("deepseek_week_maintenance", Identities.load())
    first, again = load_all(database, [table, table])
    assert (first.rows_taken, first.already, again.already) == (6, False, True)
    assert database.read("MATCH (s:Snapshot) RETURN count(s)").rows == [[1]]


def test_a_load_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell(Loaded("git:x", 3, 3, 0, ()))
    tell(Loaded("git:x", 3, 3, 0, (), already=True))
    assert capsys.readouterr().err == "git:x loaded: 3 rows taken\ngit:x was loaded already: 3 rows taken\n"


def test_the_first_refused_rows_are_listed_and_the_others_counted(capsys: pytest.CaptureFixture[str]) -> None:
    refused = tuple(f"file:{n}: login: found nothing, expected a login" for n in range(30))
    tell(Loaded("git:x", 40, 10, 30, refused))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "git:x loaded: 10 rows taken, 30 refused"
    assert len(lines) == SHOWN + 2
    assert lines[-1].strip() == "and 10 more"


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Five rows are a large load, and the settings name a data folder of their own."""
    monkeypatch.setattr("ingest.run.LARGE", 5)
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("few_are_many")
def test_a_large_load_into_a_graph_that_holds_something_goes_in_batches_and_says_why(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    database.write("CREATE (:Mine)")
    [done] = load_all(database, [bundled_table("deepseek_week_maintenance", Identities.load())])
    assert done.rows_taken == 6
    assert "6 rows go into the graph in batches: the graph is not empty" in capsys.readouterr().err


@pytest.mark.usefixtures("few_are_many")
def test_a_large_load_into_a_neo4j_of_the_users_own_goes_in_batches(
    connection: Connection, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert database.read("MATCH (n) RETURN count(n)").rows == [[0]]
    with Database(replace(connection, embedded=False)) as named:
        assert next(load_all(named, [bundled_table("deepseek_week_maintenance", Identities.load())])).rows_taken == 6
    assert "in batches: Neo4j is not ours to stop" in capsys.readouterr().err


@pytest.mark.usefixtures("few_are_many")
def test_a_large_load_whose_engine_is_busy_goes_in_batches(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    [done] = load_all(database, [bundled_table("deepseek_week_maintenance", Identities.load())])
    assert done.rows_taken == 6
    assert "in batches: the graph cannot be filled at once: it is not that of" in capsys.readouterr().err


@pytest.mark.usefixtures("few_are_many")
def test_a_large_load_into_an_empty_engine_goes_at_once_and_older_readings_are_taken_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, downloads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = options(tmp_path, downloads)
    monkeypatch.setattr("api.loading.engine_options", lambda _: engine)
    table = bundled_table("deepseek_week_maintenance", Identities.load())
    older = replace(table, origin=replace(table.origin, content_hash="0" * 64))
    try:
        with Database(server.start(engine)) as database:
            first, second = load_all(database, [older, table], refresh=True)
            assert (first.rows_taken, second.rows_taken) == (6, 6)
            assert database.read("MATCH (s:Snapshot) RETURN s.key").rows == [[table.origin.key]]
            assert next(load_all(database, [table])).already
    finally:
        server.stop(engine)
    assert "12 rows go into the empty graph at once, through Neo4j's offline importer" in capsys.readouterr().err
