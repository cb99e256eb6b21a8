from __future__ import annotations

from math import sqrt

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.model import Table
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


def test_half_of_the_activity_is_held_by_others_than_half_of_the_merges(people: Database) -> None:
    (row,) = asked(people, "bus-factor", repositories=["b/talk"])
    assert (row["bus_factor"], row["developers"], row["contributions"], row["top"]) == (1, 2, 28, ["ada"])
    (row,) = asked(people, "bus-factor", repositories=["b/talk"], activity="activity")
    ada, bud, cal = sqrt(2.0339 * 16), 3 * sqrt(2.0339 * 4), sqrt(0.5252 * 100)  # root by month, then the sum
    assert row["contributions"] == pytest.approx(ada + bud + cal)
    assert (row["bus_factor"], row["developers"], row["top"]) == (2, 3, ["bud", "cal"])


def test_a_source_that_counts_but_a_part_tells_no_activity(people: Database) -> None:
    query = catalogue().find("bus-factor")
    answer = run(people, query, {"repositories": ["b/core"], "activity": "activity"})
    assert isinstance(answer, Table)
    assert answer.rows == []
    assert "b/core: no source tells of activity" in " ".join(answer.coverage.gaps)
