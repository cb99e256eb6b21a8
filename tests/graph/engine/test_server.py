"""The engine itself, with real processes. One home serves the file; each test starts it as a command would."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.database import Database
from graph.engine import server
from graph.engine.home import Home
from graph.engine.options import EngineOptions
from graph.engine.process import find_process
from graph.engine.state import State, read_state, write_state
from graph.errors import GraphUnavailableError, LockedError, StorageError

ROOT = Path(__file__).parents[3]
START = """if True:
    import sys
    from pathlib import Path
    from graph.engine import server
    from graph.engine.options import EngineOptions
    class Said:
        def say(self, message):
            print(message, file=sys.stderr, flush=True)
        def progress(self, task, done, total):
            pass
    print(server.start(EngineOptions(Path(sys.argv[1]), heap_mb=512, page_cache_mb=64, idle_hours=0.5,
          downloads=Path(sys.argv[2]), reserve_mb=0), Said()).uri)
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[EngineOptions]:
    options = EngineOptions(
        tmp_path_factory.mktemp("engine"),
        heap_mb=512, page_cache_mb=64, idle_hours=0.5, downloads=downloads, reserve_mb=0, lock_seconds=120,
    )  # fmt: skip
    yield options
    server.stop(options)


def started_elsewhere(options: EngineOptions) -> subprocess.Popen[str]:
    """Another process that starts this engine, prints its address and ends."""
    command = [sys.executable, "-c", START, str(options.data_dir), str(options.downloads)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def process_of(options: EngineOptions) -> psutil.Process:
    home = Home.of(options)
    found = find_process(home, read_state(home).pid)
    assert found is not None
    return found


def count(options: EngineOptions, label: str) -> object:
    with Database(server.start(options)) as database:
        return database.read(f"MATCH (n:{label}) RETURN count(n)").rows[0][0]


def add(options: EngineOptions, label: str) -> None:
    with Database(server.start(options)) as database:
        database.write(f"CREATE (:{label})")


def test_two_starts_at_once_make_one_engine_that_outlives_them(engine: EngineOptions) -> None:
    server.stop(engine)
    both = [started_elsewhere(engine), started_elsewhere(engine)]
    answers = [process.communicate(timeout=240) for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    assert answers[0][0] == answers[1][0]
    assert server.start(engine).uri == answers[0][0].strip()
    home = f"--home-dir={Home.of(engine).neo4j}"
    assert len([p for p in psutil.process_iter(["cmdline"]) if home in (p.info["cmdline"] or [])]) == 1


def test_a_second_start_takes_the_engine_that_runs(engine: EngineOptions) -> None:
    first = server.start(engine)
    pid = process_of(engine).pid
    assert server.start(engine) == first
    assert process_of(engine).pid == pid


def test_gds_and_apoc_are_there(engine: EngineOptions) -> None:
    with Database(server.start(engine)) as database:
        assert database.read("RETURN gds.version(), apoc.version()").rows == [
            [server.status(engine).versions.gds, server.status(engine).versions.apoc]
        ]


def test_status_tells_what_runs(engine: EngineOptions) -> None:
    uri = server.start(engine).uri
    status = server.status(engine)
    assert (status.running, status.installed, status.uri) == (True, True, uri)
    assert status.pid == process_of(engine).pid
    assert status.memory_bytes is not None
    assert status.memory_bytes > 2**20
    assert status.disk_bytes > 2**20
    assert status.started_at is not None
    assert status.idle_hours == 0.5


def test_it_listens_on_loopback_alone(engine: EngineOptions) -> None:
    server.start(engine)
    listening = [c for c in process_of(engine).net_connections() if c.status == psutil.CONN_LISTEN]
    assert [c.laddr.ip for c in listening if c.laddr.ip not in {"127.0.0.1", "::1", "::ffff:127.0.0.1"}] == []
    assert len(listening) == 1


def test_no_password_stands_on_its_command_line(engine: EngineOptions) -> None:
    password = server.start(engine).password
    assert not [word for word in process_of(engine).cmdline() if password in word]


def test_files_outside_the_import_folder_are_not_read(engine: EngineOptions) -> None:
    with Database(server.start(engine)) as database, pytest.raises(Exception, match=r"(?i)load|external|import"):
        database.read("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line")


def test_stop_ends_it_and_the_next_start_finds_the_data_and_the_port(engine: EngineOptions) -> None:
    add(engine, "Kept")
    uri = server.start(engine).uri
    assert server.stop(engine)
    assert not server.stop(engine)
    assert not server.status(engine).running
    assert server.start(engine).uri == uri
    assert count(engine, "Kept") == 1


def test_a_killed_engine_recovers_all_that_was_committed(engine: EngineOptions) -> None:
    add(engine, "Committed")
    process = process_of(engine)
    process.kill()
    process.wait(30)
    assert count(engine, "Committed") == 1


def test_a_forgotten_state_costs_a_new_start_and_no_data(engine: EngineOptions) -> None:
    add(engine, "Remembered")
    pid = process_of(engine).pid
    write_state(Home.of(engine), State())
    assert count(engine, "Remembered") == 1
    assert process_of(engine).pid != pid


def test_what_is_remembered_but_no_longer_true_is_harmless(engine: EngineOptions) -> None:
    server.start(engine)
    server.stop(engine)
    home = Home.of(engine)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = int(other.getsockname()[1])
        write_state(home, State(port=taken, pid=os.getpid(), idle_hours=1, watcher=os.getpid()))
        assert not server.status(engine).running
        assert not server.stop(engine)
        assert not server.start(engine).uri.endswith(f":{taken}")
    assert process_of(engine).pid != os.getpid()


def test_an_interrupted_start_leaves_no_engine_behind(engine: EngineOptions) -> None:
    server.stop(engine)
    home = Home.of(engine)
    with started_elsewhere(engine) as command:
        assert command.stderr is not None
        assert command.stderr.readline().strip() == "Starting Neo4j"
        command.send_signal(signal.SIGINT)
        command.communicate(timeout=120)
    assert command.returncode != 0
    assert find_process(home, None) is None


def test_the_users_own_port_in_use_is_refused(engine: EngineOptions) -> None:
    server.stop(engine)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = int(other.getsockname()[1])
        with pytest.raises(LockedError, match=f"port {taken} is in use"):
            server.start(replace(engine, bolt_port=taken))
    assert not server.status(engine).running


def test_data_of_another_version_is_refused_and_left_as_it_is(engine: EngineOptions) -> None:
    server.start(engine)
    server.stop(engine)
    home = Home.of(engine)
    version = home.version_file.read_text(encoding="utf-8")
    home.version_file.write_text("4.4.3\n", encoding="utf-8")
    with pytest.raises(StorageError, match=r"is of Neo4j 4\.4\.3"):
        server.start(engine)
    assert home.version_file.read_text(encoding="utf-8") == "4.4.3\n"
    home.version_file.write_text(version, encoding="utf-8")


def test_a_damaged_password_file_is_refused_running_or_not(engine: EngineOptions) -> None:
    password = server.start(engine).password
    file = Home.of(engine).password_file
    file.write_text("damaged", encoding="utf-8")
    with pytest.raises(StorageError, match="password file"):
        server.start(engine)
    server.stop(engine)
    with pytest.raises(StorageError, match="password file"):
        server.start(engine)
    file.write_text(password, encoding="utf-8")


def test_another_password_is_refused_and_no_engine_stays_behind(engine: EngineOptions) -> None:
    password = server.start(engine).password
    server.stop(engine)
    file = Home.of(engine).password_file
    file.write_text("x" * 43, encoding="utf-8")
    with pytest.raises(GraphUnavailableError, match="refuses the password in"):
        server.start(engine)
    assert not server.status(engine).running
    file.write_text(password, encoding="utf-8")


def test_remove_leaves_nothing_and_says_how_much_it_was(options: EngineOptions) -> None:
    home = Home.of(options)
    home.root.mkdir()
    (home.root / "file").write_bytes(b"x" * 5000)
    assert server.remove(options) == 5000
    assert not home.root.exists()
    assert server.remove(options) == 0


def test_nothing_is_stopped_where_nothing_is(tmp_path: Path) -> None:
    assert not server.stop(EngineOptions(tmp_path / "absent"))
    assert not (tmp_path / "absent").exists()
