"""A load that is killed at any moment is continued, and ends in the same graph."""

from __future__ import annotations

import threading
from pathlib import Path
from random import Random

import pytest

from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from tests.conftest import wipe
from tests.ingest.sources.affiliations.loader import load_files, start

KILLS = 20


def written(folder: Path) -> list[str]:
    """A list of invented people and a map of their addresses, with some lines that are refused."""
    people = "".join(
        f"dev-{n}: dev{n}!x.example\n\tGoogle until 2018-01-01\n\tAcme {n % 7} from 2018-01-01\n"
        + ("\tBolt from never\n" if n % 50 == 0 else "")
        for n in range(900)
    )
    (folder / "list.txt").write_text(people)
    (folder / "email-map").write_text("".join(f"dev{n}@x.example Cog {n % 5} < 2021-01-01\n" for n in range(900)))
    return [str(folder / "list.txt"), str(folder / "email-map")]


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    tmp_path: Path, database: Database, connection: Connection
) -> None:
    files, random = written(tmp_path), Random(3)  # noqa: S311 - moments, not secrets
    prepare(database)
    load_files(database, files)
    whole = graph_hash(database)
    wipe(database)
    codes = []
    for _ in range(KILLS):
        process = start(connection, files)
        assert process.stdout is not None
        for _ in range(random.randrange(1, 6)):
            process.stdout.readline()
        timer = threading.Timer(random.choice([0.0, 0.0, 0.002, 0.01, 0.05]), process.kill)
        timer.daemon = True
        timer.start()
        process.communicate()
        codes.append(process.returncode)
    assert codes.count(-9) >= KILLS // 2, codes
    load_files(database, files)
    assert graph_hash(database) == whole
