"""A world of contributors: each group of repositories, told by its first letter, is there for one or two questions."""

from __future__ import annotations

import pytest

from graph import edge_kinds as edges
from graph.calendar import periods
from graph.database import Database
from ingest import records
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.told import COUNTED, Told, build

ROBOT = "dependabot[bot]"
NORTH, SOUTH = "Northern Tools", "Southern Tools"


@pytest.fixture
def people(holding: Holding) -> Database:
    """The graph with the world of contributors."""
    return holding("contributors", make)


def make(database: Database) -> Database:
    """The world: events of 2024-01 to 2025-06, and a table that names maintainers and employers."""
    events, table = Told(), Told("table", "reference")
    for part in (_shared, _shares, _coming, _going, _keeping, _cut, _watching):
        part(events, table)
    build(database, *_ending(events), events, table)
    database.write("CREATE (s:Snapshot {key: 'leiden', source: 'measure', dataset: 'leiden', state: 'complete'})")
    for name, community in (("s/one", 7), ("s/two", 8)):  # as a run of `leiden` would have written
        database.write("MATCH (r:Repository {name: $name}) SET r.community = $to", {"name": name, "to": community})
    return database


def _shared(events: Told, table: Told) -> None:
    """ann, ben and cid work in several of s/one, s/two and s/three; fay in one that is north and south alike."""
    for who, one, two, three in (
        ("ann", 4, 4, 2),
        ("ben", 10, 1, 0),
        ("cid", 0, 3, 3),
        ("eve", 6, 0, 0),
        (ROBOT, 50, 50, 50),
    ):
        for repository, month, made in (
            ("s/one", "2024-01", one),
            ("s/two", "2024-02", two),
            ("s/three", "2024-03", three),
        ):
            if made:
                events.did(who, repository, month, each=made)
    events.did("cid", "s/one", "2024-05", reviews=2)
    events.did("cid", "s/two", "2024-05", reviews=5)
    events.did("fay", "s/both", "2024-05", each=9)
    table.domain(NORTH, "s/one", "s/both")
    table.domain(SOUTH, "s/two", "s/both")
    table.owns("Northern Works", "s/one")
    table.owns("Southern Works", "s/two")
    table.works_at("ann", "Northern Works")


def _shares(events: Told, _: Told) -> None:
    """b/core has 50, 30 and 20 by three people, b/flat ten times one."""
    for who, made in (("amy", 50), ("bob", 30), ("cat", 20)):
        events.did(who, "b/core", "2024-02", "2024-07", each=made // 2)
    events.did(ROBOT, "b/core", "2024-02", each=500)
    events.covers("b/core", commits_total=200, commits_attributed=120, commits_bot=40)
    for number in range(10):
        events.did(f"flat{number}", "b/flat", "2024-03")
    events.did("amy", "b/flat", "2024-03")


def _coming(events: Told, _: Told) -> None:
    """Who came to n/team and left, who stayed in r/club, who was first in f/new."""
    for who, months in (
        ("xia", "2024-01 2024-02"), ("yan", "2024-02 2024-12"), ("zoe", "2025-03"),
    ):  # fmt: skip
        events.did(who, "n/team", *months.split())
    for who, months in (
        ("p1", "2024-01"), ("p2", "2024-01 2024-02"), ("p3", "2024-03 2024-06"), ("p4", "2024-02 2024-12"),
        ("p5", "2025-03 2025-04"),
    ):  # fmt: skip
        events.did(who, "r/club", *months.split())
    events.did("q1", "f/new", "2025-02", each=2)
    events.did("q2", "f/new", "2025-01", each=1)
    events.did("q3", "f/new", "2025-02", each=9)
    events.did("q1", "f/old", *periods("2024-01", "2024-03"))
    events.did("q1", "f/older", "2024-01", "2025-03")
    events.did("q3", "f/old", "2025-02")


def _going(events: Told, _: Told) -> None:
    """u1, u2 and u4 go from m/left to m/right; u3 stays."""
    for who, before, after in (
        ("u1", {"m/left": 5}, {"m/right": 5}), ("u2", {"m/left": 2}, {"m/right": 9}),
        ("u3", {"m/left": 2}, {"m/left": 1}), ("u4", {"m/left": 3, "m/middle": 1}, {"m/left": 1, "m/right": 2}),
        ("u5", {"m/left": 3}, {}), ("u6", {}, {"m/right": 3}),
    ):  # fmt: skip
        for month, made in (("2024-05", before), ("2025-05", after)):
            for repository, each in made.items():
                events.did(who, repository, month, each=each)


def _keeping(events: Told, table: Told) -> None:
    """k/keep is kept by kim and lee, and a table names mia."""
    events.did("kim", "k/keep", "2024-02", merged_others=9, reviews=1)
    events.did("lee", "k/keep", "2024-02", reviews=7, closed_issues=2)
    events.did("nat", "k/keep", "2024-02", each=40)
    events.did(ROBOT, "k/keep", "2024-02", merged_others=90)
    for login in ("kim", "mia"):
        table.link(edges.MAINTAINS, records.developer(login, table.where), table.bare("k/keep"), order=1)


def _cut(events: Told, table: Told) -> None:
    """One developer joins the domains A and B, three join A and C, none B and C."""
    for who in ("c1", "c2", "c3", "c4"):
        events.did(who, "c/a", "2024-04")
        events.did(who, "c/b" if who == "c1" else "c/c", "2024-04")
    for name in "abc":
        table.domain(name.upper(), f"c/{name}", taxonomy="cut")


def _watching(events: Told, _: Told) -> None:
    """ann2 starred z/one long before her first pull request there; bob2 starred z/two, where he never worked."""
    events.did("ann2", "z/one", "2024-01", stars=1)
    events.did("bob2", "z/one", "2024-09", each=2)
    events.did("bob2", "z/two", "2024-02", stars=1)
    for who in ("ann2", "bob2"):
        events.did(who, "z/three", "2025-06")
    events.did("ann2", "z/one", "2025-06")
    events.did("ann2", "z/two", "2024-01", stars=1)
    events.did("ann2", "z/four", "2024-01", stars=1)


def _ending(events: Told) -> tuple[Told, ...]:
    """The history of m/ended ends before the second period, when u7 is in m/right; of k/some no reviews are counted."""
    history = Told("git", "git", ("2024-01", "2024-07"), counted=("commits",))
    history.did("u7", "m/ended", "2024-05", commits=3)
    events.did("u7", "m/right", "2025-05")
    some = Told(counted=("merged_prs", "merged_others"), dataset="some")
    some.did("kim", "k/some", "2024-02", merged_others=2)
    return history, some, _talking()


def _talking() -> Told:
    """Of k/talk and b/talk comments are counted too: lou answers, cal talks in both, ada and bud merge in b/talk."""
    all_of_it = Told(counted=(*COUNTED, "issue_comments", "review_comments"), dataset="talk")
    all_of_it.did("kim", "k/talk", "2024-02", merged_others=2)
    all_of_it.did("lou", "k/talk", "2024-02", issue_comments=500, review_comments=50)
    all_of_it.did("cal", "k/talk", "2024-02", issue_comments=4)
    all_of_it.did("ada", "b/talk", "2024-02", each=16)
    all_of_it.did("bud", "b/talk", "2024-02", "2024-03", "2024-04", each=4)
    all_of_it.did("cal", "b/talk", "2024-02", issue_comments=100)
    return all_of_it
