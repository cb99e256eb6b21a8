"""What was done on each issue and pull request, by month: what the community preset of OpenRank is made from."""

from __future__ import annotations

from pathlib import Path

from ingest.desk import Desk
from ingest.identity import Identities
from ingest.sources.github.items import ON_ITEMS, ItemMonth, item_months, repository_id
from ingest.sources.github.repository import Room
from tests.ingest.sources.github.stored import ID, small_store


def desk(folder: Path) -> Desk:
    return Desk(Identities.load(), folder)


def told(month: ItemMonth) -> dict[tuple[str, str], dict[str, float]]:
    """Counts that are not zero, by developer and item."""
    return {
        (who, item): {name: count for name, count in zip(ON_ITEMS, counts, strict=True) if count}
        for who, item, counts in month.rows
    }


def test_each_item_has_what_was_done_on_it_by_whom(tmp_path: Path) -> None:
    small_store(tmp_path / "github" / "store")
    january, february, march = item_months(desk(tmp_path), ID)
    assert told(january) == {
        ("github:1", "1"): {"opened_prs": 1, "review_comments": 1},
        ("github:1", "4"): {"opened_issues": 1, "issue_comments": 1},
        ("github:3", "5"): {"opened_issues": 1},
    }
    assert told(february) == {
        ("github:2", "1"): {"closed_prs": 1},
        ("github:2", "2"): {"opened_prs": 1, "closed_prs": 1},
    }
    assert (told(march), march.period) == ({("github:2", "4"): {"closed_issues": 1}}, "2024-03")


def test_pull_requests_are_merged_in_the_month_of_their_merge(tmp_path: Path) -> None:
    small_store(tmp_path / "github" / "store")
    assert [month.merged for month in item_months(desk(tmp_path), ID)] == [frozenset(), {"1", "2"}, frozenset()]


def test_what_was_never_read_has_no_months(tmp_path: Path) -> None:
    assert list(item_months(desk(tmp_path), ID)) == []
    assert repository_id(desk(tmp_path), "acme/engine") is None


def test_a_repository_is_known_by_the_name_that_it_was_asked_for_with(tmp_path: Path) -> None:
    names = Room.at(desk(tmp_path)).names()
    names.put("acme/engine", id=ID)
    assert repository_id(desk(tmp_path), "Acme/Engine") == ID
