from __future__ import annotations

import pytest

from api.measuring import measured_all
from graph.database import Database
from tests.cypher.queries.told import Told, asked, build, column


def make(database: Database) -> Database:
    """Two developers tie the two projects of one domain, one ties the first of them to the other domain."""
    told = Told()
    for who, repositories in (("ann", "i/one i/two"), ("ben", "i/one i/two"), ("cid", "i/one o/one"), ("dee", "o/two")):
        for repository in repositories.split():
            told.did(who, repository, "2025-01")
    told.domain("Inner", "i/one", "i/two", taxonomy="halves")
    told.domain("Outer", "o/one", "o/two", taxonomy="halves")
    build(database, told)
    assert list(measured_all(database))
    return database


def test_ties_that_lead_to_another_domain_by_number_and_by_strength(database: Database) -> None:
    inner, outer = sorted(asked(make(database), "periphery", taxonomy="halves"), key=lambda row: str(row["domain"]))
    assert column([inner, outer], "projects", "tied", "ties", "outside") == [(2, 2, 2, 1), (2, 1, 1, 1)]
    assert column([inner, outer], "outside_share", "strength_share") == [(0.5, pytest.approx(1 / 3)), (1.0, 1.0)]
    assert column([inner, outer], "nearest") == [["Outer"], ["Inner"]]
