from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column, mapped


@pytest.mark.parametrize(("share", "needed"), [(0.5, 1), (0.51, 2), (0.8, 2), (0.81, 3), (1, 3)])
def test_the_fewest_who_hold_the_share(people: Database, share: float, needed: int) -> None:
    (row,) = asked(people, "bus-factor", repositories=["b/core"], share=share)
    assert (row["bus_factor"], row["developers"], row["contributions"]) == (needed, 3, 100)
    assert row["top"] == ["amy", "bob", "cat"][:needed]


def test_equal_work_is_held_by_half_of_the_people_rounded_up(people: Database) -> None:
    (row,) = asked(people, "bus-factor", repositories=["b/flat"])
    assert (row["bus_factor"], row["developers"]) == (6, 11)


def test_it_says_how_much_could_be_given_to_a_login(people: Database) -> None:
    rows = asked(people, "bus-factor", repositories=["b/core", "b/flat"])
    assert mapped(rows, "repository", "attributed") == {"b/core": 0.8, "b/flat": None}


def test_a_window_without_work_has_no_row(people: Database) -> None:
    assert (
        column(asked(people, "bus-factor", repositories=["b/core"], from_="2025-01", to="2025-02"), "bus_factor") == []
    )
