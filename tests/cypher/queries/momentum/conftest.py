"""A world of series: each group of repositories, told by its first letter, is there for one or two questions."""

from __future__ import annotations

import pytest

from graph import edge_kinds as edges
from graph.database import Database
from ingest import records
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.told import LANDSCAPE, Told, build

LIFTED = [2.0, 2.1, 1.9, 2.0, 2.2, 2.0, 1.9, 2.1]
"""The months before a jump, about 2."""
FALLING = [100.0, 102.0, 98.0, 101.0, 100.0, 99.0, 100.0, 101.0]
"""The months before a fall, about 100."""


@pytest.fixture
def series(holding: Holding) -> Database:
    """The graph with the world of series."""
    return holding("momentum", make)


def make(database: Database) -> Database:
    """The world: a publication with series of the metrics told, stars, events and integrations."""
    told, own = Told("publication", "reference"), Told("measure", "reference")
    for part in (_growing, _spiking, _quadrants, _racing, _branching, _watched, _happening):
        part(told)
    own.series("x/own", "racing", "2025-01", [900.0, 950.0], preset="global-2026/1")
    own.series("q/own", "quadrants", "2024-07", [5000.0] * 12, preset="global-2026/1")
    own.domain("Fields", "x/own")
    return build(database, told, own, _leaving_zeros_out())


def _growing(told: Told) -> None:
    """g/whole has fifteen months, g/holed lacks one, g/young has two; the last is 2025-03."""
    whole = [40.0, 50.0, 60.0, *[70.0] * 6, 80.0, 90.0, 100.0, 110.0, 100.0, 120.0]
    told.series("g/whole", "growing", "2024-01", whole)
    told.series("g/holed", "growing", "2024-01", [*[10.0] * 12, None, 10.0, 20.0])
    told.series("g/young", "growing", "2025-02", [5.0, 4.0])
    told.domain("Grown", "g/whole", "g/holed", "g/young")
    grown = records.domain(LANDSCAPE, ("Grown",), "domain", told.where)
    for twig in ("one", "two"):  # g/whole is in both, and in the domain itself
        into = records.domain(LANDSCAPE, ("Grown", twig), "subdomain", told.where)
        told.link(edges.PART_OF, into, grown)
        told.others.append(records.classification(told.bare("g/whole"), into, told.origin.source, told.where))


def _spiking(told: Told) -> None:
    """k/jump rises to 34 times, as KTransformers did; k/fall loses 41 %; k/calm does neither."""
    told.series("k/jump", "spiking", "2024-06", [*LIFTED, 68.0, 40.0, 39.0])
    told.series("k/fall", "spiking", "2024-06", [*FALLING, 59.0, 58.0, 60.0])
    told.series("k/calm", "spiking", "2024-06", [10.0, 11.0, 10.5, 9.5, 10.0, 10.5, 11.0, 10.0, 9.8, 10.2])


def _quadrants(told: Told) -> None:
    """Nine months and three: large or small, rising or falling; q/short has eleven."""
    for name, before, after in (("up", 100, 150), ("down", 200, 100), ("little", 1, 2), ("less", 4, 1)):
        told.series(f"q/{name}", "quadrants", "2024-07", [float(before)] * 9 + [float(after)] * 3)
    told.series("q/short", "quadrants", "2024-08", [10.0] * 11)


def _racing(told: Told) -> None:
    """x/one falls behind x/two; x/late comes in with the value of x/one; two domains sum them up."""
    told.series("x/one", "joining", "2025-01", [3.0, 4.0, 5.0])
    told.series("x/two", "joining", "2025-02", [9.0])
    told.series("x/one", "racing", "2025-01", [30.0, 20.0, 25.0])
    told.series("x/two", "racing", "2025-01", [20.0, 40.0, 45.0])
    told.series("x/late", "racing", "2025-02", [20.0, 50.0])
    told.series("x/one", "racing", "2024-12", [7.0], preset="told-raw")
    told.domain("Fields", "x/one", "x/two")
    told.domain("Meadows", "x/late", "x/none")


def _branching(told: Told) -> None:
    """A taxonomy without a level `domain`: a trunk with a twig, a project on each, and a series of the whole trunk."""
    trunk = records.domain("branches", ("trunk",), "tech-0", told.where)
    twig = records.domain("branches", ("trunk", "twig"), "tech-1", told.where)
    told.link(edges.PART_OF, twig, trunk)
    for name, domain, value in (("y/low", trunk, 3.0), ("y/high", twig, 4.0)):
        told.others.append(records.classification(told.bare(name), domain, told.origin.source, told.where))
        told.series(name, "branching", "2025-01", [value])
        told.series(name, "whole", "2025-01", [value])
    for month, value in (("2025-01", 50.0), ("2025-02", 60.0)):
        told.others.append(records.measured(trunk, "whole", "told", value, month, told.origin.source, told.where))


def _watched(told: Told) -> None:
    """Stars at the ends of months, and OpenRank beside them."""
    for name, created, first, stars, openrank in (
        ("t/old", "2022-05-01", "2024-12", [1000.0, 1010.0, 1050.0], 90.0),
        ("t/new", "2025-01-20", "2025-01", [300.0, 450.0], 30.0),
        ("t/hype", "2024-11-02", "2024-11", [8000.0, 8100.0, None, 8000.0], 2.0),
    ):
        told.repository(name, created_at=created)
        told.series(name, "stars", first, stars)
        told.series(name, "openrank", "2025-01", [openrank, openrank])
    told.series("t/hype", "stars_first_day", "2024-11", [6000.0])
    told.series("t/hype", "stars_first_week", "2024-11", [7500.0])
    told.domain("Watched", "t/old", "t/hype")
    for name, created in (("s/gains", "2024-06-01"), ("s/both", "2024-01-01")):
        told.repository(name, created_at=created)
        told.series(name, "stars_gained", "2025-01", [4.0, 6.0, None, 13.0], preset="of another")
    told.series("s/both", "stars", "2024-12", [500.0, 505.0])


def _leaving_zeros_out() -> Told:
    """OpenDigger tells z/holed without its zeros, and a domain; z/days is a duration, and z/short ends before it."""
    told = Told("opendigger", "reference", counted=("sparse", "issue_age"))
    holed = [10.0 if month not in (11, 14, 16) else None for month in range(1, 19)]
    for name in ("z/holed", "z/days", "z/short"):
        told.covers(name)
    told.series("z/holed", "sparse", "2024-01", holed, preset="opendigger")
    told.series("z/days", "issue_age.avg", "2024-01", holed, preset="opendigger")
    told.series("z/short", "sparse", "2025-01", [10.0, 10.0, None, 10.0], preset="opendigger")
    told.series("z/bare", "sparse", "2024-01", holed, preset="opendigger")  # told, and not covered
    told.domain("Sparse", "z/holed")
    event = records.event("2025-04-10", "governance", "noticed", "z/holed", "paper", told.where)
    told.link(edges.CONCERNS, event, told.bare("z/holed"))
    label = records.domain("labels", ("company",), "company", told.where)
    for month in ("2024-01", "2024-04"):
        told.others.append(records.measured(label, "sparse", "opendigger", 8.0, month, "opendigger", told.where))
    return told


def _happening(told: Told) -> None:
    """Something happened to e/repo in February 2025; who took e/taken in, and how fast."""
    told.series("e/repo", "happening", "2024-11", [10.0, 20.0, 30.0, 40.0, 60.0])
    event = records.event("2025-02-10", "governance", "joined", "e/repo", "paper", told.where)
    told.link(edges.CONCERNS, event, told.bare("e/repo"))
    vague = records.event("2024", "release", "vague", "e/repo", "paper", told.where)
    told.link(edges.CONCERNS, vague, told.bare("e/repo"))
    for taker, announced, completed in (
        ("e/fast", "2025-02-26", "2025-02-28"), ("e/slow", "2025-03-01", "2025-03-31"), ("e/never", "2025-03-02", None),
    ):  # fmt: skip
        told.link(edges.INTEGRATES, told.bare(taker), told.bare("e/taken"), announced=announced, completed=completed)
    told.link(edges.INTEGRATES, told.bare("e/fast"), told.bare("e/other"), announced="2025-03", completed="2025-04")
    told.series("e/repo", "issue_response_time.avg", "2025-01", [2.5], preset="days")
    told.series("e/repo", "issue_response_time.quantile_2", "2025-01", [0.5], preset="days")
    told.series("e/repo", "issue_response_time.levels", "2025-01", [9.0], preset="days")
