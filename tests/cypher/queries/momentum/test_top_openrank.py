from __future__ import annotations

from graph.database import Database
from ingest import records
from tests.cypher.queries.told import Told, asked, build, column


def make(database: Database) -> Database:
    """Two projects are published by month and one for the span alone; a third was measured here."""
    told, own = Told("publication", "reference"), Told("measure", "reference")
    told.series("a/month", "openrank", "2025-01", [10.0, 20.0])
    told.series("a/holed", "openrank", "2025-01", [90.0])
    what, source = told.bare("a/span"), told.origin.source
    told.others.append(records.measured(what, "openrank", "told", 40.0, "2025-01..2025-02", source, told.where))
    for name in ("a/own", "a/month"):
        own.series(name, "openrank", "2025-01", [700.0, 900.0], preset="global-2026/1")
    return build(database, told, own)


def test_published_values_are_ranked_without_what_was_measured_here(database: Database) -> None:
    make(database)
    rows = asked(database, "top-openrank", period="2025-01..2025-02")
    assert column(rows, "rank", "repository", "openrank", "how") == [
        (1, "a/span", 40.0, "published"), (2, "a/month", 15.0, "mean of the months"),
    ]  # fmt: skip
    rows = asked(database, "top-openrank", period="2025-01..2025-02", preset="global-2026/1")
    assert column(rows, "repository", "openrank", "preset") == [
        ("a/month", 800.0, "global-2026/1"), ("a/own", 800.0, "global-2026/1"),
    ]  # fmt: skip


def test_a_zero_that_the_source_leaves_out_is_one_of_the_months(database: Database) -> None:
    told = Told("opendigger", "reference", counted=("openrank",))
    for name in ("z/holed", "z/ended"):
        told.covers(name)
    told.series("z/holed", "openrank", "2025-01", [30.0, None, 10.0], preset="opendigger")
    told.series("z/ended", "openrank", "2024-12", [70.0, 70.0], preset="opendigger")
    build(database, told)
    rows = asked(database, "top-openrank", period="2025-01..2025-02")
    assert column(rows, "repository", "openrank") == [("z/holed", 15.0)]
