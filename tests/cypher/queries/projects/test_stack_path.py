from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_down_to_the_ground_by_every_way(projects: Database) -> None:
    rows = asked(projects, "stack-path", repository="u/app")
    assert column(rows, "direction", "steps", "project", "path") == [
        ("down", 1, "u/middle", ["u/app", "u/middle"]),
        ("down", 1, "u/side", ["u/app", "u/side"]),
        ("down", 2, "u/ground", ["u/app", "u/middle", "u/ground"]),
        ("down", 2, "u/ground", ["u/app", "u/side", "u/ground"]),
    ]


def test_up_from_the_ground(projects: Database) -> None:
    rows = asked(projects, "stack-path", repository="u/ground", direction="up", depth=1)
    assert column(rows, "direction", "project", "path") == [
        ("up", "u/middle", ["u/middle", "u/ground"]), ("up", "u/side", ["u/side", "u/ground"]),
    ]  # fmt: skip


def test_both_ways_from_the_middle(projects: Database) -> None:
    rows = asked(projects, "stack-path", repository="u/middle")
    assert column(rows, "direction", "project") == [("down", "u/ground"), ("up", "u/app")]
