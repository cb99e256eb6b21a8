from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column

DATES = {"created_since": "2023", "last_commit_before": "2026-01"}


def test_what_a_report_names_is_told_with_what_came_after(projects: Database) -> None:
    (row,) = asked(projects, "graveyard")
    assert (row["repository"], row["note"], row["succeeded_by"]) == ("y/named", "the team went on", ["y/alive"])
    assert row["archived"] is True


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["y/dead"]),
        ({"stars_over": 999}, ["y/dead", "y/few"]),
        ({"created_since": "2022"}, ["y/older", "y/dead"]),
        ({"last_commit_before": "2026-03"}, ["y/alive", "y/dead"]),
        ({"last_commit_before": "2025-02"}, []),
        ({"named": True}, ["y/named", "y/dead"]),
    ],
)
def test_each_parameter_of_those_that_look_ended(
    projects: Database, given: dict[str, object], found: list[str]
) -> None:
    rows = asked(projects, "graveyard", **{"named": False, **DATES, **given})
    assert column(rows, "repository") == found
