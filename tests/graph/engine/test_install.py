from dataclasses import replace
from pathlib import Path

import pytest

from graph.engine import server
from graph.engine.lock import locked_jars
from graph.engine.options import EngineOptions
from graph.engine.port import choose_port
from graph.errors import SourceError, StorageError
from tests.graph.engine.repository import Repository
from tests.graph.engine.test_aot import Sentences


class Heard(Sentences):
    """A report that takes progress as well."""

    def progress(self, task: str, done: int, total: int) -> None:
        assert 0 <= done <= total, task


def test_the_first_start_without_a_network_is_one_sentence_and_leaves_no_engine(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{choose_port(None, None)}"
    options = EngineOptions(tmp_path, maven_url=url, reserve_mb=0)
    with pytest.raises(SourceError, match=rf"{url}/.*\.jar cannot be fetched") as caught:
        server.start(options, Heard())
    assert caught.value.exit_code == 6
    assert not server.status(options).running
    assert not server.status(options).installed


def test_a_repository_without_the_jars_is_named_and_the_licences_are_said_before(
    tmp_path: Path, repository: Repository
) -> None:
    said = Heard()
    with pytest.raises(SourceError, match="answers 404"):
        server.install(EngineOptions(tmp_path, maven_url=repository.url, reserve_mb=0), said)
    assert "GPL-3.0" in said[0]
    assert repository.url in said[0]


def test_too_little_disk_is_said_before_anything_is_fetched(tmp_path: Path, repository: Repository) -> None:
    options = EngineOptions(tmp_path, maven_url=repository.url, reserve_mb=2**30)
    with pytest.raises(StorageError, match="MiB free; the engine needs"):
        server.start(options, Heard())
    assert repository.asked == []


def test_a_torn_jar_alone_is_fetched_again(tmp_path: Path, downloads: Path, repository: Repository) -> None:
    (tmp_path / "engine" / "jars" / "lib").mkdir(parents=True)
    (tmp_path / "engine" / "jars" / "plugins").mkdir()
    torn = locked_jars()[0]
    for jar in locked_jars():
        (tmp_path / "engine" / "jars" / jar.place).hardlink_to(downloads / "jars" / jar.place)
    (tmp_path / "engine" / "jars" / torn.place).unlink()
    (tmp_path / "engine" / "jars" / torn.place).write_bytes(b"torn")
    options = EngineOptions(tmp_path, maven_url=repository.url, reserve_mb=0)
    with pytest.raises(SourceError, match=torn.name):
        server.start(options, Heard())
    assert {path for path, _ in repository.asked} == {torn.path}


def test_a_second_install_fetches_nothing(options: EngineOptions, repository: Repository) -> None:
    said = Heard()
    server.install(replace(options, maven_url=repository.url), said)
    assert repository.asked == []
    assert said == []
