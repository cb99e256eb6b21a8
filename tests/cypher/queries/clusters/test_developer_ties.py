"""Developers tied by repositories: who counts, and how much a repository ties."""

from __future__ import annotations

from itertools import combinations

import pytest

from api.measuring import as_measure
from cypher.catalogue import catalogue
from graph.database import Database
from graph.measure import compute
from tests.cypher.queries.clusters.conftest import LATE, TIES

Tie = dict[str, object]


def ties(database: Database, **values: object) -> dict[tuple[str, str], Tie]:
    """The ties by the logins of their ends."""
    query = catalogue().find("developer-ties")
    found = compute(database, as_measure(query), query.bind({key.rstrip("_"): value for key, value in values.items()}))
    return {(str(row["start"])[8:], str(row["end"])[8:]): row for row in found.records()}


def expected(reach: int = 2) -> dict[tuple[str, str], tuple[int, float, float]]:
    """Repositories in common, Jaccard and strength, counted one by one."""
    places: dict[str, set[str]] = {}
    for name, people in TIES.items():
        for who in people:
            places.setdefault(who, set()).add(name)
    counted = {who for who, names in places.items() if len(names) >= reach}
    size = {name: len(counted.intersection(people)) for name, people in TIES.items()}
    found = {}
    for one, two in combinations(sorted(counted), 2):
        if common := places[one] & places[two]:
            union = places[one] | places[two]
            found[one, two] = (len(common), len(common) / len(union), sum(1 / (size[name] - 1) for name in common))
    return found


@pytest.mark.parametrize("reach", [1, 2, 3])
def test_ties_are_those_counted_one_by_one(groups: Database, reach: int) -> None:
    found = ties(groups, reach=reach, to="2024-12")
    for pair, (common, jaccard, strength) in expected(reach).items():
        tie = found[pair]
        assert tie["repositories"] == common
        assert (tie["jaccard"], tie["strength"]) == pytest.approx((jaccard, strength))
    assert set(found) == {*expected(reach), ("dan", "dot")}


def test_one_who_works_in_one_project_alone_is_tied_by_it_when_asked_for(groups: Database) -> None:
    assert not any("eve" in pair for pair in ties(groups))
    assert ("ben", "eve") in ties(groups, reach=1)


def test_a_crowded_repository_ties_nobody(groups: Database) -> None:
    found = ties(groups, cap=2, to="2024-12")
    assert set(found) == {("dan", "dot")}


def test_one_who_is_everywhere_is_left_out(groups: Database) -> None:
    assert any("bob" in pair for pair in ties(groups))
    assert not any("bob" in pair for pair in ties(groups, widest=2))


def test_the_window_and_machines_are_said(groups: Database) -> None:
    robots = ties(groups, from_=LATE, bots=True)
    assert any("dependabot[bot]" in pair for pair in robots)
    people = ties(groups, from_=LATE)
    assert set(people) == {("amy", "ann")}
    assert {(tie["from"], tie["to"], str(tie["sources"])) for tie in people.values()} == {(LATE, None, "['gharchive']")}
    assert people["amy", "ann"]["examples"] == ["a/one", "a/three", "a/two"]
