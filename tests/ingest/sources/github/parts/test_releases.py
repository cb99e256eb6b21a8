"""Releases."""

from __future__ import annotations

from pathlib import Path

from ingest.sources.github.counting import Window, counted
from ingest.sources.github.parts.releases import fetch_releases
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import ID, github_of, reading_of


def test_published_releases_are_kept_and_drafts_are_not(tmp_path: Path) -> None:
    rows: Json = [
        {"id": 1, "tag_name": "v1", "published_at": "2024-03-01T00:00:00Z", "prerelease": False, "body": "words"},
        {"id": 2, "tag_name": "v2", "published_at": None, "draft": True},
    ]
    reading = reading_of(github_of(lambda _: rows), tmp_path)
    fetch_releases(reading)
    with counted(reading.store, ID, Window()) as counts:
        assert counts.releases() == [("2024-03-01", "v1", False)]
