"""Communities of developers, with their projects, domains and employers; and who ties communities of projects."""

from __future__ import annotations

import pytest

from graph.database import Database
from graph.errors import NotFoundError
from tests.cypher.queries.told import asked, column


def test_a_community_of_developers_has_projects_domains_and_unknown_employers(groups: Database) -> None:
    rows = asked(groups, "developer-clusters", min_size=2)
    of_bob = next(row for row in rows if "bob" in str(row["top"]))
    assert {"b/one 3", "b/two 3"} <= set(column([of_bob], "projects")[0])  # type: ignore[call-overload]
    assert str(of_bob["name"]).startswith("Training: ")
    assert of_bob["organizations"] == ["Works 1"]
    assert of_bob["unknown_organization"] == int(str(of_bob["developers"])) - 1
    assert of_bob["unknown_country"] == of_bob["developers"]
    assert 0 < float(str(of_bob["outside_share"])) < 1
    assert of_bob["sources"] == ["gharchive"]


def test_small_communities_are_left_out_when_asked(groups: Database) -> None:
    rows = asked(groups, "developer-clusters", min_size=3)
    assert all(int(str(row["developers"])) >= 3 for row in rows)
    assert "dan" not in str(column(rows, "top"))


def test_the_developer_who_ties_two_communities_is_named(groups: Database) -> None:
    (bob,) = asked(groups, "community-bridges")
    assert (bob["developer"], len(str(bob["communities"]).split(","))) == ("bob", 2)
    assert (bob["inside"], bob["outside"], bob["organizations"]) == (10, 1, ["Works"])
    assert bob["repositories"] == ["b/one", "b/two", "a/three"]
    assert asked(groups, "community-bridges", widest=2) == []
    with pytest.raises(NotFoundError, match="there is no community 99; `leiden` found 4"):
        asked(groups, "community-bridges", community=99)
    assert {"bob"} == {row["bridges"][0] for row in asked(groups, "domain-clusters") if row["bridges"]}  # type: ignore[index]


def test_central_developers_have_the_projects_that_tie_them(groups: Database) -> None:
    first = asked(groups, "central-developers", by="betweenness", limit=1)[0]
    assert (first["developer"], first["rank"], first["betweenness_error"]) == ("bob", 1, 0.0)
    assert set(first["repositories"]) == {"a/three", "b/one", "b/two"}  # type: ignore[call-overload]
