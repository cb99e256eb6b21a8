"""The embedded engine's one door: install, start, stop, status, remove."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime

from graph.connection import Connection
from graph.engine import aot, idle, importing
from graph.engine.bolt import RefusedPasswordError, run_all
from graph.engine.failure import explain, log_size
from graph.engine.home import (
    Home,
    check_disk,
    check_version,
    make_folders,
    new_password,
    read_password,
    write_configuration,
)
from graph.engine.install import install_missing
from graph.engine.java import find_java
from graph.engine.lock import locked_versions
from graph.engine.memory import choose_memory, machine_mb
from graph.engine.options import EngineOptions
from graph.engine.port import choose_port
from graph.engine.process import (
    STOP_SECONDS,
    Launch,
    detach,
    end,
    find_process,
    set_initial_password,
    spawn,
    wait_until_listening,
)
from graph.engine.report import LogReport, Report
from graph.engine.state import State, read_state, write_state
from graph.engine.status import Status, disk_bytes, read_status
from graph.engine.turn import turn
from graph.errors import GraphUnavailableError, LockedError

USER = "neo4j"
HOME_BYTES = 100 * 2**20
QUIET = LogReport()
paths = Home.of


def install(options: EngineOptions, report: Report = QUIET) -> None:
    """Get what is missing and check every byte of what is there: Java, jars, ahead-of-time cache."""
    home = Home.of(options)
    make_folders(home)
    with turn(home.root, options.lock_seconds, report):
        java = find_java(options.java_home)
        install_missing(options, home, java, report, thorough=True)


def start(options: EngineOptions, report: Report = QUIET) -> Connection:
    """Connection to the running engine, installed and started first where needed; cheap when it runs already."""
    home = Home.of(options)
    make_folders(home)
    with turn(home.root, options.lock_seconds, report):
        idle.touch(home)
        if (running := _reuse(options, home)) and not importing.is_incomplete(home):
            return running
        return _running(options, _launch(options, home, report), report)


def refill(options: EngineOptions, refill: importing.Refill, report: Report = QUIET) -> Connection:
    """Connection to the engine with another database, out of an import.

    The engine rests meanwhile, and other processes wait for it. BusyError, and nothing is done, when the database
    must stay or somebody is connected to it. Whatever fails, the engine has the database that it had.
    """
    home = Home.of(options)
    make_folders(home)
    with turn(home.root, options.lock_seconds, report):
        launch = _launch(options, home, report)
        connection = _running(options, launch, report)
        refill.check(connection)
        check_disk(home.root, refill.bytes_needed, options.reserve_mb * 2**20)
        _check_unused(home)
        _stop(home)
        try:
            importing.make(launch, refill.make)
        except Exception:
            _running(options, launch, report)
            raise
        return _running(options, launch, report)


def stop(options: EngineOptions, report: Report = QUIET, *, seconds: float = STOP_SECONDS) -> bool:
    """Whether an engine was running; it is ended, with what it was doing written or rolled back.

    One that does not end within `seconds` is forced to, and recovers at its next start.
    """
    home = Home.of(options)
    if not home.root.exists():
        return False
    with turn(home.root, options.lock_seconds, report):
        return _stop(home, seconds)


def check_room(options: EngineOptions) -> None:
    """Nothing where the disk has room for the engine to write; StorageError, with how much it needs, otherwise."""
    check_disk(Home.of(options).root, HOME_BYTES, options.reserve_mb * 2**20)


def status(options: EngineOptions) -> Status:
    """What the engine is and does now; reads only."""
    return read_status(options)


def remove(options: EngineOptions, report: Report = QUIET) -> int:
    """Bytes given back: the engine is ended and its database, jars, password and cache are deleted."""
    home = Home.of(options)
    if not home.root.exists():
        return 0
    with turn(home.root, options.lock_seconds, report):
        _stop(home)
        freed = disk_bytes(home)
        shutil.rmtree(home.neo4j, ignore_errors=True)
    shutil.rmtree(home.root, ignore_errors=True)
    return freed


def _running(options: EngineOptions, launch: Launch, report: Report) -> Connection:
    connection = _reuse(options, launch.home) or _start(options, launch, report)
    if importing.is_incomplete(launch.home):
        report.say("Making the indexes")
        importing.complete(launch.home, connection)
    return connection


def _launch(options: EngineOptions, home: Home, report: Report) -> Launch:
    java = find_java(options.java_home)
    jars = install_missing(options, home, java, report, thorough=False)
    check_version(home, locked_versions().neo4j)
    check_room(options)
    memory = choose_memory(options, machine_mb())
    return Launch(java, home, jars, memory, aot.start_flags(home, java), options.confined)


def _check_unused(home: Home) -> None:
    state = read_state(home)
    process = find_process(home, state.pid)
    if process is not None and state.port is not None and idle.is_used(process, state.port):
        raise importing.BusyError("another process uses the engine", hint="end it, such as `ossatlas serve`")


def _reuse(options: EngineOptions, home: Home) -> Connection | None:
    state = read_state(home)
    process = find_process(home, state.pid)
    if process is None:
        return None
    if state.port is None or state.confined != _limits(options):  # a fresh start finds a port, and has other limits
        end(process)
        return None
    connection = _connection(state.port, read_password(home))
    if not wait_until_listening(process, state.port):
        return None
    _remember(home, replace(state, pid=process.pid, idle_hours=options.idle_hours))
    return connection


def _start(options: EngineOptions, launch: Launch, report: Report) -> Connection:
    home = launch.home
    state = read_state(home)
    password = read_password(home) if home.has_data else None
    report.say("Starting Neo4j")
    importing.clear(home)
    importing.put_in_place(home)
    port = choose_port(options.bolt_port, state.port)
    write_configuration(home, port, launch.memory, launch.confined)
    if password is None:
        password = new_password(home)
        set_initial_password(launch, password)
    try:
        _run(launch, port, password, options)
    except LockedError:
        if options.bolt_port is not None:
            raise
        port = choose_port(None, None)  # somebody took the port since we looked
        write_configuration(home, port, launch.memory, launch.confined)
        _run(launch, port, password, options)
    return _connection(port, password)


def _run(launch: Launch, port: int, password: str, options: EngineOptions) -> None:
    home, connection = launch.home, _connection(port, password)
    log_start = log_size(home)
    state = State(port=port, watcher=read_state(home).watcher, confined=_limits(options))
    write_state(home, state)  # should we be killed, the next start knows
    popen = spawn(launch)
    try:
        listening = wait_until_listening(popen, port)
        if listening:
            _prove(connection, home)
    except BaseException:  # an interrupt as well: nothing half-started stays behind
        popen.terminate()
        popen.wait()
        raise
    if not listening:
        raise explain(home, port, log_start)
    started_at = datetime.now(UTC).isoformat(timespec="seconds")
    detach(popen)
    _remember(home, replace(state, pid=popen.pid, started_at=started_at, idle_hours=options.idle_hours))


def _stop(home: Home, seconds: float = STOP_SECONDS) -> bool:
    state = read_state(home)
    process = find_process(home, state.pid)
    idle.end_watcher(home, state)
    if process is None:
        return False
    end(process, seconds)
    return True


def _remember(home: Home, state: State) -> None:
    state = replace(state, watcher=idle.watcher_for(home, state))
    if state != read_state(home):  # a full disk keeps nobody from reading
        write_state(home, state)


def _prove(connection: Connection, home: Home) -> None:
    try:
        run_all(connection, ["RETURN 1"])
    except RefusedPasswordError as error:
        raise GraphUnavailableError(
            f"the engine refuses the password in {home.password_file}",
            hint="put the file back from a backup, or `ossatlas engine remove` and load again",
        ) from error


def _limits(options: EngineOptions) -> str:
    return repr(options.confined) if options.confined else ""


def _connection(port: int, password: str) -> Connection:
    return Connection(f"bolt://127.0.0.1:{port}", USER, password, embedded=True)
