from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.views.conftest import drawn, sizes, ties

NAME = "project-community"


def test_organizations_and_countries_are_counted_and_unknown_is_among_them(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core")
    assert sizes(network, "Organization") == {"Acme": 1, "unknown organization": 2}
    assert sizes(network, "Country") == {"Germany": 1, "unknown country": 2}
    unknown = {node.key: node.facts["share"] for node in network.nodes if node.key.startswith("unknown:")}
    assert unknown == {"unknown:organization": 2 / 3, "unknown:country": 2 / 3}


def test_a_developer_is_tied_to_the_project_and_to_where_he_or_she_comes_from(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core")
    assert ties(network, "CONTRIBUTED_TO").keys() == {(who, "v/core") for who in ("ann", "ben", "cid")}
    employed = ties(network, "AFFILIATED_WITH")
    assert employed["ann", "Acme"].facts["source"] == "table"
    assert {("ben", "unknown organization"), ("cid", "unknown organization")} <= employed.keys()
    assert {("ben", "Germany"), ("ann", "unknown country")} <= ties(network, "LOCATED_IN").keys()


def test_the_project_is_tied_to_each_place_by_how_many_come_from_it(around: Database) -> None:
    edge = ties(drawn(around, NAME, repository="v/core"), "AFFILIATED_WITH")["v/core", "unknown organization"]
    assert (edge.weight, edge.facts["contributions"]) == (2, 5)
    assert [row["developer"] for row in edge.evidence] == ["ben", "cid"]


def test_places_are_counted_over_all_developers_and_unknown_is_never_left_out(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core", developers=0, organizations=0, countries=0)
    assert sizes(network, "Organization") == {"unknown organization": 2}
    assert sizes(network, "Country") == {"unknown country": 2}
    assert sizes(network, "Developer") == {}
    assert network.cut


def test_a_project_that_nobody_contributed_to_in_the_window_is_alone(around: Database) -> None:
    network = drawn(around, NAME, repository="v/core", from_="2025-01", to="2025-02")
    assert [node.title for node in network.nodes if node.label != "Repository"] == []
