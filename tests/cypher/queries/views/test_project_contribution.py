from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.views.conftest import ROBOT, drawn, sizes, ties

NAME = "project-contribution"


def test_developers_are_those_who_contribute_most_and_no_machines(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core")
    assert sizes(network, "Developer") == {"ann": 8, "ben": 4, "cid": 1}
    assert sizes(network, "Repository") == {"v/core": 13}
    assert not network.cut


def test_machines_come_in_when_they_are_asked_for(around: Database) -> None:
    assert next(iter(sizes(drawn(around, NAME, repository="v/core", bots=True), "Developer"))) == ROBOT


def test_each_kind_that_the_source_counts_is_told_and_no_other(around: Database) -> None:
    edge = ties(drawn(around, NAME, repository="v/core"), "CONTRIBUTED_TO")["ann", "v/core"]
    assert (edge.weight, edge.facts["merged_prs"], edge.facts["opened_prs"], edge.facts["reviews"]) == (8, 8, 6, 2)
    assert edge.facts["opened_issues"] == 0
    assert "pushes" not in edge.facts
    assert edge.facts["source"] == "gharchive"


def test_the_evidence_is_months_with_the_kinds_of_each(around: Database) -> None:
    edge = ties(drawn(around, NAME, repository="v/core"), "CONTRIBUTED_TO")["ann", "v/core"]
    assert [row["period"] for row in edge.evidence] == ["2024-03", "2024-01"]
    assert edge.evidence[1]["reviews"] == 2
    assert "reviews" not in edge.evidence[0]


def test_a_window_and_a_kind_of_contribution_narrow_it(around: Database) -> None:
    of_month = drawn(around, NAME, repository="v/core", from_="2024-02", to="2024-02")
    assert sizes(of_month, "Developer") == {"ben": 4, "cid": 1}
    assert sizes(drawn(around, NAME, repository="v/core", activity="reviews"), "Developer") == {"ann": 2}


def test_who_is_left_out_is_said(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core", developers=1)
    assert (sizes(network, "Developer"), network.cut) == ({"ann": 8}, True)
    assert network.nodes[0].facts["developers"] == 3
