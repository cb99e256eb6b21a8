"""The lines of `docs/backup.md` for large stores, as they stand there, on an engine of their own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from graph.canonical import graph_hash
from graph.database import Database
from graph.engine import server
from graph.engine.java import find_java
from graph.engine.options import EngineOptions
from graph.load import load, prepare
from tests.graph.bulk.conftest import engine  # noqa: F401 - a fixture
from tests.graph.worlds import lines, origin, wipe

PAGE = Path(__file__).parents[3] / "docs" / "backup.md"


def typed(word: str, options: EngineOptions, backups: Path) -> None:
    """Type the line of the page with `word`; the tests' jars lie elsewhere."""
    home = server.paths(options)
    line = next(line for line in PAGE.read_text().splitlines() if f"AdminTool database {word}" in line)
    line = line.replace("/backups", str(backups)).replace("$engine/jars", str(home.jars))
    given = dict(re.findall(r'(NEO4J_\w+)="\$engine/(\S+)"', PAGE.read_text()))
    told = [f"export {name}={home.root / path}" for name, path in given.items()]
    java = f"java={find_java(options.java_home).executable}"
    done = subprocess.run(["bash", "-c", "\n".join([*told, java, line])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.timeout(300)
def test_a_store_is_dumped_and_loaded_as_the_page_says(
    engine: EngineOptions,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    with Database(server.start(engine)) as database:
        wipe(database)
        prepare(database)
        load(database, origin("git"), lines(20))
        before = graph_hash(database)
    server.stop(engine)
    typed("dump", engine, tmp_path)
    with Database(server.start(engine)) as database:
        wipe(database)
    server.stop(engine)
    typed("load", engine, tmp_path)
    with Database(server.start(engine)) as database:
        assert graph_hash(database) == before
        wipe(database)
