"""A world of projects: each group, told by its first letter, is there for one or two questions."""

from __future__ import annotations

import pytest

from graph import edge_kinds as edges
from graph.database import Database
from ingest import records
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.projects import around
from tests.cypher.queries.told import Told, build


@pytest.fixture
def projects(holding: Holding) -> Database:
    """The graph with the world of projects."""
    return holding("projects", make)


@pytest.fixture
def seeds(holding: Holding) -> Database:
    """The graph with the projects around two seeds."""
    return holding("around", around.make)


def make(database: Database) -> Database:
    """The world: a table of facts, events of contributions, and what was measured here."""
    table, events, own = Told("table", "reference"), Told(), Told("measure", "reference")
    for part in (_ruled, _mapped, _ended, _licensed, _stacked, _came_from):
        part(table)
    _compared(table, events)
    _forked(table, events)
    _discussed(table)
    histories = _forked_histories(table)
    own.series("l/own", "ruled", "2025-01", [500.0] * 5, preset="global-2026/1")
    own.domain("Ruled", "l/own")
    own.series("p/two", "compared", "2025-01", [9000.0] * 6, preset="global-2026/1")
    return build(database, table, events, own, *histories)


def _ruled(told: Told) -> None:
    """Projects for the rule of the landscape, over 2025-01..2025-05 with a threshold of 10."""
    for name, created, first, values in (
        ("l/pass", "2023-01-01", "2025-01", [12.0] * 5), ("l/edge", "2023-01-01", "2025-01", [10.0] * 5),
        ("l/born", "2025-04-10", "2025-04", [30.0, 10.0]),
        ("l/early", "2025-04-02", "2025-01", [30.0, 30.0, 30.0, 4.0, 4.0]),
        ("l/late", "2025-04-02", "2025-02", [30.0, 30.0, 30.0]),
        ("l/holed", "2023-01-01", "2025-01", [99.0, None, 99.0, 99.0, 99.0]),
        ("l/none", "2023-01-01", "2025-01", []), ("l/after", "2025-07-01", "2025-07", [50.0]),
        ("l/dateless", None, "2025-01", [11.0] * 5),
    ):  # fmt: skip
        told.repository(name, created_at=created, openrank_12m_sum=240.0 if name == "l/none" else None)
        told.series(name, "ruled", first, values)
        told.domain("Ruled", name)


def _mapped(told: Told) -> None:
    """A landscape of four: m/grown has thirteen months, m/short three, m/late two, m/dateless a published sum alone."""
    for name, created, first, values in (
        ("m/grown", "2023-05-01", "2024-03", [*[10.0] * 7, *[20.0] * 3, *[30.0] * 3]),
        ("m/short", "2024-07", "2025-01", [5.0, 5.0, 10.0]), ("m/late", "2025-02-10", "2025-02", [4.0, 8.0]),
        ("m/dateless", None, "2025-01", []),
    ):  # fmt: skip
        told.repository(name, created_at=created, openrank_12m_sum=None if values else 240.0)
        told.series(name, "openrank", first, values)
        told.domain("Mapped", name, taxonomy="mapped")


def _ended(told: Told) -> None:
    """Projects that ended by dates, or that a report names."""
    for name, created, last, stars in (
        ("y/dead", "2023-05-01", "2025-02-01", 5000), ("y/few", "2023-05-01", "2025-02-01", 1000),
        ("y/alive", "2023-05-01", "2026-02-01", 5000), ("y/older", "2022-05-01", "2025-02-01", 5000),
    ):  # fmt: skip
        told.repository(name, created_at=created, last_commit_at=last, stars=stars)
    named = told.repository("y/named", created_at="2021-01", graveyard_note="the team went on", archived=True)
    told.link(edges.SUCCEEDED_BY, named, told.bare("y/alive"))


def _licensed(told: Told) -> None:
    """Licences and languages of a domain of four; one of them is in a list without levels, under the same name."""
    listed = records.domain("list", ("mixed",), "category", told.where)
    told.others.append(records.classification(told.bare("i/one"), listed, told.origin.source, told.where))
    for name, license_, language in (
        ("i/one", "MIT", "Python"), ("i/two", "MIT", "Rust"), ("i/three", "Apache-2.0", "Python"),
        ("i/four", None, None),
    ):  # fmt: skip
        told.repository(name, license=license_, language=language)
        told.domain("Mixed", name)


def _stacked(told: Told) -> None:
    """u/app builds on u/middle and on u/side, these on u/ground; u/app and u/side use paging."""
    for upper, lower in (("app", "middle"), ("middle", "ground"), ("app", "side"), ("side", "ground")):
        told.link(edges.BUILT_ON, told.bare(f"u/{upper}"), told.bare(f"u/{lower}"))
    for name, created in (("u/app", "2024-03-01"), ("u/side", "2023-01-01")):
        told.repository(name, created_at=created)
        told.link(edges.USES_TECHNIQUE, told.bare(name), records.technique("Paged attention", told.where))
    told.link(edges.USES_TECHNIQUE, told.bare("u/app"), records.technique("Batching", told.where))
    told.domain("Stacked", "u/app")


def _came_from(told: Told) -> None:
    """A laboratory of an institute founded one project, the institute another; a foundation hosts the first."""
    institute, lab = (records.organization(name, told.where) for name in ("Old Institute", "Its Laboratory"))
    house = records.organization("Some Foundation", told.where)
    told.link(edges.PART_OF, lab, institute)
    told.link(edges.FOUNDED_BY, told.bare("h/by-lab"), lab, since="2019")
    told.link(edges.FOUNDED_BY, told.bare("h/by-institute"), institute, since="2010")
    told.link(edges.HOSTED_BY, told.bare("h/by-lab"), house, since="2024-05", form="hosted")
    told.link(edges.SUCCEEDED_BY, told.bare("h/by-institute"), told.bare("h/heir"))
    told.domain("Lineage", "h/by-lab")


def _compared(table: Told, events: Told) -> None:
    """p/one has published months and three contributors; p/two has but two published months."""
    table.series("p/one", "compared", "2025-01", [10.0, 10.0, 10.0, 20.0, 20.0, 20.0])
    table.series("p/two", "compared", "2025-05", [4.0, 6.0])
    table.series("p/one", "stars", "2025-05", [100.0, 120.0])
    for source, number in (("table", 77.0), ("a-report", 90.0), ("z-report", 50.0)):
        table.measured("p/one", "participants", "2025-06", number, source)
    table.series("p/holed", "compared", "2025-01", [20.0, 20.0, 20.0, *[None] * 5, 10.0, 10.0, 10.0])
    for who, made in (("hal", 5), ("ida", 3), ("jon", 1)):
        events.did(who, "p/one", "2025-02", each=made)
    events.did("hal", "p/two", "2025-02")
    table.works_at("hal", "Engine Works")
    table.works_at("ida", "Engine Works")
    table.owns("Engine Works", "p/one")
    table.link(edges.FOUNDED_BY, table.bare("p/one"), records.organization("Founders", table.where))
    country = records.country("DE", "Germany", table.where)
    ida = records.developer("ida", table.where)
    table.others.append(records.location(ida, country, "table", confidence=1.0, raw="Berlin", where=table.where))


def _forked(table: Told, events: Told) -> None:
    """Two forks with work of their own, and one that is a mere copy."""
    for name, ahead in (("w/much", 40), ("w/some", 2), ("w/copy", 0)):
        table.link(edges.FORK_OF, table.bare(name), table.bare("w/origin"), ahead=ahead)
    events.did("pia", "w/much", "2025-02", each=2)
    events.did("quin", "w/much", "2025-03", each=7)


def _forked_histories(table: Told) -> tuple[Told, Told]:
    """w/busy is a fork of w/parent, where una works too and fox does not; of the parent of w/alone nothing is known."""
    for name, parent, ahead in (("w/busy", "w/parent", 3), ("w/alone", "w/unread", 4)):
        table.link(edges.FORK_OF, table.bare(name), table.bare(parent), ahead=ahead)
    histories = Told("git", "git", counted=("commits",)), Told("git-bundled", "git", counted=("commits",))
    for history in histories:
        history.did("una", "w/busy", "2025-02", commits=100)
        history.did("una", "w/parent", "2025-02", commits=100)
    histories[0].did("fox", "w/busy", "2025-03", commits=150)
    histories[0].did("fox", "w/alone", "2025-03", commits=150)
    return histories


def _discussed(told: Told) -> None:
    """Pull requests of p/one that people talked about."""
    for login, number, month, comments, reviews, merged in (
        ("hal", 7, "2025-01", 20, 3, "2025-02-03"), ("jon", 9, "2025-02", 30, None, None),
        ("zed", 8, "2025-02", 2, 2, "2025-02-09"),
    ):  # fmt: skip
        who = records.developer(login, told.where)
        told.link(
            edges.PROPOSED, who, told.bare("p/one"), number=number, period=month, comments=comments, reviews=reviews,
            people=4, merged_at=merged,
        )  # fmt: skip
