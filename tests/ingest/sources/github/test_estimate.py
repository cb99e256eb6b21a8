"""How many calls a load needs, said before it goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from graph.errors import SourceError
from ingest.http import TRIES
from ingest.sources.github.estimate import ALWAYS, Need, learn_limits, needed, shortage
from ingest.sources.github.people import MOST_WITHOUT_TOKEN
from ingest.sources.github.plan import Plan
from ingest.web.limits import CORE, Limit
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import FACTS, github_of, reading_of, service_of
from tests.ingest.web.answering import ADDRESS, Service

PARTS = frozenset({"repository", "issues", "pulls", "reviews", "comments"})


def counted(rows: int) -> Service:
    """Lists of so many rows, as their last page tells."""
    link = f'<{ADDRESS}/x?page={rows}>; rel="last"'
    return Service(lambda _: httpx.Response(200, json=[{}], headers={"Link": link}))


def test_without_a_token_each_pull_request_costs_a_call_for_its_reviews(tmp_path: Path) -> None:
    reading = reading_of(service_of(counted(250)), tmp_path, plan=Plan((), parts=PARTS))
    assert needed(reading) == Need(core=ALWAYS + 4 * 3 + 250)


def test_with_a_token_the_first_answer_tells_the_counts(tmp_path: Path) -> None:
    facts = replace(FACTS, issues=250, pulls=101, stars=1)
    reading = reading_of(service_of(counted(10), token=True), tmp_path, plan=Plan((), parts=PARTS), facts=facts)
    assert needed(reading) == Need(core=ALWAYS + 2, graphql=3 + 3 + 2)


def test_what_was_begun_costs_a_call(tmp_path: Path) -> None:
    reading = reading_of(service_of(counted(10_000)), tmp_path, plan=Plan((), parts=PARTS))
    for part in ("issues", "endings", "reviews", "issue_comments", "review_comments"):
        reading.cursor.put(part, since="2024")
    assert needed(reading).total == ALWAYS + 4


def test_people_are_part_of_it(tmp_path: Path) -> None:
    reading = reading_of(service_of(counted(1)), tmp_path, plan=Plan((), parts=frozenset({"contributors"})))
    assert needed(reading).core == ALWAYS + 1 + MOST_WITHOUT_TOKEN


def test_a_limit_that_will_not_do_is_said_with_its_hour() -> None:
    github = github_of(lambda _: [])
    github.client.limits.set(CORE, Limit(60, 40, 1_800_003_600.0))
    said = shortage(Need(core=300), github)
    assert said.startswith("GitHub allows 40 more calls until 09:00 UTC and about 300 are needed")
    assert "5 more hours" in said
    assert "a token" in said


def test_a_limit_that_will_do_and_one_that_is_not_known_are_not_said() -> None:
    github = github_of(lambda _: [])
    assert shortage(Need(core=300), github) == ""
    github.client.limits.set(CORE, Limit(5000, 4000, 0.0))
    assert shortage(Need(core=300), github) == ""


def test_limits_are_learnt_without_cost() -> None:
    told: Json = {"resources": {"core": {"limit": 60, "remaining": 7, "reset": 5}, "graphql": {"limit": "?"}}}
    github = github_of(lambda _: told)
    learn_limits(github)
    assert github.client.limits.of(CORE) == Limit(60, 7, 5.0)
    assert github.client.limits.of("graphql") is None


@pytest.mark.parametrize(
    "answer", [httpx.Response(404), httpx.Response(200, json=[]), httpx.Response(200, content=b"null")]
)
def test_a_service_without_limits_has_none(answer: httpx.Response) -> None:
    github = service_of(Service([answer]))
    learn_limits(github)
    assert github.client.limits.of(CORE) is None


@pytest.mark.parametrize("error", [httpx.ConnectError("Name or service not known"), httpx.ConnectTimeout("timed out")])
def test_a_service_that_cannot_be_reached_is_told_at_once(error: Exception) -> None:
    service = Service([error] * TRIES)
    with pytest.raises(SourceError, match=f"GitHub cannot be reached at service.test: {error}") as ended:
        learn_limits(service_of(service))
    assert "network" in ended.value.hint
    assert len(service.asked) == TRIES
