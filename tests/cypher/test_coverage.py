"""What answers rest on, read from the snapshots of a real graph."""

from __future__ import annotations

import pytest

from cypher.coverage import check_needs, read_coverage, sources_in
from graph.database import Database
from graph.errors import BadInputError


def test_sources_are_found_under_source_and_sources() -> None:
    assert sources_in([{"source": "git"}, {"sources": ["table", "git"]}, {"n": 1}]) == {"git", "table"}


def test_without_a_name_there_are_no_sources() -> None:
    assert sources_in([{"source": None, "sources": []}, {}]) is None
    assert sources_in([]) is None


def test_named_sources_bring_their_complete_snapshots(world: Database) -> None:
    coverage = read_coverage(world, ["git"])
    assert [snapshot["dataset"] for snapshot in coverage.snapshots] == ["b"]
    assert (coverage.covers_from, coverage.covers_to) == ("2024-01", "2025-06")
    assert coverage.snapshots[0]["content_hash"] == "bb"


def test_months_span_all_snapshots_and_gaps_are_told_once(world: Database) -> None:
    coverage = read_coverage(world, ["git", "table"])
    assert (coverage.covers_from, coverage.covers_to) == ("2024-01", "2025-08")
    assert coverage.gaps == ("no reviews", "one month")
    assert coverage.sources == ("git", "table")


def test_an_answer_without_sources_rests_on_all_snapshots_but_measures(world: Database) -> None:
    assert read_coverage(world, None).sources == ("git", "other", "table")


def test_an_answer_that_needs_a_measure_rests_on_its_run_too(world: Database) -> None:
    coverage = read_coverage(world, ["git"], ["ties"])
    assert [snapshot["source"] for snapshot in coverage.snapshots] == ["git", "measure"]


COVER = """
UNWIND $edges AS edge
MATCH (r:Repository {key: 'github:acme/' + edge[0]}), (s:Snapshot {key: edge[1]})
CREATE (r)-[c:COVERED_BY {key: edge[0] + edge[1] + edge[2], source: s.source}]->(s)
SET c.covers_from = edge[2], c.covers_to = edge[3]
"""


def test_months_and_gaps_are_those_of_the_repositories_that_were_asked_about(world: Database) -> None:
    edges = [
        ["engine", "git:b:1", "2025-01", "2025-02"],
        ["engine", "git:b:1", "2025-03", "2025-05"],
        ["wheels", "git:b:1", "2024-01", "2025-06"],
        ["engine", "table:a:1", "2025-04", "2025-04"],
    ]
    world.write(COVER, {"edges": edges})
    coverage = read_coverage(world, ["git", "table"], about=["github:acme/engine"])
    assert (coverage.covers_from, coverage.covers_to) == ("2025-01", "2025-05")
    assert coverage.gaps == ("git as a whole: no reviews", "git as a whole: one month", "no reviews")
    assert {"key", "told"}.isdisjoint(coverage.snapshots[0])
    both = read_coverage(world, ["git"], about=["github:acme/engine", "github:acme/wheels"])
    assert (both.covers_from, both.covers_to) == ("2024-01", "2025-06")
    assert both.gaps == ("no reviews", "one month")


def test_what_tells_of_others_alone_gives_no_months(world: Database) -> None:
    world.write("MATCH (s:Snapshot {source: 'table'}) SET s.method = 'totals'")
    world.write(COVER, {"edges": [["wheels", "table:a:1", "2025-02", "2025-08"]]})
    coverage = read_coverage(world, ["table"], about=["github:acme/engine"])
    assert (coverage.covers_from, coverage.gaps) == (None, ("table as a whole: no reviews",))


def test_a_publication_that_is_no_source_of_ours_stays_named(world: Database) -> None:
    coverage = read_coverage(world, ["a report"])
    assert coverage.sources == ("a report", "git", "other", "table")
    assert len(coverage.snapshots) == 3


def test_an_empty_graph_covers_nothing(database: Database) -> None:
    coverage = read_coverage(database, None)
    assert (coverage.sources, coverage.snapshots, coverage.covers_from, coverage.gaps) == ((), (), None, ())


def test_a_measure_that_was_run_is_there(world: Database) -> None:
    check_needs(world, "a-query", ["ties"])
    check_needs(world, "a-query", [])


def test_a_measure_that_was_not_run_is_named_with_its_command(world: Database) -> None:
    with pytest.raises(BadInputError) as caught:
        check_needs(world, "domain-clusters", ["ties", "leiden"])
    assert str(caught.value) == "domain-clusters needs `leiden`: run `ossatlas measure leiden` first"
    assert caught.value.hint == "ossatlas measure leiden"
