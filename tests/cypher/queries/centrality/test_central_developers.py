"""The most central developers, machines only where they are wanted."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from graph.database import Database

STORED = """
CREATE (:Developer {key: 'github:@ann', login: 'ann', pagerank: 2.0}),
       (:Developer {key: 'github:@robot', login: 'robot', pagerank: 9.0, bot: true}),
       (:Developer {key: 'github:@bob', login: 'bob', pagerank: 1.0}),
       (:Developer {key: 'github:@eve', login: 'eve'})
"""


@pytest.mark.parametrize(("bots", "found"), [(False, [[1, "ann"], [2, "bob"]]), (True, [[1, "robot"], [2, "ann"]])])
def test_machines_show_where_they_are_wanted_and_the_places_are_of_those_shown(
    database: Database, *, bots: bool, found: list[list[object]]
) -> None:
    database.write(STORED)
    rows = database.read(catalogue().find("central-developers").text, {"by": "pagerank", "bots": bots, "limit": 2}).rows
    assert [list(row[:2]) for row in rows] == found
