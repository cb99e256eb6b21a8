from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.engine import aot
from graph.engine.home import Home
from graph.engine.java import Java, find_java
from graph.engine.lock import locked_jars
from graph.engine.report import LogReport
from tests.graph.engine.test_process import SLEEPER, running

JAVA = Java(Path("/j/bin/java"), "25.0.2")


class Sentences(list[str]):
    """A report that keeps its sentences."""

    def say(self, message: str) -> None:
        self.append(message)

    def progress(self, task: str, done: int, total: int) -> None:
        raise AssertionError((task, done, total))


def test_another_java_or_place_of_the_jars_has_another_cache(home: Home, tmp_path: Path) -> None:
    files = {
        aot.cache_file(home, JAVA).name,
        aot.cache_file(home, replace(JAVA, version="25.0.3")).name,
        aot.cache_file(Home(home.root, tmp_path), JAVA).name,
    }
    assert len(files) == 3


def test_java_is_told_of_the_cache_once_there_is_one(home: Home) -> None:
    assert aot.start_flags(home, JAVA) == ()
    aot.cache_file(home, JAVA).touch()
    assert aot.start_flags(home, JAVA)[0] == f"-XX:AOTCache={aot.cache_file(home, JAVA)}"


def test_a_java_without_such_caches_is_not_trained(home: Home) -> None:
    assert aot.is_wanted(home, JAVA)
    assert not aot.is_wanted(home, replace(JAVA, version="21.0.1"))


def test_a_failed_training_run_is_said_and_not_tried_at_each_start(home: Home, tmp_path: Path) -> None:
    program = tmp_path / "java"
    program.write_text("#!/bin/sh\necho broken >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    said = Sentences()
    aot.train(home, Java(program, "25.0.2"), locked_jars(), said)
    assert said[1:] == ["Starts will take a few seconds longer: Neo4j does not take its first password: broken"]
    assert not aot.is_wanted(home, Java(program, "25.0.2"))
    assert [path.suffix for path in home.aot.iterdir()] == [".failed"]


def test_what_earlier_runs_left_is_cleared_away_with_its_engine(home: Home, tmp_path: Path) -> None:
    left = home.aot / "training-killed"
    left.mkdir()
    (home.aot / "engine-of-another-lock.aot").touch()
    gone = Java(tmp_path / "no-java", "25.0.2")
    for process in running(SLEEPER, "org.neo4j.server.CommunityEntryPoint", f"--home-dir={left / 'neo4j'}"):
        aot.train(home, gone, locked_jars(), LogReport())
        process.wait(30)  # it would sleep for 600; its code is lost where psutil saw its end first
        assert not psutil.pid_exists(process.pid)
    assert [path.name for path in home.aot.iterdir()] == [aot.cache_file(home, gone).with_suffix(".failed").name]


def test_install_made_a_cache_for_this_java(downloads: Path) -> None:
    java = find_java(None)
    if not java.has_aot:
        pytest.skip(f"Java {java.version} keeps no ahead-of-time cache")
    file = aot.cache_file(Home(downloads, downloads), java)
    assert file.stat().st_size > 50 * 2**20
