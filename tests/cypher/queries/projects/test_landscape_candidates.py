from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.projects.around import EVERYONE, SEEDS
from tests.cypher.queries.told import asked, column

QUERY = "landscape-candidates"


def test_what_shares_more_than_chance_passes_with_its_reasons(seeds: Database) -> None:
    (row,) = asked(seeds, QUERY, seeds=SEEDS)
    assert (row["repository"], row["shared"], row["developers"]) == ("near/first", 3, 4)
    assert row["expected"] == pytest.approx(4 * 6 / EVERYONE)
    assert row["lift"] == pytest.approx(3 * EVERYONE / (4 * 6))
    assert (row["seeds"], row["examples"]) == (["seed/one 3", "seed/two 1"], ["s1", "s2", "s3"])
    assert row["sources"] == ["gharchive"]


def test_a_giant_shares_most_and_does_not_win_by_its_size(seeds: Database) -> None:
    rows = asked(seeds, QUERY, seeds=SEEDS, min_lift=1)
    assert column(rows, "repository", "shared") == [("near/first", 3), ("giant/all", 4)]
    assert rows[1]["lift"] == pytest.approx(4 * EVERYONE / (40 * 6))


def test_the_projects_of_a_taxonomy_are_seeds_too(seeds: Database) -> None:
    assert asked(seeds, QUERY, taxonomy="seeds") == asked(seeds, QUERY, seeds=SEEDS)


def test_an_accepted_project_brings_the_next_and_a_rejected_one_is_not_shown(seeds: Database) -> None:
    (row,) = asked(seeds, QUERY, seeds=SEEDS, accepted=["near/first"])
    assert (row["repository"], row["shared"], row["lift"]) == ("near/second", 3, pytest.approx(3 * EVERYONE / (4 * 7)))
    assert asked(seeds, QUERY, seeds=SEEDS, rejected=["near/first"]) == []


def test_fewer_developers_are_enough_where_that_is_asked_for(seeds: Database) -> None:
    rows = asked(seeds, QUERY, seeds=SEEDS, min_developers=2)
    assert column(rows, "repository", "shared") == [("near/first", 3), ("near/second", 2)]


def test_who_touches_very_many_repositories_ties_nothing(seeds: Database) -> None:
    assert asked(seeds, QUERY, seeds=SEEDS, cap=3) == []


def test_a_window_without_work_has_no_candidates_and_machines_never_make_one(seeds: Database) -> None:
    assert asked(seeds, QUERY, seeds=SEEDS, from_="2025-03", to="2025-04") == []
    assert "far/away" not in column(asked(seeds, QUERY, seeds=SEEDS, min_developers=1, min_lift=0), "repository")
