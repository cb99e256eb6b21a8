from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_who_implements_a_technique_where_and_since_when(projects: Database) -> None:
    rows = asked(projects, "technique-adoption")
    assert column(rows, "technique", "projects", "names", "domains") == [
        ("Paged attention", 2, ["u/app", "u/side"], ["Stacked"]), ("Batching", 1, ["u/app"], ["Stacked"]),
    ]  # fmt: skip
    assert (rows[0]["first_created"], rows[0]["last_created"]) == ("2023-01-01", "2024-03-01")


def test_a_part_of_the_name_is_enough(projects: Database) -> None:
    assert column(asked(projects, "technique-adoption", technique="ATTENTION"), "technique") == ["Paged attention"]
