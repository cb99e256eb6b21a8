from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_what_an_institution_and_its_parts_founded_and_what_came_after(projects: Database) -> None:
    rows = asked(projects, "lineage-footprint", organization="Old Institute")
    assert column(rows, "through", "relation", "project", "since", "succeeded_by") == [
        ("Old Institute", "founded", "h/by-institute", "2010", ["h/heir"]),
        ("Its Laboratory", "founded", "h/by-lab", "2019", []),
    ]
    assert rows[1]["domains"] == ["Lineage"]


def test_what_a_foundation_hosts(projects: Database) -> None:
    rows = asked(projects, "lineage-footprint", organization="Some Foundation")
    assert column(rows, "relation", "project", "since") == [("hosts", "h/by-lab", "2024-05")]
