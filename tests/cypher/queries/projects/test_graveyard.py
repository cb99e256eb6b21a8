from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column

DATES = {"created_since": "2023", "last_commit_before": "2026-01"}


def test_what_a_report_names_is_told_with_what_came_after(projects: Database) -> None:
    (row,) = asked(projects, "graveyard")
    assert (row["repository"], row["note"], row["succeeded_by"]) == ("y/named", "the team went on", ["y/alive"])
    assert row["archived"] is True


def test_each_limit_that_is_given_holds_for_every_row(projects: Database) -> None:
    assert column(asked(projects, "graveyard", created_since="2020"), "repository") == ["y/named"]
    assert asked(projects, "graveyard", created_since="2022") == []
    assert column(asked(projects, "graveyard", last_commit_before="2026-01"), "repository") == ["y/older", "y/dead"]
    assert asked(projects, "graveyard", stars_over=10) == []


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["y/dead"]),
        ({"stars_over": 999}, ["y/dead", "y/few"]),
        ({"created_since": "2022"}, ["y/older", "y/dead"]),
        ({"last_commit_before": "2026-03"}, ["y/alive", "y/dead"]),
        ({"last_commit_before": "2025-02"}, []),
        ({"named": True}, ["y/dead"]),
        ({"created_since": None}, ["y/older", "y/dead"]),
        ({"last_commit_before": None}, []),
    ],
)
def test_each_parameter_of_those_that_look_ended(
    projects: Database, given: dict[str, object], found: list[str]
) -> None:
    rows = asked(projects, "graveyard", **{"named": False, **DATES, **given})
    assert column(rows, "repository") == found
