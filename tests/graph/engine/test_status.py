from pathlib import Path

from graph.engine.home import Home
from graph.engine.lock import locked_versions
from graph.engine.options import EngineOptions
from graph.engine.status import disk_bytes, read_status


def test_an_engine_that_was_never_installed_has_a_status_too(tmp_path: Path) -> None:
    status = read_status(EngineOptions(tmp_path / "absent", idle_hours=3))
    assert (status.installed, status.running, status.pid, status.uri) == (False, False, None, None)
    assert (status.disk_bytes, status.memory_bytes, status.idle_hours) == (0, None, 3)
    assert status.versions == locked_versions()
    assert not (tmp_path / "absent").exists()


def test_a_java_that_does_not_fit_is_none(tmp_path: Path) -> None:
    assert read_status(EngineOptions(tmp_path, java_home=tmp_path)).java is None


def test_shared_jars_count_as_installed(options: EngineOptions) -> None:
    assert read_status(options).installed


def test_all_files_count_as_disk(home: Home) -> None:
    before = disk_bytes(home)
    (home.neo4j / "import" / "a.csv").write_bytes(b"x" * 1000)
    assert disk_bytes(home) == before + 1000
