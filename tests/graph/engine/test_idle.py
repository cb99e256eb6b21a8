import os
import time
from dataclasses import replace

import psutil
import pytest

from graph.database import Database
from graph.engine import server
from graph.engine.home import Home
from graph.engine.idle import end_idle, end_watcher, is_used, seconds_left, touch, watch, watcher_for
from graph.engine.options import EngineOptions
from graph.engine.process import find_process
from graph.engine.state import State, read_state, write_state

MOMENT = 1e-6
"""Hours: a few milliseconds."""


def test_an_engine_that_nobody_uses_ends_by_itself(options: EngineOptions) -> None:
    server.start(replace(options, idle_hours=MOMENT))
    home = Home.of(options)
    state = read_state(home)
    engine = find_process(home, state.pid)
    ended = [process for process in (engine, psutil.Process(state.watcher)) if process]
    _, alive = psutil.wait_procs(ended, timeout=60)
    assert alive == []
    assert not server.status(options).running


def test_an_open_connection_keeps_it_and_never_idle_needs_no_watcher(options: EngineOptions) -> None:
    connection = server.start(replace(options, idle_hours=0))
    home = Home.of(options)
    assert read_state(home).watcher is None
    engine = find_process(home, read_state(home).pid)
    assert engine is not None
    port = read_state(home).port
    assert port is not None
    try:
        with Database(connection) as database:
            database.read("RETURN 1")
            assert is_used(engine, port)
            day_ago = time.time() - 86_400
            os.utime(home.last_used_file, (day_ago, day_ago))  # or somebody set the clock a day on
            assert not end_idle(home)
    finally:
        server.stop(options)
    assert not is_used(engine, port)


def test_the_time_left_counts_from_the_last_use(home: Home) -> None:
    state = State(idle_hours=1)
    assert seconds_left(home, state) == 0
    touch(home)
    assert seconds_left(home, state) == pytest.approx(3600, abs=60)
    long_ago = time.time() - 7200
    os.utime(home.last_used_file, (long_ago, long_ago))
    assert seconds_left(home, state) == pytest.approx(-3600, abs=60)


def test_watching_what_does_not_run_ends_at_once(home: Home) -> None:
    write_state(home, State(port=7687, pid=os.getpid(), idle_hours=1))
    watch(home)


def test_one_watcher_is_enough_and_ends_when_told(home: Home) -> None:
    none_yet = State(port=7687, pid=None, idle_hours=1)
    write_state(home, none_yet)
    pid = watcher_for(home, none_yet)
    state = replace(none_yet, watcher=pid)
    end_watcher(home, state)
    assert pid is not None
    assert not psutil.pid_exists(pid)


def test_a_number_that_another_program_has_is_no_watcher(home: Home) -> None:
    end_watcher(home, State(watcher=os.getpid()))
    assert watcher_for(home, State(watcher=os.getpid(), idle_hours=0)) is None
