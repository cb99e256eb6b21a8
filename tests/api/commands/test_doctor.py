import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli import run
from api.commands.doctor import PROBES, Finding, here, milliseconds, there
from api.settings import Settings, settings
from graph.connection import Connection
from graph.database import Database
from graph.engine.lock import locked_versions


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The environment of a user with an empty data folder; call `settings.cache_clear` after a change."""
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()


def named(connection: Connection, environment: pytest.MonkeyPatch) -> Settings:
    """Settings that name the Neo4j of this test run."""
    environment.setenv("NEO4J_URI", connection.uri)
    environment.setenv("NEO4J_PASSWORD", connection.password)
    settings.cache_clear()
    return settings()


def test_a_healthy_neo4j_has_nothing_missing(connection: Connection, environment: pytest.MonkeyPatch) -> None:
    findings = {finding.name: finding for finding in there(named(connection, environment))}
    assert [finding for finding in findings.values() if finding.remedy] == []
    assert set(PROBES) <= set(findings)
    assert findings["Neo4j"].found == locked_versions().neo4j
    assert findings["reachable"].found.startswith("yes, ")


def test_the_command_shows_versions_and_ends_well(
    connection: Connection, environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    named(connection, environment)
    assert run(["doctor"]) == 0
    said = capsys.readouterr().out
    assert f"the Neo4j at {connection.uri}" in said
    assert locked_versions().apoc in said
    assert "missing" not in said


def test_an_unreachable_neo4j_is_exit_code_5_with_what_to_do(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    settings.cache_clear()
    assert run(["doctor"]) == 5
    said = capsys.readouterr()
    assert "start that Neo4j and check NEO4J_URI" in said.out
    assert "does not answer" in said.err


def test_an_address_that_is_none_is_exit_code_2(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("NEO4J_URI", "localhost")
    settings.cache_clear()
    assert run(["doctor"]) == 2


@pytest.mark.usefixtures("environment")
def test_an_engine_that_is_not_installed_is_not_installed_by_asking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["doctor", "--json"]) == 5
    said = capsys.readouterr()
    findings = {item["name"]: item for item in json.loads(said.out)}
    assert "ossatlas engine install" in findings["jars"]["remedy"]
    assert "ossatlas engine install" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_password_is_exit_code_5(connection: Connection, environment: pytest.MonkeyPatch) -> None:
    named(connection, environment)
    environment.setenv("NEO4J_PASSWORD", "wrong-wrong")
    settings.cache_clear()
    assert run(["doctor"]) == 5


def test_this_machine_is_described_without_a_database(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("NEO4J_URI", "bolt://db.example")
    settings.cache_clear()
    findings = here(settings())
    assert [finding.name for finding in findings] == ["ossatlas", "driver", "uses"]
    assert all(isinstance(finding, Finding) and finding.found for finding in findings)


def test_latency_is_positive(open_database: Database) -> None:
    assert 0 < milliseconds(open_database) < 10_000
