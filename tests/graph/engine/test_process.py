import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph.engine.home import Home
from graph.engine.java import Java
from graph.engine.lock import locked_jars
from graph.engine.memory import Memory
from graph.engine.port import choose_port
from graph.engine.process import (
    SERVER,
    Launch,
    answers,
    class_path,
    detach,
    end,
    find_process,
    set_initial_password,
    wait_until_listening,
)
from graph.errors import GraphUnavailableError

SLEEPER = "import sys, time; print('up', flush=True); time.sleep(600)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEPER}"
SECRET = "s3cret-s3cret"  # noqa: S105 - of nothing


def launch(home: Home, java: Path = Path("/j/java"), version: str = "25.0.2") -> Launch:
    return Launch(Java(java, version), home, locked_jars(), Memory(2048, 100), ("-XX:AOTCache=x",))


@pytest.fixture
def sleeper(home: Home) -> Iterator[subprocess.Popen[str]]:
    """A process whose command line is that of the engine of `home`, and which does nothing."""
    yield from running(SLEEPER, SERVER, f"--home-dir={home.neo4j}")


def running(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def test_the_class_path_names_every_jar_with_lib_before_plugins(home: Home) -> None:
    parts = class_path(home, locked_jars()).split(os.pathsep)
    folders = [Path(part).parent.name for part in parts]
    assert len(parts) == len(locked_jars())
    assert folders == sorted(folders)
    assert parts == sorted(parts)


def test_the_command_ends_with_the_home_that_identifies_it(home: Home) -> None:
    command = launch(home).command()
    assert command[-3:] == [SERVER, f"--home-dir={home.neo4j}", f"--config-dir={home.conf}"]
    assert {"-Xms512m", "-Xmx2048m", "-XX:AOTCache=x"} <= set(command)


def test_older_javas_are_not_given_options_that_they_do_not_know(home: Home) -> None:
    assert "--sun-misc-unsafe-memory-access=allow" in launch(home).command()
    assert "--sun-misc-unsafe-memory-access=allow" not in launch(home, version="21.0.1").command()


def test_a_full_heap_ends_a_query_and_not_the_engine(home: Home) -> None:
    assert not [word for word in launch(home).command() if "ExitOnOutOfMemory" in word]


def test_the_first_password_never_stands_on_a_command_line(home: Home, tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/seen\n'
        f'cat "${{1#@}}" > {tmp_path}/read\nls -l "${{1#@}}" > {tmp_path}/mode\n',
        encoding="utf-8",
    )
    java.chmod(0o755)
    set_initial_password(launch(home, java), SECRET)
    assert SECRET not in (tmp_path / "seen").read_text(encoding="utf-8")
    assert (tmp_path / "read").read_text(encoding="utf-8").endswith(f'"set-initial-password"\n"{SECRET}"')
    assert (tmp_path / "mode").read_text(encoding="utf-8").startswith("-rw-------")
    assert not list(home.root.glob("arguments-*"))


def test_a_refused_first_password_is_told_without_the_password(home: Home, tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text(f"#!/bin/sh\necho 'too short: {SECRET}' >&2\nexit 70\n", encoding="utf-8")
    java.chmod(0o755)
    with pytest.raises(GraphUnavailableError, match="Neo4j does not take its first password: too short: …"):
        set_initial_password(launch(home, java), SECRET)


def test_the_remembered_process_is_found(home: Home, sleeper: subprocess.Popen[str]) -> None:
    found = find_process(home, sleeper.pid)
    assert found is not None
    assert found.pid == sleeper.pid


def test_a_running_engine_is_found_although_its_number_was_forgotten(
    home: Home, sleeper: subprocess.Popen[str]
) -> None:
    found = find_process(home, None)
    assert found is not None
    assert found.pid == sleeper.pid


def test_a_number_that_another_program_has_now_is_no_engine(home: Home) -> None:
    assert find_process(home, os.getpid()) is None


def test_a_number_that_nobody_has_is_no_engine(home: Home) -> None:
    assert find_process(home, 2**22 + 1) is None


def test_the_engine_of_another_home_is_not_ours(tmp_path: Path, sleeper: subprocess.Popen[str]) -> None:
    other = tmp_path / "other"
    assert find_process(Home(other, other), sleeper.pid) is None


def test_one_that_ended_but_is_still_listed_is_not_running(home: Home, sleeper: subprocess.Popen[str]) -> None:
    os.kill(sleeper.pid, signal.SIGKILL)
    os.waitid(os.P_PID, sleeper.pid, os.WEXITED | os.WNOWAIT)
    assert find_process(home, sleeper.pid) is None


def test_a_process_is_asked_to_end(sleeper: subprocess.Popen[str]) -> None:
    end(psutil.Process(sleeper.pid))
    assert not psutil.pid_exists(sleeper.pid)
    detach(sleeper)


def test_one_that_does_not_listen_is_forced() -> None:
    for process in running(STUBBORN):
        end(psutil.Process(process.pid), 0.05)
        assert not psutil.pid_exists(process.pid)
        detach(process)


def test_ending_what_has_ended_is_no_matter() -> None:
    with subprocess.Popen([sys.executable, "-c", SLEEPER], stdout=subprocess.PIPE) as process:
        seen = psutil.Process(process.pid)
        process.kill()
    end(seen)


def test_a_process_that_ends_before_it_listens_is_noticed() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as process:
        assert not wait_until_listening(process, choose_port(None, None))


def test_a_port_of_another_program_is_not_taken_for_the_engines() -> None:
    port = choose_port(None, None)
    for other in running(f"import socket; held = socket.create_server(('127.0.0.1', {port})); {SLEEPER}"):
        assert answers(port)
        with subprocess.Popen([sys.executable, "-c", "pass"]) as engine:
            assert not wait_until_listening(engine, port)
        assert wait_until_listening(psutil.Process(other.pid), port)


def test_a_port_where_nobody_listens_does_not_answer() -> None:
    assert not answers(choose_port(None, None))
