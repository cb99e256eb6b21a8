from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.views.conftest import drawn, sizes, ties

NAME = "project-ecosystem"


def test_the_projects_with_most_developers_in_common_come_first(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core")
    assert sizes(network, "Repository") == {"v/core": 3, "v/near": 2, "v/alone": 1, "v/far": 1}
    assert not network.cut


def test_a_tie_tells_its_developers_and_all_three_weights(around: Database) -> None:
    tie = ties(drawn(around, NAME, repository="v/core"), "SHARES_DEVELOPERS")["v/core", "v/near"]
    assert (tie.weight, tie.facts["developers"], tie.facts["jaccard"]) == (2, 2, 0.5)
    collaboration = tie.facts["collaboration"]
    assert isinstance(collaboration, float)
    assert collaboration > 0
    assert [row["developer"] for row in tie.evidence] == ["ann", "ben"]
    assert tie.evidence[0] == {"developer": "ann", "contributions": 2, "contributions_here": 8}


@pytest.mark.parametrize("weight", ["jaccard", "collaboration"])
def test_the_weight_chosen_is_the_weight_drawn_and_the_order(around: Database, weight: str) -> None:
    network = drawn(around, NAME, repository="v/core", weight=weight, repositories=2)
    found = ties(network, "SHARES_DEVELOPERS")
    assert [edge.weight for edge in found.values()] == [edge.facts[weight] for edge in found.values()]
    assert next(iter(found)) == ("v/core", "v/near")
    assert network.cut


def test_who_ties_most_is_drawn_with_what_was_done_in_each(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core", developers=1)
    work = ties(network, "CONTRIBUTED_TO")
    assert {ends: edge.weight for ends, edge in work.items()} == {
        ("ann", "v/core"): 8, ("ann", "v/near"): 2, ("ann", "v/far"): 1,
    }  # fmt: skip
    assert all(edge.evidence for edge in work.values())
    assert sizes(drawn(around, NAME, repository="v/core", developers=0), "Developer") == {}


def test_a_window_counts_both_sides_within_it(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core", from_="2024-02", to="2024-02")
    found = ties(network, "SHARES_DEVELOPERS")
    assert {ends[1]: edge.weight for ends, edge in found.items()} == {"v/near": 1, "v/alone": 1}
