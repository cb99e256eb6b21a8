"""Files of an installation with other bytes than were written there: it mends itself, or says which and what to do.

Elsewhere: password files and a state that is lost under a running engine (tests/graph/engine/test_server.py), torn jars
(test_install.py beside it), caches of replies (tests/ingest/web), tokens and jobs (tests/api/test_beside.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.engine import aot
from graph.engine.home import Home
from graph.engine.java import find_java
from graph.engine.lock import locked_jars, locked_versions
from tests.faults.installation import Installation, table

GARBAGE = b"\xff\xfe\x00 damaged"
ROWS = 200


@pytest.fixture(scope="module")
def came_to(whole: Installation) -> str:
    """The hash of a graph that was loaded by an engine with a damaged ahead-of-time cache."""
    home = Home.of(whole.options)
    file = aot.cache_file(home, find_java(None))
    file.parent.mkdir(parents=True)
    file.write_bytes(GARBAGE * 99)
    ended = whole.ended(whole.load(table(whole.folder / "people.csv", ROWS)))
    assert ended.code == 0, ended.err
    return whole.hash()


@contextmanager
def damaged(file: Path, content: bytes) -> Iterator[None]:
    """Inside, the file holds something else."""
    held = file.read_bytes()
    file.unlink()  # not overwritten: other installations may share its bytes
    file.write_bytes(content)
    yield
    file.unlink()
    file.write_bytes(held)


def test_what_is_remembered_between_commands_can_be_lost(whole: Installation, came_to: str) -> None:
    for name in ("at-work.lock", "last-used", "neo4j-version"):
        file = Home.of(whole.options).root / name
        with damaged(file, GARBAGE):
            assert whole.hash() == came_to, name


def test_an_engine_that_rests_is_not_started_on_damaged_files_and_its_data_stay(
    whole: Installation, came_to: str
) -> None:
    whole.end()
    home = Home.of(whole.options)
    jar = next(jar for jar in locked_jars() if jar.artifact == "neo4j-kernel")
    path = home.jars / jar.place
    with damaged(path, bytes(jar.size)):
        ended = whole.run("graph-hash")
    assert (ended.code, ended.sentence) == (5, f"{path} is damaged")
    assert "`ossatlas engine install` fetches it anew" in ended.err
    with damaged(home.version_file, GARBAGE):
        ended = whole.run("graph-hash")
    assert (ended.code, ended.sentence.partition("is of")[2].split(";")[0]) == (8, " Neo4j an unknown version")
    assert f"write {locked_versions().neo4j} into it" in ended.err
    home.state_file.write_bytes(GARBAGE)
    assert whole.hash() == came_to
