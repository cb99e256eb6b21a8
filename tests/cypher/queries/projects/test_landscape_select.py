from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column, mapped

ASKED = {"metric": "ruled", "domain": "Ruled"}


def test_the_mean_of_the_months_in_which_it_existed_has_to_be_more_than_the_threshold(projects: Database) -> None:
    rows = asked(projects, "landscape-select", **ASKED)
    assert column(rows, "repository", "mean", "existed", "verdict") == [
        ("l/born", 20.0, 2, "passes"), ("l/pass", 12.0, 5, "passes"), ("l/dateless", 11.0, None, "passes"),
        ("l/edge", 10.0, 5, "fails"), ("l/early", 4.0, 2, "fails"), ("l/after", None, 0, "unknown"),
        ("l/holed", None, 5, "unknown"), ("l/late", None, 2, "unknown"), ("l/none", None, 5, "unknown"),
        ("l/own", None, None, "unknown"),
    ]  # fmt: skip


def test_the_reason_says_what_is_missing(projects: Database) -> None:
    rows = asked(projects, "landscape-select", verdict="unknown", **ASKED)
    assert mapped(rows, "repository", "reason") == {
        "l/after": "it was created after the window",
        "l/holed": "only 4 of 5 months have a value",
        "l/late": "only 1 of 2 months have a value",
        "l/none": "no source has a month of the window",
        "l/own": "no source has a month of the window",
    }
    assert mapped(rows, "repository", "twelve_month_mean")["l/none"] == 20.0


def test_own_values_are_held_against_the_threshold_only_where_that_is_asked_for(projects: Database) -> None:
    rows = asked(projects, "landscape-select", verdict="passes", preset="global-2026/1", **ASKED)
    assert column(rows, "repository", "mean", "preset") == [("l/own", 500.0, "global-2026/1")]


def test_another_threshold_and_window(projects: Database) -> None:
    rows = asked(projects, "landscape-select", least=9.5, from_="2025-02", to="2025-02", verdict="passes", **ASKED)
    assert column(rows, "repository") == ["l/pass", "l/dateless", "l/edge"]


def test_months_before_it_was_created_count_neither_for_nor_instead_of_others(projects: Database) -> None:
    rows = asked(projects, "landscape-select", **ASKED)
    assert {row["repository"]: row["months"] for row in rows if row["existed"] == 2} == {
        "l/born": 2, "l/early": 2, "l/late": 1,
    }  # fmt: skip
