"""Datasets: the same reading gives the same hash, and what differs another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.check import check
from graph.model import EdgeRecord
from ingest.identity import Identities
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.datasets import TOTALS, Shelf, absent_dataset, contributors_dataset, repository_dataset
from ingest.sources.github.facts import Facts
from ingest.sources.github.store import ISSUES
from tests.ingest.sources.github.stored import ANN, FACTS, ID, issue, small_store

RULES = Identities.load()
DAY = "2024-06-15"


def shelf(folder: Path) -> Shelf:
    return Shelf(RULES, small_store(folder / "store"))


def cursor_of(folder: Path, facts: Facts = FACTS, day: str = DAY) -> Cursor:
    """The cursor of a repository whose lists were all read on a day."""
    cursor = Cursor(folder / "7.json")
    done = dict.fromkeys(("issues", "pulls", "reviews", "comments", "endings"), day)
    cursor.put_all({"facts": facts.as_marks(), "done": done, "reading": {"day": day}})
    return cursor


def test_a_repository_is_told_with_what_it_covers(tmp_path: Path) -> None:
    dataset = repository_dataset(shelf(tmp_path), cursor_of(tmp_path))
    origin = dataset.origin
    assert (origin.source, origin.method, origin.dataset, origin.as_of) == ("github", "api", str(ID), DAY)
    assert (origin.covers_from, origin.covers_to) == ("2024-01", "2024-05")
    covered = [item.props for item in dataset.read() if isinstance(item, EdgeRecord) and item.type == "COVERED_BY"]
    assert [(row["covers_from"], row["covers_to"], row.get("partial", False)) for row in covered] == [
        ("2024-01", "2024-05", False), ("2024-06", "2024-06", True),
    ]  # fmt: skip
    assert origin.gaps == ("1 pull request opened by accounts that are gone or not named",)
    assert dataset.replaces
    rows = {item.where.line for item in dataset.read() if isinstance(item, EdgeRecord)} - {0}
    assert len(rows) == dataset.rows


def test_the_same_reading_has_the_same_hash_and_a_new_issue_another(tmp_path: Path) -> None:
    first = repository_dataset(shelf(tmp_path / "a"), cursor_of(tmp_path / "a")).origin
    same = shelf(tmp_path / "b")
    assert repository_dataset(same, cursor_of(tmp_path / "b")).origin == first
    same.store.add(ISSUES, ID, [issue(99, ANN, "2024-02-02")])
    assert repository_dataset(same, cursor_of(tmp_path / "b")).origin.content_hash != first.content_hash


def test_counts_that_graphql_alone_tells_do_not_matter(tmp_path: Path) -> None:
    first = repository_dataset(shelf(tmp_path / "a"), cursor_of(tmp_path / "a")).origin
    told = cursor_of(tmp_path / "b", replace(FACTS, issues=2, pulls=3))
    assert repository_dataset(shelf(tmp_path / "b"), told).origin.content_hash == first.content_hash


def test_nothing_after_the_last_day_is_told(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path)
    cursor.put("told", until="2024-01-31")
    dataset = repository_dataset(shelf(tmp_path), cursor)
    periods = {
        item.props["period"] for item in dataset.read() if isinstance(item, EdgeRecord) and "period" in item.props
    }
    assert periods <= {"2024-01"}
    assert dataset.origin.covers_to == "2024-01"


def test_commits_in_all_stand_over_the_life_of_the_repository(tmp_path: Path) -> None:
    cursor = cursor_of(tmp_path)
    assert contributors_dataset(shelf(tmp_path), cursor) is None
    cursor.put("contributors", rows=[["ann", 1, "User", 12]], note="")
    cursor.put("done", contributors=DAY)
    dataset = contributors_dataset(shelf(tmp_path), cursor)
    assert dataset is not None
    assert (dataset.origin.source, dataset.origin.method) == (TOTALS, "totals")
    edges = [item for item in dataset.read() if isinstance(item, EdgeRecord)]
    for edge in edges:
        check(edge)
    assert (edges[-1].props["commits"], edges[-1].props["period"]) == (12, "2024-01..2024-06")


def test_what_could_not_be_read_is_a_gap_with_its_reason(tmp_path: Path) -> None:
    dataset = absent_dataset(shelf(tmp_path), "acme/gone", "it was deleted", DAY)
    (record,) = list(dataset.read())
    assert isinstance(record, EdgeRecord)
    check(record)
    assert (record.props["note"], dataset.origin.gaps) == ("it was deleted", ("it was deleted",))
