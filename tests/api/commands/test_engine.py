import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli import run
from api.commands.engine import app, last_lines, status_lines
from api.settings import settings
from graph.engine.lock import locked_versions
from graph.engine.status import Status


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder where no engine is installed, used by the commands."""
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def status_of(folder: Path, *, running: bool) -> Status:
    return Status(
        installed=running,
        running=running,
        pid=77 if running else None,
        uri="bolt://127.0.0.1:7687" if running else None,
        versions=locked_versions(),
        java="25.0.2 (/j)",
        disk_bytes=3 * 2**30,
        memory_bytes=600 * 2**20 if running else None,
        started_at="2026-01-02T03:04:05+00:00" if running else None,
        idle_hours=0.5 if running else 0,
        folder=folder,
        password_file=folder / "password",
        log=folder / "neo4j.log",
    )


def test_status_of_a_running_engine_shows_address_disk_and_memory(tmp_path: Path) -> None:
    lines = dict(status_lines(status_of(tmp_path, running=True)))
    assert lines["state"] == "running since 2026-01-02T03:04:05+00:00 (process 77)"
    assert (lines["disk"], lines["memory"]) == ("3.0 GiB", "600 MiB")
    assert lines["ends after"] == "0.5 idle hours"
    assert locked_versions().gds in lines["Neo4j"]


def test_status_without_an_engine_says_how_to_have_one(tmp_path: Path) -> None:
    lines = dict(status_lines(status_of(tmp_path, running=False)))
    assert lines["state"] == "not installed; the first start does it"
    assert lines["ends after"] == "never by itself"
    assert "address" not in lines


def test_status_is_printed_for_people_and_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["engine", "status"]) == 0
    assert "not installed" in capsys.readouterr().out
    assert run(["engine", "status", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["running"], found["folder"]) == (False, str(folder / "engine"))
    assert found["versions"]["neo4j"] == locked_versions().neo4j


def test_path_is_the_folder_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["engine", "path"]) == 0
    assert capsys.readouterr().out == f"{folder / 'engine'}\n"


def test_logs_are_the_last_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["engine", "logs"]) == 0
    assert "has not run yet" in capsys.readouterr().out
    log = folder / "engine" / "neo4j" / "logs" / "neo4j.log"
    log.parent.mkdir(parents=True)
    log.write_text("one\ntwo\nthree\n", encoding="utf-8")
    assert run(["engine", "logs", "--lines", "2"]) == 0
    assert capsys.readouterr().out == "two\nthree\n"


def test_a_log_that_is_not_there_has_no_lines(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "absent", 5) == []


def test_stop_and_remove_where_nothing_is_say_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["engine", "stop"]) == 0
    assert run(["engine", "remove"]) == 0
    said = capsys.readouterr().out
    assert said == f"the engine was not running\nthere is no engine in {folder / 'engine'}\n"


def test_remove_asks_first(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "engine").mkdir()
    (folder / "engine" / "file").write_bytes(b"x" * 2**20)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert run(["engine", "remove"]) != 0
    assert (folder / "engine" / "file").exists()
    assert run(["engine", "remove", "--yes"]) == 0
    assert not (folder / "engine").exists()
    assert "1 MiB are free again" in capsys.readouterr().out


def test_a_first_start_without_a_network_ends_with_the_exit_code_of_a_source(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAVEN_REPOSITORY_URL", "http://127.0.0.1:9")
    settings.cache_clear()
    assert run(["engine", "start"]) == 6
    said = capsys.readouterr().err
    assert "cannot be fetched" in said
    assert "MAVEN_REPOSITORY_URL" in said
    assert folder.exists()


@pytest.mark.parametrize(
    "command", [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
)
def test_each_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["engine", command.replace("_", "-"), "--help"]) == 0
    said = capsys.readouterr().out
    assert "Example" in said
    assert "ossatlas engine" in said


def test_shell_address_of_a_named_server_never_shows_its_password(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://db.example:7687")
    monkeypatch.setenv("NEO4J_PASSWORD", "hidden-hidden")
    settings.cache_clear()
    assert run(["engine", "shell-address"]) == 0
    assert run(["engine", "shell-address", "--json"]) == 0
    said = capsys.readouterr().out
    told = json.loads(said[said.index("{\n") :])
    assert list(told) == ["address", "user", "database", "password_file", "shell"]
    assert (told["address"], told["password_file"]) == ("bolt://db.example:7687", None)
    assert "bolt://db.example:7687" in said
    assert "Python    from neo4j import GraphDatabase\n" in said
    assert "hidden-hidden" not in said
    assert not (folder / "engine").exists()
