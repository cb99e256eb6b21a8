"""Comments of both kinds."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from ingest.sources.github.counting import Window, counted
from ingest.sources.github.parts.comments import KINDS, fetch_comments
from tests.ingest.sources.github.stored import ID, reading_of, service_of
from tests.ingest.web.answering import Service

WHEN = "2024-03-01T00:00:00Z"


@pytest.mark.parametrize("kind", KINDS)
def test_comments_are_kept_by_kind_and_asked_for_from_the_last_change_on(kind: str, tmp_path: Path) -> None:
    row = {"id": 1, "created_at": WHEN, "updated_at": WHEN, "user": {"login": "ann", "id": 1, "type": "User"}}
    url = {
        "issue_url": "https://x.test/issues/3",
        "pull_request_url": "https://x.test/pulls/3",
        "body": "private words",
    }
    service = Service(lambda _: httpx.Response(200, json=[{**row, **url}]))
    reading = reading_of(service_of(service), tmp_path)
    fetch_comments(reading, kind)
    fetch_comments(reading, kind)
    assert "since" not in service.asked[0].url.params
    assert service.asked[-1].url.params["since"] == WHEN
    with counted(reading.store, ID, Window()) as counts:
        assert [dict(pair.counts) for pair in counts.pairs("acme/engine", ID)] == [{f"{kind}_comments": 1}]
