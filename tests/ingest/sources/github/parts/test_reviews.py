"""Reviews by REST: of each pull request that changed, kept as far as they came."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from graph.errors import RateLimitedError
from ingest.sources.github.models import Review
from ingest.sources.github.parts.reviews import PART, fetch_reviews, review_rows
from ingest.sources.github.store import PULLS, REVIEWS
from tests.ingest.sources.github.stored import ANN, ID, pull, reading_of, service_of
from tests.ingest.web.answering import Clock, Service

WHEN = "2024-03-01T00:00:00Z"


def one_review(request: httpx.Request) -> httpx.Response:
    """A review by ben of whichever pull request."""
    number = int(request.url.path.split("/")[-2])
    who = {"login": "ben", "id": 2, "type": "User"}
    return httpx.Response(200, json=[{"id": number, "state": "APPROVED", "submitted_at": WHEN, "user": who}])


def test_a_review_that_is_not_submitted_is_none() -> None:
    pending = Review.model_validate({"id": 1, "state": "PENDING", "submitted_at": None})
    assert review_rows(1, [pending]) == []


def test_each_changed_pull_request_is_asked_for_once(tmp_path: Path) -> None:
    service = Service(one_review)
    reading = reading_of(service_of(service), tmp_path)
    reading.store.add(PULLS, ID, [pull(n, ANN, f"2024-01-{n:02d}") for n in range(1, 29)])
    with ThreadPoolExecutor(2) as pool:
        fetch_reviews(reading, pool)
        assert len(service.asked) == 28
        fetch_reviews(reading, pool)
    assert len(service.asked) == 29  # the last change is asked for again: another may have the same time


def test_what_came_before_a_limit_is_kept(tmp_path: Path) -> None:
    answers = 0

    def limited(request: httpx.Request) -> httpx.Response:
        nonlocal answers
        answers += 1
        headers = {"retry-after": "3600"}
        return one_review(request) if answers <= 3 else httpx.Response(403, headers=headers)

    reading = reading_of(service_of(Service(limited), clock=Clock()), tmp_path)
    reading.store.add(PULLS, ID, [pull(n, ANN, f"2024-01-{n:02d}") for n in range(1, 10)])
    with ThreadPoolExecutor(1) as pool, pytest.raises(RateLimitedError):
        fetch_reviews(reading, pool)
    assert reading.cursor.text(PART, "since") == "2024-01-03T12:00:00Z"
    assert len(reading.store.files(REVIEWS, ID)) == 1


def test_a_pull_request_that_is_gone_has_none(tmp_path: Path) -> None:
    reading = reading_of(service_of(Service([httpx.Response(404)])), tmp_path)
    reading.store.add(PULLS, ID, [pull(1, ANN, "2024-01-01")])
    with ThreadPoolExecutor(1) as pool:
        fetch_reviews(reading, pool)
    assert reading.store.files(REVIEWS, ID) == []
