"""The list of contributors."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from ingest.sources.github.parts.contributors import MOST_PAGES, PART, fetch_contributors
from ingest.web.replies import RefusedError
from tests.ingest.sources.github.stored import reading_of, service_of
from tests.ingest.web.answering import ADDRESS, Service

ANN = {"login": "ann", "id": 1, "type": "User", "contributions": 12}


def kept(folder: Path, service: Service) -> dict[str, object]:
    reading = reading_of(service_of(service), folder)
    fetch_contributors(reading)
    return dict(reading.cursor.of(PART))


def test_accounts_are_kept_with_their_commits(tmp_path: Path) -> None:
    found = kept(tmp_path, Service([httpx.Response(200, json=[ANN])]))
    assert found == {"rows": [["ann", 1, "User", 12]], "note": ""}


@pytest.mark.parametrize("code", [204, 403, 409])
def test_no_list_is_said(code: int, tmp_path: Path) -> None:
    found = kept(tmp_path, Service([httpx.Response(code)]))
    assert found["rows"] == []
    assert "empty" in str(found["note"])


def test_another_refusal_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        kept(tmp_path, Service([httpx.Response(422)]))


def test_no_more_pages_than_github_ties_to_accounts_are_asked_for(tmp_path: Path) -> None:
    link = {"Link": f'<{ADDRESS}/x?page=9>; rel="next"'}
    service = Service(lambda _: httpx.Response(200, json=[ANN], headers=link))
    kept(tmp_path, service)
    assert len(service.asked) == MOST_PAGES
