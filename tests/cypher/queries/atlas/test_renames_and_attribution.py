"""The queries `renames` and `attribution`, on one small world."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.model import Table
from ingest import records
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.told import MONTHS, Told, asked, build, column


@pytest.fixture
def named(holding: Holding) -> Database:
    """A renamed repository, a renamed developer, and two histories of which one could be read well."""
    return holding("named", make)


def make(database: Database) -> Database:
    """The world."""
    table, histories = Told("table", "reference"), Told("git", "git", counted=("commits",))
    table.others += [
        records.repository("new/name", table.where, number=5, former=("old/name",)),
        records.developer("present", table.where, number=6, former=("past",)),
    ]
    table.repository("never/renamed")
    histories.covers("h/well", commits_total=100, commits_attributed=90, commits_bot=5, commits_unattributed=5)
    histories.covers("h/badly", commits_total=200, commits_attributed=50, commits_bot=0, commits_unattributed=150)
    histories.covers("h/empty", commits_total=0)
    histories.did("ann", "h/well", "2024-02", commits=60)
    histories.did("ben", "h/well", "2024-08", commits=30)
    counted = Told()
    counted.did("ann", "h/well", "2024-03", each=4)
    counted.did("ann", "h/told", "2024-03", each=2)
    return build(database, table, histories, counted)


def test_one_node_through_all_names(named: Database) -> None:
    rows = asked(named, "renames")
    assert column(rows, "kind", "name", "former") == [
        ("Repository", "new/name", ["old/name"]), ("Developer", "present", ["past"]),
    ]  # fmt: skip
    assert column(asked(named, "renames", kind="developers"), "name", "sources") == [("present", ["table"])]


def test_the_share_that_rests_on_nobody_is_told_the_largest_first(named: Database) -> None:
    rows = asked(named, "attribution")
    assert column(rows, "repository", "commits", "attributed_share", "bot_share", "unattributed_share") == [
        ("h/badly", 200, 0.25, 0.0, 0.75), ("h/well", 100, 0.9, 0.05, 0.05),
    ]  # fmt: skip
    assert column(asked(named, "attribution", repositories=["h/well"]), "repository") == ["h/well"]


def test_an_answer_of_a_window_names_its_source_and_what_it_counts(named: Database) -> None:
    both = ["h/well", "h/told"]
    rows = asked(named, "attribution", repositories=both, from_="2024-01", to="2024-06")
    assert column(rows, "repository", "contributions", "developers", "attributed_share", "source") == [
        ("h/well", 60, 1, 0.9, "git"), ("h/told", None, None, None, None),
    ]  # fmt: skip
    assert (rows[0]["first_month"], rows[0]["last_month"]) == MONTHS
    rows = asked(named, "attribution", repositories=both, activity="merged_prs")
    assert column(rows, "repository", "contributions", "commits", "unattributed_share", "source") == [
        ("h/told", 2, None, None, "gharchive"), ("h/well", 4, None, None, "gharchive"),
    ]  # fmt: skip


def test_what_an_answer_of_a_window_cannot_rest_on_is_said(named: Database) -> None:
    answer = run(
        named, catalogue().find("attribution"), {"repositories": ["h/well"], "from": "2023-01", "to": "2023-06"}
    )
    assert isinstance(answer, Table)
    assert "h/well: no source tells of commits from 2023-01 to 2023-06" in " ".join(answer.coverage.gaps)
