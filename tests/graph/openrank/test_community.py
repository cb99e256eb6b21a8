"""OpenRank within one repository: solved as a dense system, written beside the other series, kept while right."""

from __future__ import annotations

import numpy as np
import pytest

from graph.database import Database
from graph.load import load, prepare
from graph.openrank.community import COMMUNITY_METRIC, community_series, measure_community
from graph.openrank.months import Month
from graph.openrank.pairs import Pairs, pairs_of
from graph.openrank.presets import COMMUNITY
from tests.graph.worlds import origin, person, project

HERE = "github:1"
ACTIVITIES = ("opened_issues", "opened_prs", "closed_prs")
VALUES = (
    "MATCH (d)-[m:MEASURED {metric: $metric, preset: $preset, period: $period}]->() "
    "RETURN d.key, m.value, m.new + m.inherited ORDER BY d.key"
)


def pairs(*rows: tuple[str, str, list[float]], merged: tuple[str, ...] = ()) -> Pairs:
    return pairs_of(rows, ACTIVITIES, merged=merged, repository=HERE)


MARCH = Month("2025-03", pairs(("github:11", "1", [1, 0, 0]), ("github:12", "2", [0, 1, 0])))
APRIL = Month("2025-04", pairs(("github:11", "2", [0, 0, 1]), ("github:12", "2", [0, 1, 0]), merged=("2",)))


@pytest.fixture
def world(database: Database) -> Database:
    prepare(database)
    load(database, origin("github", method="api"), [person("ann", 11), person("ben", 12), project("o/x", 1)])
    return database


def values(database: Database, period: str) -> dict[object, float]:
    given = {"metric": COMMUNITY_METRIC, "preset": community_series(HERE), "period": period}
    return {key: float(str(value)) for key, value, _ in database.read(VALUES, given).rows}


def dense_march() -> list[float]:
    """March by hand: two developers, an issue, a pull request, and the repository as background, in this order."""
    shares = np.zeros((5, 5))  # from column to row; each has one neighbour
    for one, other in ((0, 2), (1, 3)):
        shares[other, one] = shares[one, other] = COMMUNITY.passed_on
    shares[4, :4] = 1 - COMMUNITY.passed_on
    shares[:4, 4] = 1 / 4
    kept = COMMUNITY.retention
    return list(np.linalg.solve(np.eye(5) - (1 - kept) * shares, np.full(5, kept * COMMUNITY.first)))


def test_a_month_is_the_solution_of_its_equations(world: Database) -> None:
    list(measure_community(world, HERE, [MARCH]))
    ann, ben, _, _, repository = dense_march()
    assert values(world, "2025-03") == pytest.approx({"github:11": ann, "github:12": ben, HERE: repository}, abs=1e-8)


def test_issues_are_not_written_and_a_merge_raises_who_did_it(world: Database) -> None:
    first, second = measure_community(world, HERE, [MARCH, APRIL])
    assert (first.rows, second.rows) == (3, 3)
    assert values(world, "2025-04")["github:12"] > values(world, "2025-03")["github:12"]


def test_a_month_that_is_right_is_not_written_again_and_one_that_changed_is(world: Database) -> None:
    list(measure_community(world, HERE, [MARCH, APRIL]))
    assert [month.already for month in measure_community(world, HERE, [MARCH, APRIL])] == [True, True]
    other = Month("2025-04", pairs(("github:11", "3", [4, 0, 0])))
    assert [month.already for month in measure_community(world, HERE, [MARCH, other])] == [True, False]
    assert set(values(world, "2025-04")) == {"github:11", HERE}


def test_two_repositories_have_series_of_their_own(world: Database) -> None:
    list(measure_community(world, HERE, [MARCH]))
    load(world, origin("github", method="api", dataset="more"), [project("o/y", 2)])
    list(measure_community(world, "github:2", [Month("2025-03", pairs(("github:11", "7", [1, 0, 0])))]))
    assert set(values(world, "2025-03")) == {"github:11", "github:12", HERE}
