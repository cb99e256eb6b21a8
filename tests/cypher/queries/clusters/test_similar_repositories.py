"""Repositories with similar developers, by three kinds of likeness."""

from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.clusters.conftest import LATE
from tests.cypher.queries.told import asked


@pytest.mark.parametrize(("by", "likeness"), [("jaccard", 0.75), ("overlap", 1.0), ("cosine", 0.877058)])
def test_likeness_is_what_was_asked_for(groups: Database, by: str, likeness: float) -> None:
    rows = asked(groups, "similar-repositories", repository="b/one", by=by, to="2024-12", top=1)
    ((similar, value),) = [(row["similar"], row["similarity"]) for row in rows]
    assert (similar, value) == ("b/two", pytest.approx(likeness, abs=1e-6))
    assert (rows[0]["domain"], rows[0]["similar_domain"], rows[0]["sources"]) == ("Training", "Training", ["gharchive"])


def test_only_repositories_with_enough_developers_are_compared(groups: Database) -> None:
    rows = asked(groups, "similar-repositories", min_developers=4, to="2024-12")
    assert rows == []
    names = {row["repository"] for row in asked(groups, "similar-repositories", min_developers=3, to="2024-12")}
    assert names == {"a/one", "a/two", "a/three", "b/one", "b/two"}


def test_a_window_without_contributions_has_an_empty_answer(groups: Database) -> None:
    assert asked(groups, "similar-repositories", from_="2024-08", to="2024-09") == []
    assert groups.read("CALL gds.graph.list() YIELD graphName RETURN count(*)").rows == [[0]]


def test_machines_count_when_asked_for(groups: Database) -> None:
    people = asked(groups, "similar-repositories", from_=LATE, min_developers=1, repository="n/one")
    robots = asked(groups, "similar-repositories", from_=LATE, min_developers=1, repository="n/one", bots=True)
    assert [row["similar"] for row in people] == ["n/two"]
    assert {"a/one", "n/two"} == {row["similar"] for row in robots}


def test_embeddings_choose_whom_to_compare_where_all_would_be_too_many(atlas: Database) -> None:
    def likeness(**values: object) -> dict[tuple[object, object], object]:
        rows = asked(atlas, "similar-repositories", min_developers=10, top=1, limit=20, **values)
        return {(row["repository"], row["similar"]): row["similarity"] for row in rows}

    true, near = likeness(), likeness(exact_up_to=0)
    both = true.keys() & near.keys()
    assert len(both) > len(true) / 2
    assert all(near[pair] == true[pair] for pair in both)
