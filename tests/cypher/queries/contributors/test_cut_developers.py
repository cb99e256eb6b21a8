from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_domains_that_few_developers_join_are_told_with_these(people: Database) -> None:
    rows = asked(people, "cut-developers", taxonomy="cut")
    assert column(rows, "first_domain", "second_domain", "developers", "joining") == [("A", "B", ["c1"], 1)]


def test_more_are_told_when_more_may_join_them(people: Database) -> None:
    rows = asked(people, "cut-developers", taxonomy="cut", at_most=3)
    assert column(rows, "second_domain", "joining") == [("B", 1), ("C", 3)]
