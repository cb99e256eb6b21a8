"""The queries `renames` and `attribution`, on one small world."""

from __future__ import annotations

import pytest

from graph.database import Database
from ingest import records
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.told import Told, asked, build, column


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
    return build(database, table, histories)


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
