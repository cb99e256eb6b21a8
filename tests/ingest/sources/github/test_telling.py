"""Records of one repository: each keeps to the schema, and says what was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph import edge_kinds as edges
from graph.check import check
from graph.errors import BadRowError
from graph.model import EdgeRecord, NodeRecord, Origin
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import WHOLE, Covered
from ingest.source import Item
from ingest.sources.github.counting import Window, counted
from ingest.sources.github.store import RELEASES
from ingest.sources.github.telling import BURST, OPENED_PRS, STARS, Known, forks_of, repository_records
from tests.ingest.sources.github.stored import FACTS, ID, at, small_store

ORIGIN = Origin("github", "api", "7", "GitHub: acme/engine", "https://github.com/acme/engine", "0" * 64, "2024-06-15")
RULES = Identities.load()


def told(folder: Path, known: Known) -> list[Item]:
    """All items of the small store; the records keep to the schema."""
    store = small_store(folder)
    store.add(RELEASES, ID, [{"id": 1, "tag": "v1", "prerelease": False, "published_at": at("2024-02-09")}])
    with counted(store, ID, Window()) as counts:
        found = list(repository_records(known, counts, Nodes(RULES), ORIGIN))
    for item in found:
        if not isinstance(item, BadRowError):
            check(item)
    return found


def edges_of(items: list[Item], kind: str) -> list[EdgeRecord]:
    return [item for item in items if isinstance(item, EdgeRecord) and item.type == kind]


def series(items: list[Item], metric: str) -> dict[object, object]:
    measured = [edge.props for edge in edges_of(items, edges.MEASURED.type)]
    return {props["period"]: props["value"] for props in measured if props["metric"] == metric}


@pytest.mark.parametrize(
    ("read", "comments", "reviews"),
    [("issue_comments reviews", 1, 2), ("reviews", None, 2), ("issue_comments", 1, None)],
)
def test_what_was_talked_about_is_an_edge_of_who_opened_it_and_what_was_not_read_is_unknown(
    tmp_path: Path, read: str, comments: int | None, reviews: int | None
) -> None:
    covered = Covered(FACTS.name, ("2024-01", "2024-06"), ("opened_prs", *read.split()), ID)
    (proposed,) = edges_of(told(tmp_path, Known(FACTS, (), (covered,))), edges.PROPOSED.type)
    props = proposed.props
    assert (proposed.start.props["login"], props["number"], props["merged_at"]) == ("ann", 1, "2024-02-01")
    assert (props.get("comments"), props.get("reviews"), props["people"]) == (comments, reviews, 1)


def test_without_the_list_of_pull_requests_none_is_told(tmp_path: Path) -> None:
    covered = Covered(FACTS.name, ("2024-01", "2024-06"), ("reviews",), ID)
    assert edges_of(told(tmp_path, Known(FACTS, (), (covered,))), edges.PROPOSED.type) == []


def test_the_repository_comes_first_with_its_facts_and_former_names(tmp_path: Path) -> None:
    facts = replace(FACTS, license="MIT", languages=("C",), description="Ask ann@mail.example now", topics=("llm",))
    found = told(tmp_path, Known(facts, ("acme/old",), ()))
    assert isinstance(found[0], NodeRecord)
    props = found[0].props
    assert (props["license"], props["github_id"], props["former_names"]) == ("MIT", ID, ["acme/old"])
    assert (props["description"], props["created_at"], props["languages"]) == ("Ask now", "2024-01-05", ["C"])
    assert [edge.end.props["name"] for edge in edges_of(found, edges.HAS_TOPIC.type)] == ["llm"]


def test_an_organization_that_the_rules_do_not_know_owns_under_its_account(tmp_path: Path) -> None:
    (owns,) = edges_of(told(tmp_path, Known(FACTS, (), ())), edges.OWNS.type)
    assert (owns.start.props["name"], owns.start.props["handles"]) == ("acme", ["acme"])


def test_an_organization_that_the_rules_know_owns_under_its_name(tmp_path: Path) -> None:
    facts = replace(FACTS, owner="deepseek-ai", name="deepseek-ai/engine")
    (owns,) = edges_of(told(tmp_path, Known(facts, (), ())), edges.OWNS.type)
    assert "deepseek-ai" in str(owns.start.props["handles"])
    assert owns.start.props["kind"] == "company"


def test_a_person_owns_nothing_here(tmp_path: Path) -> None:
    assert edges_of(told(tmp_path, Known(replace(FACTS, owner_type="User"), (), ())), edges.OWNS.type) == []


def test_forks_stand_both_ways_with_their_own_commits(tmp_path: Path) -> None:
    facts = replace(FACTS, parent="base/engine", parent_id=1)
    found = edges_of(told(tmp_path, Known(facts, (), (), 3, ((9, "dev/engine", 2),))), edges.FORK_OF.type)
    assert [(edge.start.props["name"], edge.end.props["name"], edge.props["ahead"]) for edge in found] == [
        ("acme/engine", "base/engine", 3), ("dev/engine", "acme/engine", 2),
    ]  # fmt: skip


def test_rows_are_counted_on_through_contributions_labels_releases_and_stars(tmp_path: Path) -> None:
    covered = Covered(FACTS.name, ("2024-01", "2024-06"), ("opened_prs",), ID)
    found = told(tmp_path, Known(FACTS, (), (covered,), stars_at="2024-06-15"))
    lines = [item.where.line for item in found if isinstance(item, EdgeRecord) and item.where.line != WHOLE]
    assert lines == list(range(1, len(lines) + 1))
    assert len(edges_of(found, edges.CONTRIBUTED_TO.type)) == 6
    assert len(edges_of(found, edges.LABELLED.type)) == 3
    assert [edge.start.props["name"] for edge in edges_of(found, edges.CONCERNS.type)] == ["v1"]
    assert series(found, STARS) == {"2024-01": 1.0, "2024-06": float(FACTS.stars)}
    assert series(found, OPENED_PRS) == {"2024-01": 1.0, "2024-02": 2.0}
    assert edges_of(found, edges.COVERED_BY.type)[0].props["covers_to"] == "2024-06"


def test_stars_that_were_read_in_an_earlier_month_do_not_end_in_todays_number(tmp_path: Path) -> None:
    found = told(tmp_path, Known(FACTS, (), (), stars_at="2024-03-01"))
    assert series(found, STARS) == {"2024-01": 1.0}


@pytest.mark.parametrize(
    ("read_on", "known"),
    [("", set()), ("2024-01-05", set()), ("2024-01-06", {"stars_first_day"}), ("2024-01-12", set(BURST))],
)
def test_the_first_days_stars_are_told_once_these_days_are_over(tmp_path: Path, read_on: str, known: set[str]) -> None:
    found = told(tmp_path, Known(FACTS, (), (), stars_at=read_on))
    assert {name for name in BURST if series(found, name)} == known


def test_refused_rows_are_told_at_the_end(tmp_path: Path) -> None:
    bad = BadRowError("issues", 3, "number", "'x'", "a whole number")
    assert told(tmp_path, Known(FACTS, (), (), refused=(bad,)))[-1] is bad


def test_forks_of_a_cursor_are_told_in_the_order_of_their_ids() -> None:
    assert forks_of([[9, "b/x", 1], [2, "a/x", 4]]) == ((2, "a/x", 4), (9, "b/x", 1))
    assert forks_of(None) == ()
