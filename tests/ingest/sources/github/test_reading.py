"""Where the reading of a part begins, and where refused rows go."""

from __future__ import annotations

from pathlib import Path

from graph.errors import BadRowError
from ingest.sources.github.models import Account
from ingest.sources.github.plan import Plan
from ingest.sources.github.reading import refused, who
from tests.ingest.sources.github.stored import github_of, reading_of

GITHUB = github_of(lambda _: [])


def test_a_part_goes_on_from_its_mark(tmp_path: Path) -> None:
    reading = reading_of(GITHUB, tmp_path, plan=Plan((), since="2024-02-01"))
    assert reading.begin("issues") == "2024-02-01T00:00:00Z"
    reading.cursor.put("issues", since="2024-05-05T00:00:00Z")
    assert reading.begin("issues") == "2024-05-05T00:00:00Z"


def test_an_earlier_first_day_begins_anew_and_a_later_one_does_not(tmp_path: Path) -> None:
    reading_of(GITHUB, tmp_path, plan=Plan((), since="2024-02-01")).begin("issues")
    later = reading_of(GITHUB, tmp_path, plan=Plan((), since="2024-03-01"))
    later.cursor.put("issues", since="2024-05-05T00:00:00Z")
    assert later.begin("issues") == "2024-05-05T00:00:00Z"
    assert reading_of(GITHUB, tmp_path).begin("issues") == ""


def test_another_mode_begins_anew(tmp_path: Path) -> None:
    reading = reading_of(GITHUB, tmp_path)
    reading.begin("issues", mode="rest")
    reading.cursor.put("issues", since="2024-05-05T00:00:00Z")
    assert reading.begin("issues", mode="graphql") == ""


def test_another_mode_with_a_later_first_day_begins_anew_from_the_earlier_one(tmp_path: Path) -> None:
    reading_of(GITHUB, tmp_path, plan=Plan((), since="2024-02-01")).begin("issues", mode="rest")
    later = reading_of(GITHUB, tmp_path, plan=Plan((), since="2024-03-01"))
    later.cursor.put("issues", since="2024-05-05T00:00:00Z")
    assert later.begin("issues", mode="graphql") == "2024-02-01T00:00:00Z"
    assert later.cursor.of("issues") == {"from": "2024-02-01T00:00:00Z", "mode": "graphql"}


def test_a_refused_row_is_kept_once(tmp_path: Path) -> None:
    reading = reading_of(GITHUB, tmp_path)
    for _ in range(2):
        reading.refuse(BadRowError("issues", 3, "number", "'x'", "a whole number"))
    assert [str(error) for error in refused(reading.cursor)] == ["issues:3: number: found 'x', expected a whole number"]


def test_nobody_has_empty_cells() -> None:
    assert who(None, "actor") == {"actor": None, "actor_id": None, "actor_type": None}
    assert who(Account(login="app", id=1, type="Bot"))["author"] == "app[bot]"
