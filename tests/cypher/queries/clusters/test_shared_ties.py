"""Collaboration of two projects and of two developers, as OpenDigger measures it, counted one by one."""

from __future__ import annotations

from math import sqrt

import pytest

from api.measuring import as_measure
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import BadInputError
from graph.measure import compute
from graph.openrank.presets import GLOBAL_2023_DOCS
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.famous_networks import stored
from tests.cypher.queries.told import Told, asked, build

WEIGHTS = dict(GLOBAL_2023_DOCS.weights)
DONE = {
    ("ann", "o/one"): [{"merged_prs": 3, "opened_prs": 4}, {"merged_prs": 1, "issue_comments": 7, "opened_issues": 2}],
    ("ann", "o/two"): [{"merged_prs": 2, "review_comments": 9}],
    ("bob", "o/one"): [{"merged_prs": 5}],
    ("bob", "o/two"): [{"merged_prs": 1, "opened_prs": 1}, {"merged_prs": 8}],
    ("cat", "o/two"): [{"merged_prs": 4}],
}
"""What they did, month by month."""


@pytest.fixture
def work(holding: Holding) -> Database:
    """Two projects and three people by months; two projects more by commits alone, and two by totals."""
    return holding("collaboration", make)


def make(database: Database) -> Database:
    """The world."""
    events = Told(counted=(*WEIGHTS,))
    for (who, name), months in DONE.items():
        for number, counts in enumerate(months, 1):
            events.did(who, name, f"2024-{number:02}", **counts)
    commits, totals = Told("gitlog", "git", counted=("commits",)), Told("table", "totals", counted=("merged_prs",))
    for name in ("g/one", "g/two"):
        commits.did("ann", name, "2024-01", commits=5)
    for name in ("t/one", "t/two"):
        totals.did("bob", name, "2024-01..2025-06", merged_prs=5)
    return build(database, events, commits, totals)


def activity(who: str, name: str) -> float:
    return sum(sqrt(sum(WEIGHTS[kind] * n for kind, n in month.items())) for month in DONE[who, name])


def joint(a: float, b: float) -> float:
    return a * b / (a + b)


def ties(database: Database, metric: str, **values: object) -> dict[tuple[str, str], object]:
    """Collaboration by the names or logins of the two."""
    query = catalogue().find(metric)
    found = compute(database, as_measure(query), query.bind(values)).records()
    start, end = ([str(row[side]).removeprefix("github:").lstrip("@") for row in found] for side in ("start", "end"))
    return dict(zip(zip(start, end, strict=True), (row["collaboration"] for row in found), strict=True))


def test_projects_collaborate_by_what_their_shared_developers_do_in_both(work: Database) -> None:
    expected = sum(joint(activity(who, "o/one"), activity(who, "o/two")) for who in ("ann", "bob"))
    assert ties(work, "shared-ties")["o/one", "o/two"] == pytest.approx(expected)


def test_developers_collaborate_by_what_they_do_in_shared_projects(work: Database) -> None:
    expected = sum(joint(activity("ann", name), activity("bob", name)) for name in ("o/one", "o/two"))
    assert ties(work, "developer-ties")["ann", "bob"] == pytest.approx(expected)


def test_of_commits_alone_and_of_totals_nothing_is_known(work: Database) -> None:
    found = ties(work, "shared-ties")
    assert (found["g/one", "g/two"], found["t/one", "t/two"]) == (None, None)


def test_activity_that_a_source_states_is_taken_as_it_is(holding: Holding) -> None:
    def stated(database: Database) -> Database:
        table = Told("table", "totals", counted=("merged_prs", "activity"))
        for name in ("s/one", "s/two"):
            table.did("ann", name, "2024-01..2025-06", merged_prs=5, activity=6)
        return build(database, table)

    assert ties(holding("stated activity", stated), "shared-ties")["s/one", "s/two"] == pytest.approx(3)


def test_communities_may_be_of_collaboration(work: Database) -> None:
    stored(work, "shared-ties")
    stored(work, "leiden", weight="collaboration")
    assert work.read("MATCH (r:Repository) WHERE r.community > 0 RETURN r.name ORDER BY r.name").rows == [
        ["o/one"],
        ["o/two"],
    ]
    pairs = {
        (row["left"], row["right"]): row["collaboration"] for row in asked(work, "repository-overlap", min_developers=1)
    }
    assert pairs["o/one", "o/two"] == pytest.approx(ties(work, "shared-ties")["o/one", "o/two"])
    with pytest.raises(BadInputError, match="no COLLABORATES_WITH"):
        stored(work, "developer-leiden", weight="collaboration")
