from __future__ import annotations

import pytest

from api.measuring import measured_all
from graph import edge_kinds as edges
from graph.database import Database
from ingest import records
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


def test_a_taxonomy_without_domains_answers_by_its_tops_or_the_level_that_is_asked_for(database: Database) -> None:
    told = Told("table", "reference")
    for name, path in (("i/one", ("in",)), ("i/two", ("in",)), ("o/one", ("out",)), ("o/two", ("out", "far"))):
        domain = records.domain("labels", path, f"tech-{len(path) - 1}", told.where)
        told.others.append(records.classification(told.bare(name), domain, "table", told.where))
        if len(path) > 1:
            told.link(edges.PART_OF, domain, records.domain("labels", path[:1], "tech-0", told.where))
    make(database)
    told.load(database)
    rows = sorted(asked(database, "periphery", taxonomy="labels"), key=lambda row: str(row["domain"]))
    assert column(rows, "domain", "projects", "ties", "outside", "nearest") == [
        ("in", 2, 2, 1, ["out"]), ("out", 2, 1, 1, ["in"]),
    ]  # fmt: skip
    below = asked(database, "periphery", taxonomy="labels", level="tech-1")
    assert column(below, "domain", "projects", "tied") == [("far", 1, 0)]
