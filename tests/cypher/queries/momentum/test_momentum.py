from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_projects_stand_in_quadrants_by_momentum_and_size(series: Database) -> None:
    rows = asked(series, "momentum", metric="quadrants")
    assert column(rows, "repository", "size", "momentum", "quadrant") == [
        ("q/little", 2.0, 1.0, "small and rising"),
        ("q/up", 150.0, 0.5, "large and rising"),
        ("q/down", 100.0, -0.5, "large and falling"),
        ("q/less", 1.0, -0.75, "small and falling"),
        ("q/short", 10.0, None, None),
    ]


def test_what_was_measured_here_is_not_set_beside_what_is_published(series: Database) -> None:
    assert {*column(asked(series, "momentum", metric="quadrants"), "preset")} == {"told"}
    (own,) = asked(series, "momentum", metric="quadrants", preset="global-2026/1")
    assert (own["repository"], own["size"]) == ("q/own", 5000.0)


@pytest.mark.parametrize(("month", "momentum"), [("2025-06", 0.5), ("2025-05", None)])
def test_twelve_months_are_needed(series: Database, month: str, momentum: float | None) -> None:
    (row,) = asked(series, "momentum", metric="quadrants", repositories=["q/up"], month=month)
    assert row["momentum"] == momentum
