import re
from pathlib import Path

import pytest

from graph.engine.failure import explain, explain_import, log_size
from graph.engine.home import Home
from graph.errors import AtlasError, GraphUnavailableError, LockedError, StorageError

PORT = """ERROR Failed to start Neo4j on null.
java.lang.RuntimeException: Error starting Neo4j database server
Caused by: org.neo4j.kernel.lifecycle.LifecycleException: Component 'x' was successfully initialized, but failed
Caused by: org.neo4j.bolt.PortBindException: An error occurred while trying to bind to the socket /127.0.0.1:7687
"""
LOCKED = (
    "Caused by: org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: /h/store_lock."
)
SETTING = (
    "java.lang.IllegalArgumentException: Error evaluating value for setting 'db.x'. '0s' is not a valid integer value"
)
FULL = "Caused by: java.io.IOException: No space left on device"
MEMORY = "Error occurred during initialization of VM\nCould not reserve enough space for object heap"


@pytest.mark.parametrize(
    ("written", "kind", "sentence"),
    [
        (PORT, LockedError, "port 7687 is in use by another program"),
        (LOCKED, LockedError, "another Neo4j uses the data in "),
        (FULL, StorageError, "the disk of .* is full"),
        (SETTING, GraphUnavailableError, "it started: Error evaluating value for setting 'db.x'"),
        (MEMORY, GraphUnavailableError, "it started: Error occurred during initialization of VM"),
        ("", GraphUnavailableError, "it started: it wrote nothing"),
        ("some words", GraphUnavailableError, "it started: some words"),
    ],
)
def test_each_reason_is_one_sentence_of_the_right_kind(
    home: Home, written: str, kind: type[AtlasError], sentence: str
) -> None:
    home.log.write_text(written, encoding="utf-8")
    error = explain(home, 7687, 0)
    assert isinstance(error, kind)
    assert re.search(sentence, str(error))
    assert "\n" not in str(error)


def test_what_an_earlier_start_wrote_is_not_blamed_on_this_one(home: Home) -> None:
    home.log.write_text(PORT, encoding="utf-8")
    size = log_size(home)
    with home.log.open("a", encoding="utf-8") as log:
        log.write(SETTING)
    assert "setting 'db.x'" in str(explain(home, 7687, size))


def test_the_console_is_read_as_well(home: Home) -> None:
    home.console.write_text(MEMORY, encoding="utf-8")
    assert "initialization of VM" in str(explain(home, 7687, log_size(home)))


def test_a_home_without_a_log_has_none(home: Home) -> None:
    assert log_size(home) == 0


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("java.io.IOException: No space left on device", StorageError, "the disk of .* is full"),
        ("Exception in thread: java.lang.OutOfMemoryError: Java heap space", StorageError, "ran out of memory"),
        (
            "ok\nCaused by: org.x.InputException: no number in line 3\nat x",
            GraphUnavailableError,
            "no number in line 3",
        ),
        ("", GraphUnavailableError, "it wrote nothing"),
    ],
)
def test_an_importer_that_failed_is_explained_in_one_sentence(
    tmp_path: Path, text: str, error: type[AtlasError], words: str
) -> None:
    explained = explain_import(tmp_path, text)
    assert type(explained) is error
    assert re.search(words, str(explained))
    assert "\n" not in str(explained)
