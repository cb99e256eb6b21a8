from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.views.conftest import drawn, sizes, ties


def test_activity_is_the_repositories_with_most_contributions_kind_by_kind(around: Database) -> None:
    network = drawn(around, "developer-activity", developer="ann")
    assert sizes(network, "Repository") == {"v/core": 8, "v/near": 2, "v/far": 1}
    assert sizes(network, "Developer") == {"ann": 11}
    edge = ties(network, "CONTRIBUTED_TO")["ann", "v/core"]
    assert (edge.facts["opened_prs"], edge.facts["opened_issues"]) == (6, 0)
    assert len(edge.evidence) == 2


def test_activity_says_what_is_left_out(around: Database) -> None:
    network = drawn(around, "developer-activity", developer="ann", repositories=1)
    assert (sizes(network, "Repository"), network.cut) == ({"v/core": 8}, True)
    assert network.nodes[0].facts["repositories"] == 3


def test_partners_are_those_with_most_repositories_in_common_then_the_closest(around: Database) -> None:
    network = drawn(around, "developer-partners", developer="ann")
    people = {node.title: node.facts["repositories"] for node in network.nodes if node.label == "Developer"}
    assert list(people.items())[:4] == [("ann", 3), ("ben", 2), ("cid", 1), ("dan", 1)]
    assert set(list(people)[4:]) == {"eve", "fay", "guy"}
    with_ben = ties(network, "COLLABORATES_WITH")["ann", "ben"]
    assert (with_ben.weight, with_ben.facts["strength"]) == (2, 1.0)
    assert {row["repository"] for row in with_ben.evidence} == {"v/core", "v/near"}


def test_partners_by_strength_weigh_a_small_repository_more(around: Database) -> None:
    network = drawn(around, "developer-partners", developer="cid", weight="strength")
    found = {ends[1]: edge.weight for ends, edge in ties(network, "COLLABORATES_WITH").items()}
    assert found == {"ann": 0.5, "ben": 0.5}


def test_where_partners_meet_is_drawn_with_what_each_did_there(around: Database) -> None:
    network = drawn(around, "developer-partners", developer="ann", partners=1, repositories=1)
    (place,) = sizes(network, "Repository")
    work = ties(network, "CONTRIBUTED_TO")
    assert work.keys() == {("ann", place), ("ben", place)}
    assert network.cut


def test_a_repository_with_more_developers_than_the_cap_makes_no_partners(around: Database) -> None:
    network = drawn(around, "developer-partners", developer="ann", cap=3)
    assert not {"eve", "fay", "guy"} & sizes(network, "Developer").keys()


def test_interests_are_topics_and_domains_of_all_repositories_and_unknown(around: Database) -> None:
    network = drawn(around, "developer-interests", developer="ann", repositories=1)
    assert sizes(network, "Topic") == {"llm": 2, "cuda": 1, "unknown topics": 1}
    assert sizes(network, "Domain") == {"Kernels": 1}
    assert sizes(network, "Repository") == {"v/core": 8}
    assert network.cut


def test_an_interest_is_tied_to_its_repositories_and_tells_all_of_them(around: Database) -> None:
    network = drawn(around, "developer-interests", developer="ann")
    found = ties(network, "HAS_TOPIC")
    assert {row["repository"] for row in found["ann", "llm"].evidence} == {"v/core", "v/near"}
    assert {("v/core", "llm"), ("v/near", "llm"), ("v/far", "unknown topics")} <= found.keys()
    assert ("v/core", "Kernels") in ties(network, "IN_DOMAIN")


def test_fewer_topics_leave_the_rarest_out_and_keep_unknown(around: Database) -> None:
    network = drawn(around, "developer-interests", developer="ann", topics=1)
    assert sizes(network, "Topic") == {"llm": 2, "unknown topics": 1}
    assert network.cut


def test_a_machine_is_drawn_when_machines_are_asked_for(around: Database) -> None:
    assert drawn(around, "developer-activity", developer="dependabot[bot]").nodes == ()
    assert sizes(drawn(around, "developer-activity", developer="dependabot[bot]", bots=True), "Repository")
