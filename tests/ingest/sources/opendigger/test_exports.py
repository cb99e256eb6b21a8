"""Which export a file is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.errors import BadInputError
from tests.ingest.sources.opendigger.world import desk, label_folder, opened

TOTALS = "repo_id,repo_name,platform,total_openrank\n7,a/b,GitHub,1\n"
LABEL = "name: 人工智能\ntype: Tech-10\ndata: {platforms: [{name: GitHub, repos: [{id: 1, name: a/b}]}]}"


def test_each_export_is_told_by_its_form(tmp_path: Path) -> None:
    (tmp_path / "top.csv").write_text(TOTALS)
    (tmp_path / "topics.jsonl").write_text('{"repo_id": 7, "repo_name": "a/b", "topics": []}')
    label_folder(tmp_path / "domains", {"ai": LABEL})
    label_folder(tmp_path / "tree", {"technology/ai": LABEL})
    names = ("top.csv", "topics.jsonl", "domains/", "tree/", "domains/ai.yml")
    found = opened(desk(tmp_path), *(f"{tmp_path}/{name}" for name in names))
    assert [dataset.origin.dataset for dataset in found] == ["openrank sums", "topics", "domains", "labels", "domains"]


def test_the_day_is_that_of_the_first_reading_also_later(tmp_path: Path) -> None:
    (tmp_path / "top.csv").write_text(TOTALS)
    at = desk(tmp_path)
    later = replace(at, now=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    assert [opened(one, tmp_path / "top.csv")[0].origin.as_of for one in (at, later)] == ["2025-09-01", "2025-09-01"]


def test_the_day_that_a_user_says_goes_before(tmp_path: Path) -> None:
    (tmp_path / "top.csv").write_text(TOTALS)
    assert opened(desk(tmp_path), tmp_path / "top.csv", as_of="2025-06-30")[0].origin.as_of == "2025-06-30"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("absent.csv", "does not exist: expected a .csv or .csv.gz of OpenRank sums"),
        ("empty/", "is no export of OpenDigger's"),
    ],
)
def test_what_is_no_export_is_refused_with_what_is(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInputError) as caught:
        opened(desk(tmp_path), f"{tmp_path}/{name}")
    assert said in str(caught.value)
