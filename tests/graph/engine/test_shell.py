import pytest

from graph.connection import Connection
from graph.engine.home import Home
from graph.engine.install import install_shell
from graph.engine.lock import SHELL_LOCK_FILE, locked_jars, locked_versions
from graph.engine.options import EngineOptions
from graph.engine.report import LogReport
from graph.engine.shell import environment, run_shell
from graph.errors import SourceError
from tests.graph.engine.repository import Repository
from tests.graph.engine.test_aot import Sentences


def test_a_statement_is_answered_and_its_failure_is_the_exit_code(
    connection: Connection, options: EngineOptions, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_shell(connection, ["RETURN 40 + 2 AS answer"], options, LogReport()) == 0
    assert capfd.readouterr().out.split() == ["answer", "42"]
    assert run_shell(connection, ["RETURN"], options, LogReport()) == 1
    assert "Invalid input" in capfd.readouterr().err


def test_what_reaches_the_neo4j_is_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://another")
    monkeypatch.setenv("TERM", "a terminal")
    told = environment(Connection("bolt://one", "me", "secret", "atlas"))
    assert "NEO4J_URI" not in told
    assert [told[name] for name in ("NEO4J_ADDRESS", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "TERM")] == [
        "bolt://one", "me", "secret", "atlas", "a terminal",
    ]  # fmt: skip


def test_the_shell_is_of_the_engines_version_and_shares_its_jars() -> None:
    jars = locked_jars(SHELL_LOCK_FILE)
    shell = {jar.artifact: jar.version for jar in jars}
    assert shell["cypher-shell"] == locked_versions().neo4j
    shared = {jar for jar in jars if jar.folder == "lib"}
    assert shared == set(jars) & set(locked_jars())
    assert {jar.folder for jar in set(jars) - shared} == {"shell"}


def test_the_licence_is_said_before_anything_is_fetched(options: EngineOptions, repository: Repository) -> None:
    said, empty = Sentences(), EngineOptions(options.data_dir, maven_url=repository.url, reserve_mb=0)
    home = Home.of(empty)
    home.jars.mkdir(parents=True)
    with pytest.raises(SourceError, match="answers 404"):
        install_shell(empty, home, said)
    assert said[0].startswith("Getting cypher-shell 5.26")
    assert "GPL-3.0" in said[0]
