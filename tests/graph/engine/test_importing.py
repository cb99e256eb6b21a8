"""A database beside the engine's own: put in its place whole, or cleared away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph.database import Database
from graph.engine import server
from graph.engine.home import Home, make_folders
from graph.engine.importing import Import, Part, Refill, clear, is_incomplete, put_in_place
from graph.engine.options import EngineOptions
from graph.engine.process import ADMIN
from graph.errors import BadInputError, GraphUnavailableError


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "engine", tmp_path / "engine")
    make_folders(made)
    return made


def place(root: Path, part: str, holds: str) -> Path:
    folder = root / "data" / part / "neo4j"
    folder.mkdir(parents=True)
    (folder / "store").write_text(holds, encoding="utf-8")
    return folder / "store"


def test_a_database_that_is_ready_takes_the_place_of_the_old_one(home: Home) -> None:
    stores = [place(home.neo4j, part, "old") for part in ("databases", "transactions")]
    for part in ("databases", "transactions"):
        place(home.root / "import-ready", part, "new")
    put_in_place(home)
    assert [store.read_text("utf-8") for store in stores] == ["new", "new"]
    assert is_incomplete(home), "until its indexes are made"


def test_a_kill_between_its_two_parts_is_mended_by_the_next_start(home: Home) -> None:
    stores = [place(home.neo4j, "databases", "new"), place(home.neo4j, "transactions", "old")]
    place(home.root / "import-ready", "transactions", "new")
    put_in_place(home)
    put_in_place(home)
    assert [store.read_text("utf-8") for store in stores] == ["new", "new"]


def test_without_one_that_is_ready_nothing_changes(home: Home) -> None:
    store = place(home.neo4j, "databases", "old")
    place(home.root / "import", "databases", "half")
    put_in_place(home)
    assert not is_incomplete(home)
    assert store.read_text("utf-8") == "old"


def test_what_a_killed_import_left_is_cleared_with_its_importer(home: Home) -> None:
    place(home.root / "import", "databases", "half")
    words = [ADMIN, f"--report-file={home.root / 'import' / 'report'}"]
    left = subprocess.Popen([sys.executable, "-c", "input()", *words], stdin=subprocess.PIPE)
    other = subprocess.Popen([sys.executable, "-c", "input()", ADMIN, "--report-file=other"], stdin=subprocess.PIPE)
    try:
        clear(home)
        assert not psutil.pid_exists(left.pid)
        assert other.poll() is None
        assert not (home.root / "import").exists()
    finally:
        left.returncode = 0
        other.kill()
        other.communicate()
        if left.stdin:
            left.stdin.close()


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[EngineOptions]:
    options = EngineOptions(
        tmp_path_factory.mktemp("importing"),
        heap_mb=512, page_cache_mb=64, idle_hours=0.5, downloads=downloads, reserve_mb=0, lock_seconds=240,
    )  # fmt: skip
    yield options
    server.stop(options)


def files(folder: Path, rows: str) -> Import:
    """An import of `T` nodes with these rows."""
    head, body = folder / "t.header.csv", folder / "t.csv"
    head.write_text("key:ID(T),n:long\n", encoding="utf-8")
    body.write_text(rows, encoding="utf-8")
    return Import([Part("nodes", "T", (head, body))], "\x1f")


def refilled(engine: EngineOptions, rows: str) -> list[list[object]]:
    with Database(server.refill(engine, Refill(lambda folder: files(folder, rows), lambda _: None))) as database:
        return database.read("MATCH (t:T) RETURN t.key, t.n ORDER BY t.key").rows


def test_the_engine_gets_another_database_and_keeps_its_password_and_port(engine: EngineOptions) -> None:
    before = server.start(engine)
    with Database(before) as database:
        database.write("CREATE (:T {key: 'old'})")
    assert refilled(engine, '"a",1\n"b",2\n') == [["a", 1], ["b", 2]]
    assert server.start(engine) == before
    with Database(before) as database:
        made = database.read("SHOW CONSTRAINTS YIELD name WHERE name = 'developer_key' RETURN count(*)").rows
    assert made == [[1]]
    assert not is_incomplete(Home.of(engine))


def test_an_importer_that_fails_says_why_in_one_sentence_and_the_old_database_stays(engine: EngineOptions) -> None:
    with Database(server.start(engine)) as database:
        database.write("MATCH (n) DETACH DELETE n")
        database.write("CREATE (:T {key: 'old', n: 7})")
    with pytest.raises(GraphUnavailableError, match=r"Neo4j.s importer failed: .+") as caught:
        refilled(engine, '"a",many\n')
    assert "\n" not in str(caught.value)
    with Database(server.start(engine)) as database:
        assert database.read("MATCH (t:T) RETURN t.key, t.n").rows == [["old", 7]]
    assert not (Home.of(engine).root / "import").exists()


def test_a_database_that_has_to_stay_stays_and_the_engine_goes_on(engine: EngineOptions) -> None:
    def refuse(_: object) -> None:
        raise BadInputError("it has to stay")

    server.start(engine)
    pid = server.status(engine).pid
    with pytest.raises(BadInputError, match="it has to stay"):
        server.refill(engine, Refill(lambda folder: files(folder, ""), refuse))
    assert server.status(engine).pid == pid


def test_a_kill_before_the_indexes_are_made_is_mended_by_the_next_start(engine: EngineOptions) -> None:
    home = Home.of(engine)
    with Database(server.start(engine)) as database:
        database.run_alone("DROP CONSTRAINT developer_key IF EXISTS")
    (home.root / "import-ready").mkdir()
    with Database(server.start(engine)) as database:
        assert database.read("SHOW CONSTRAINTS YIELD name WHERE name = 'developer_key' RETURN count(*)").rows == [[1]]
    assert not is_incomplete(home)
