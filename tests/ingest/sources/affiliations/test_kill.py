"""A load that is killed at any moment is continued, and ends in the same graph."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random

import pytest

from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from tests.conftest import wipe
from tests.ingest.sources.affiliations.loader import start
from tests.killing import KILLS, Load, kill_again_and_again


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
    prepare(database)
    load = Load(
        partial(start, connection, written(tmp_path)), partial(wipe, database), partial(graph_hash, database)
    )  # fmt: skip
    assert len(kill_again_and_again(load, Random(3))) == KILLS  # noqa: S311 - moments, not secrets
