from __future__ import annotations

from graph import edge_kinds as edges
from graph.database import Database
from ingest import records
from tests.cypher.queries.told import Told, asked, build, column


def test_domains_that_few_developers_join_are_told_with_these(people: Database) -> None:
    rows = asked(people, "cut-developers", taxonomy="cut")
    assert column(rows, "first_domain", "second_domain", "developers", "joining") == [("A", "B", ["c1"], 1)]


def test_more_are_told_when_more_may_join_them(people: Database) -> None:
    rows = asked(people, "cut-developers", taxonomy="cut", at_most=3)
    assert column(rows, "second_domain", "joining") == [("B", 1), ("C", 3)]


def test_levels_can_be_chosen_and_a_tree_without_domains_answers_by_its_tops(database: Database) -> None:
    told = Told()
    for who, names in (("ann", ("l/one", "l/two")), ("ben", ("l/two", "l/three"))):
        for name in names:
            told.did(who, name, "2025-01")
    for name, path in (("l/one", ("top", "inner")), ("l/two", ("top", "outer")), ("l/three", ("other",))):
        level = f"tech-{len(path) - 1}"
        domain = records.domain("labels", path, level, told.where)
        told.others.append(records.classification(told.bare(name), domain, "gharchive", told.where))
        if len(path) > 1:
            told.link(edges.PART_OF, domain, records.domain("labels", path[:1], "tech-0", told.where))
    build(database, told)
    tops = asked(database, "cut-developers", taxonomy="labels")
    assert column(tops, "first_domain", "second_domain", "developers") == [("other", "top", ["ben"])]
    below = asked(database, "cut-developers", taxonomy="labels", level="tech-1")
    assert column(below, "first_domain", "second_domain", "developers") == [("inner", "outer", ["ann"])]
