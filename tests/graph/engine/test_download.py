import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from graph.engine.download import (
    TRIES,
    Download,
    damaged_jars,
    fetch_jars,
    missing_jars,
    public,
    remove_strangers,
)
from graph.engine.lock import Jar
from graph.engine.port import choose_port
from graph.engine.report import LogReport
from graph.errors import SourceError, StorageError
from tests.graph.engine.conftest import jar_of
from tests.graph.engine.repository import Repository, busy, cut, garble, ignore_range

CONTENT = bytes(range(256)) * 700


class Steps:
    """A report that keeps the bytes it was told."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def say(self, message: str) -> None:
        raise AssertionError(message)

    def progress(self, task: str, done: int, total: int) -> None:
        assert task
        self.seen.append((done, total))


def offered(repository: Repository, content: bytes = CONTENT, name: str = "small") -> Jar:
    jar = jar_of(content, name)
    repository.files[jar.path] = content
    return jar


def fetch(repository: Repository, folder: Path, *jars: Jar) -> list[tuple[int, int]]:
    steps = Steps()
    fetch_jars(jars, Download(repository.url, folder, pause=0.001), steps)
    return steps.seen


def test_many_jars_arrive_whole_and_the_bar_ends_full(repository: Repository, tmp_path: Path) -> None:
    jars = [offered(repository, bytes([n]) * (n + 1) * 900, f"jar-{n}") for n in range(30)]
    seen = fetch(repository, tmp_path, *jars)
    assert damaged_jars(jars, tmp_path) == []
    total = sum(jar.size for jar in jars)
    assert seen[-1] == (total, total)
    assert not list(tmp_path.rglob("*.part"))


def test_a_cut_jar_is_continued_where_it_broke_off(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    repository.faults[jar.path] = [cut]
    seen = fetch(repository, tmp_path, jar)
    assert repository.asked == [(jar.path, None), (jar.path, f"bytes={len(CONTENT) // 2}-")]
    assert (tmp_path / jar.place).read_bytes() == CONTENT
    assert max(seen) == seen[-1] == (jar.size, jar.size)


def test_half_a_jar_of_an_earlier_run_is_continued(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / f"{jar.name}.part").write_bytes(CONTENT[:1000])
    fetch(repository, tmp_path, jar)
    assert repository.asked == [(jar.path, "bytes=1000-")]
    assert (tmp_path / jar.place).read_bytes() == CONTENT


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(at=st.integers(0, len(CONTENT)))
def test_wherever_a_run_broke_off_the_next_one_ends_it(repository: Repository, tmp_path: Path, at: int) -> None:
    jar = offered(repository)
    (tmp_path / "lib").mkdir(exist_ok=True)
    (tmp_path / "lib" / f"{jar.name}.part").write_bytes(CONTENT[:at])
    fetch(repository, tmp_path, jar)
    assert damaged_jars([jar], tmp_path) == []


def test_a_repository_that_knows_no_ranges_sends_all_again(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    repository.faults[jar.path] = [cut, ignore_range]
    fetch(repository, tmp_path, jar)
    assert (tmp_path / jar.place).read_bytes() == CONTENT


def test_foreign_bytes_in_an_earlier_part_are_thrown_away(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / f"{jar.name}.part").write_bytes(b"<html>please log in</html>")
    fetch(repository, tmp_path, jar)
    assert damaged_jars([jar], tmp_path) == []


def test_a_repository_out_of_order_for_a_moment_is_asked_again(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    repository.faults[jar.path] = [busy, busy]
    fetch(repository, tmp_path, jar)
    assert len(repository.asked) == 3


def test_a_wrong_checksum_is_named_and_leaves_nothing(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    repository.faults[jar.path] = [garble] * TRIES
    with pytest.raises(SourceError, match=f"{jar.name} has the wrong checksum: found sha256 .*, expected {jar.sha256}"):
        fetch(repository, tmp_path, jar)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_jar_that_breaks_off_each_time_is_named(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    repository.faults[jar.path] = [lambda handler, _: handler.answer(200, b"x", length=9)] * TRIES
    with pytest.raises(SourceError, match=jar.name):
        fetch(repository, tmp_path, jar)


def test_a_jar_that_is_not_there_fails_at_once(repository: Repository, tmp_path: Path) -> None:
    jar = jar_of(CONTENT)
    with pytest.raises(SourceError, match="answers 404 Not Found") as caught:
        fetch(repository, tmp_path, jar)
    assert len(repository.asked) == 1
    assert caught.value.exit_code == 6
    assert "MAVEN_REPOSITORY_URL" in caught.value.hint


def test_one_bad_jar_keeps_those_that_came(repository: Repository, tmp_path: Path) -> None:
    good = [offered(repository, CONTENT, f"good-{n}") for n in range(3)]
    with pytest.raises(SourceError, match="404"):
        fetch(repository, tmp_path, *good, jar_of(b"absent", "absent"))
    kept = len(good) - len(missing_jars(good, tmp_path))
    fetch(repository, tmp_path, *missing_jars(good, tmp_path))
    assert kept >= 0
    assert missing_jars(good, tmp_path) == []


def test_without_a_network_the_sentence_names_the_address(tmp_path: Path) -> None:
    port = choose_port(None, None)
    with pytest.raises(SourceError, match=rf"http://127\.0\.0\.1:{port}/.* cannot be fetched: .*refused"):
        fetch_jars([jar_of(CONTENT)], Download(f"http://127.0.0.1:{port}", tmp_path, pause=0.001), LogReport())


@pytest.mark.parametrize("url", ["nonsense", "ftp://example.org", "http://[::1"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(SourceError):
        fetch_jars([jar_of(CONTENT)], Download(url, tmp_path, pause=0.001), LogReport())


def test_a_folder_that_cannot_be_written_is_named(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    (tmp_path / "lib" / f"{jar.name}.part").mkdir(parents=True)
    with pytest.raises(StorageError, match=r"small-1\.0\.jar cannot be written"):
        fetch(repository, tmp_path, jar)


def test_sizes_find_torn_jars_and_checksums_find_changed_ones(tmp_path: Path) -> None:
    jars = [jar_of(b"abc", "whole"), jar_of(b"abcd", "torn"), jar_of(b"xyz", "changed"), jar_of(b"q", "absent")]
    (tmp_path / "lib").mkdir()
    for jar, content in zip(jars, [b"abc", b"ab", b"xyy"], strict=False):
        (tmp_path / jar.place).write_bytes(content)
    assert [jar.artifact for jar in missing_jars(jars, tmp_path)] == ["torn", "absent"]
    assert [jar.artifact for jar in damaged_jars(jars, tmp_path)] == ["torn", "changed", "absent"]


def test_jars_that_the_lock_does_not_know_are_removed(tmp_path: Path) -> None:
    jar = jar_of(b"abc")
    for folder in ("lib", "plugins"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / jar.name).write_bytes(b"abc")
    assert remove_strangers([jar], tmp_path) == [tmp_path / "plugins" / jar.name]
    assert (tmp_path / jar.place).exists()


def test_messages_never_show_a_password_in_an_address() -> None:
    assert public("https://me:secret@mirror.example/m2/a.jar") == "https://mirror.example/m2/a.jar"


def test_jars_are_readable_files(repository: Repository, tmp_path: Path) -> None:
    jar = offered(repository)
    fetch(repository, tmp_path, jar)
    assert (tmp_path / jar.place).stat().st_mode & stat.S_IRUSR
