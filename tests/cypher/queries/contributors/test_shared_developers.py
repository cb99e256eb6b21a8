from __future__ import annotations

from math import sqrt

import pytest

from graph.database import Database
from graph.errors import BadInputError
from tests.cypher.queries.told import asked, column

TWO, THREE = ["s/one", "s/two"], ["s/one", "s/two", "s/three"]


def test_two_repositories_share_those_who_worked_in_both(people: Database) -> None:
    rows = asked(people, "shared-developers", repositories=TWO)
    assert column(rows, "developer", "contributions", "total") == [("ben", [10, 1], 11), ("ann", [4, 4], 8)]
    assert rows[1]["organizations"] == ["Northern Works"]
    assert rows[0]["sources"] == ["gharchive", "gharchive"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["ann", "ben", "cid"]),
        ({"at_least": 2}, ["ann", "ben", "cid"]),
        ({"at_least": 3}, ["ann"]),
        ({"all": True}, ["ann"]),
    ],
)
def test_at_least_so_many_of_them_or_all(people: Database, given: dict[str, object], found: list[str]) -> None:
    assert column(asked(people, "shared-developers", repositories=THREE, **given), "developer") == found


@pytest.mark.parametrize(
    ("weight", "found"),
    [
        ("total", [("ben", 11.0), ("ann", 8.0)]),
        ("collaboration", [("ann", 2.0), ("ben", pytest.approx(10 / 11))]),
        ("strength", [("ben", 1.0), ("ann", 0.5)]),
    ],
)
def test_the_weight_decides_who_comes_first(people: Database, weight: str, found: list[tuple[str, float]]) -> None:
    rows = asked(people, "shared-developers", repositories=TWO, weight=weight)
    assert column(rows, "developer", "weight") == found


def test_of_three_repositories_each_pair_counts(people: Database) -> None:
    (row,) = asked(people, "shared-developers", repositories=THREE, all=True, weight="collaboration")
    assert row["weight"] == pytest.approx(4 * 4 / 8 + 2 * (4 * 2 / 6))


def test_weighed_by_activity_collaboration_is_that_of_opendigger(people: Database) -> None:
    both = ["k/talk", "b/talk"]
    assert asked(people, "shared-developers", repositories=both) == []
    (row,) = asked(people, "shared-developers", repositories=both, activity="activity", weight="collaboration")
    a, b = sqrt(0.5252 * 4), sqrt(0.5252 * 100)
    assert (row["developer"], row["contributions"]) == ("cal", [pytest.approx(a), pytest.approx(b)])
    assert row["weight"] == pytest.approx(a * b / (a + b))
    (row,) = asked(people, "shared-developers", repositories=both, activity="activity", weight="strength")
    assert row["weight"] == 1


def test_another_activity_has_other_developers(people: Database) -> None:
    rows = asked(people, "shared-developers", repositories=TWO, activity="reviews")
    assert column(rows, "developer", "contributions") == [("cid", [2, 5])]


def test_outside_of_the_window_nothing_counts_and_machines_only_when_asked_for(people: Database) -> None:
    assert asked(people, "shared-developers", repositories=TWO, from_="2024-02") == []
    assert "dependabot[bot]" in column(asked(people, "shared-developers", repositories=TWO, bots=True), "developer")


def test_one_repository_or_more_than_twenty_are_refused(people: Database) -> None:
    for number in (1, 21):
        with pytest.raises(BadInputError, match=f"found {number} .*expected 2 to 20 different values"):
            asked(people, "shared-developers", repositories=[f"o/{n}" for n in range(number)])


def test_what_a_developer_only_starred_is_none_of_their_repositories(people: Database) -> None:
    rows = asked(people, "shared-developers", repositories=["z/one", "z/three"], weight="strength")
    assert column(rows, "developer", "weight") == [("bob2", 1.0), ("ann2", 1.0)]
