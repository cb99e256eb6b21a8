"""Which source answers for months that are covered in part, twice or not at all; pairs are in test_answering_pairs."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.load import load, prepare
from graph.model import Origin, Record, Table
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records

REPOSITORY = "o/r"
WHOLE = ("2025-01", "2025-06")


def told(
    database: Database, method: str, months: tuple[str, str] = WHOLE, *, part: str = "", name: str = "", **facts: bool
) -> None:  # fmt: skip
    """One source of `method`, called `name` or after it, that covers `months` with one pull request in the first."""
    title = f"{name or method}{part}"
    origin = Origin(name or method, method, title, title, "", f"{title}{months}" * 4, "2025-07-01")
    period = f"{months[0]}..{months[1]}" if method == "totals" else months[0]
    nodes = Nodes(Identities.load())
    records: list[Record] = list(pair_records([Pair("ann", REPOSITORY, period, {"merged_prs": 1})], nodes, origin))
    covered = Covered(REPOSITORY, months, ("merged_prs",), facts=facts)
    load(database, origin, [*records, *coverage_records([covered], nodes, origin)], strict=True)


def answering(database: Database, **window: str) -> object:
    query = catalogue().find("answering-sources")
    answer = run(database, query, query.bind({"repositories": REPOSITORY, "activity": "merged_prs", **window}))
    assert isinstance(answer, Table)
    return answer.records()[0]["source"]


@pytest.fixture
def ready(database: Database) -> Database:
    prepare(database)
    return database


def test_events_that_lack_a_month_of_the_window_leave_it_to_a_history(ready: Database) -> None:
    for number, month in enumerate(("2025-01", "2025-02", "2025-04")):
        told(ready, "events", (month, month), part=str(number))
    told(ready, "git")
    assert answering(ready, **{"from": "2025-01", "to": "2025-02"}) == "events"
    assert answering(ready, **{"from": "2025-02", "to": "2025-04"}) == "git"


def test_without_a_window_events_of_a_few_months_do_not_answer_for_all_time(ready: Database) -> None:
    told(ready, "events", ("2025-02", "2025-03"))
    assert answering(ready) == "events"
    told(ready, "totals")
    assert answering(ready) == "totals"


def test_what_was_read_in_part_answers_where_nothing_else_does(ready: Database) -> None:
    told(ready, "events", ("2025-01", "2025-08"), partial=True)
    assert answering(ready) == "events"
    told(ready, "git-fork")
    assert answering(ready) == "git-fork"
    assert answering(ready, source="events") == "events"
    assert answering(ready, **{"from": "2025-08", "to": "2025-08"}) == "events"


def test_a_last_month_that_was_not_over_does_not_leave_all_time_to_a_history(ready: Database) -> None:
    told(ready, "git")
    told(ready, "api", ("2025-01", "2025-05"))
    assert answering(ready) == "git"
    told(ready, "api", ("2025-06", "2025-06"), part="-running", partial=True)
    assert answering(ready) == "api"
    assert answering(ready, **{"from": "2025-06", "to": "2025-06"}) == "git"


def test_comments_alone_do_not_answer_for_code(ready: Database) -> None:
    told(ready, "git")
    nodes = Nodes(Identities.load())
    origin = Origin("talk", "api", "talk", "talk", "", "1" * 64, "2025-07-01")
    load(ready, origin, coverage_records([Covered(REPOSITORY, WHOLE, ("issue_comments",))], nodes, origin), strict=True)
    assert answering(ready, activity="any") == "git"


def test_no_source_answers_for_months_that_none_covers(ready: Database) -> None:
    told(ready, "git")
    assert answering(ready, **{"from": "2026-01", "to": "2026-02"}) is None


def test_an_answer_about_a_repository_rests_on_the_snapshots_that_tell_of_it(ready: Database) -> None:
    told(ready, "git", part="-of-this")
    nodes = Nodes(Identities.load())
    other = Origin("git", "git", "git-of-another", "t", "", "0" * 64, "2025-07-01", gaps=("shallow",))
    load(ready, other, coverage_records([Covered("o/another", WHOLE, ("commits",))], nodes, other), strict=True)
    answer = run(ready, catalogue().find("project-contributors"), {"repository": REPOSITORY})
    assert [snapshot["dataset"] for snapshot in answer.coverage.snapshots] == ["git-of-this"]
    assert answer.coverage.gaps == ()


@pytest.mark.parametrize("order", [1, -1], ids=["in order", "the other way round"])
@pytest.mark.parametrize(
    ("own", "better"), [(WHOLE, "git"), (("2025-03", "2025-07"), "git"), (("2025-01", "2025-05"), "git-bundled")]
)
def test_of_two_histories_the_one_that_reaches_further_answers_and_of_alike_the_users(
    ready: Database, own: tuple[str, str], better: str, order: int
) -> None:
    for name, months in (("git", own), ("git-bundled", WHOLE))[::order]:
        told(ready, "git", months, name=name)
    assert answering(ready) == better
    assert answering(ready, **{"from": "2025-03", "to": "2025-04"}) == better
    assert answering(ready, source="git-bundled") == "git-bundled"
