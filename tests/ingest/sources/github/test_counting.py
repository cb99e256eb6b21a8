"""What the store comes to: each thing counted once, for whom and in which month."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.pairs import Pair
from ingest.sources.github.counting import NOTABLE, Discussed, Window, counted
from ingest.sources.github.store import COMMENTS, ENDINGS, ISSUES, PULLS, RELEASES, STARS, Store
from tests.ingest.sources.github.stored import ANN, BEN, ID, at, by, ending, issue, pull, small_store

ALL = Window()


def pairs(store: Store, window: Window = ALL) -> dict[tuple[str, str], dict[str, int]]:
    """Counts by developer and month."""
    with counted(store, ID, window) as counts:
        return {(pair.developer, pair.month): dict(pair.counts) for pair in counts.pairs("acme/engine", ID)}


def test_each_activity_counts_where_and_when_it_was_done(tmp_path: Path) -> None:
    assert pairs(small_store(tmp_path)) == {
        ("ann", "2024-01"): {"opened_prs": 1, "opened_issues": 1, "issue_comments": 1, "review_comments": 1},
        ("ann", "2024-02"): {"merged_prs": 1},
        ("ben", "2024-01"): {"reviews": 1, "stars": 1},
        ("ben", "2024-02"): {"opened_prs": 1, "merged_prs": 1, "merged_others": 1},
        ("ben", "2024-03"): {"closed_issues": 1},
        ("dependabot[bot]", "2024-01"): {"opened_issues": 1},
    }


def test_a_window_holds_its_first_and_its_last_day(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    assert set(pairs(store, Window("2024-02-01", "2024-02-01"))) == {("ann", "2024-02"), ("ben", "2024-02")}
    assert pairs(store, Window("2024-02-01", "2024-02-01"))["ben", "2024-02"] == {"merged_others": 1}
    assert pairs(store, Window("2024-04-01")) == {}


def test_ids_and_kinds_of_accounts_come_along(tmp_path: Path) -> None:
    with counted(small_store(tmp_path), ID, ALL) as counts:
        found = list(counts.pairs("acme/engine", ID))
    assert Pair("dependabot[bot]", "acme/engine", "2024-01", {"opened_issues": 1}, 3, ID, "Bot") in found
    assert [(pair.month, pair.developer) for pair in found] == sorted((pair.month, pair.developer) for pair in found)


def test_an_account_that_changed_its_login_counts_under_the_last(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(ISSUES, ID, [issue(1, by("old-name", 9), "2024-01-01"), issue(2, by("new-name", 9), "2024-01-02")])
    assert pairs(store) == {("new-name", "2024-01"): {"opened_issues": 2}}


def test_logins_without_ids_are_one_in_whatever_case(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(ISSUES, ID, [issue(1, by("Ann"), "2024-01-01"), issue(2, by("ann"), "2024-01-02")])
    assert list(pairs(store).values()) == [{"opened_issues": 2}]


def test_who_is_gone_is_counted_and_not_invented(tmp_path: Path) -> None:
    with counted(small_store(tmp_path), ID, ALL) as counts:
        assert counts.lost() == {"opened_prs": 1}


def test_an_issue_counts_as_closed_once_by_the_last_who_closed_it_and_not_while_it_is_open(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(ISSUES, ID, [issue(1, ANN, "2024-01-01", "2024-03-05"), issue(2, ANN, "2024-01-01")])
    for actor, when in (("ann", "2024-02-01"), ("ben", "2024-03-05")):
        store.add(ENDINGS, ID, [ending(n, "closed", by(actor, prefix="actor"), when) for n in (1, 2)])
    closed = {key: told for key, told in pairs(store).items() if "closed_issues" in told}
    assert closed == {("ben", "2024-03"): {"closed_issues": 1}}


def test_an_issue_whose_closer_is_not_known_is_counted_among_the_lost(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(ISSUES, ID, [issue(1, ANN, "2024-01-01", "2024-02-01")])
    with counted(store, ID, ALL) as counts:
        assert counts.lost() == {"closed_issues": 1}


def test_a_closed_pull_request_is_no_closed_issue(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(PULLS, ID, [pull(1, ANN, "2024-01-01")])
    store.add(ENDINGS, ID, [ending(1, "closed", by("ben", prefix="actor"), "2024-02-01")])
    assert pairs(store) == {("ann", "2024-01"): {"opened_prs": 1}}


def test_labels_are_counted_by_the_month_of_opening(tmp_path: Path) -> None:
    with counted(small_store(tmp_path), ID, ALL) as counts:
        assert counts.labels() == [
            ("bug", "2024-01", 1, 1), ("bug", "2024-02", 1, 1), ("fb-exported", "2024-01", 1, 1),
        ]  # fmt: skip


def test_pull_requests_are_counted_by_the_month_of_opening_whoever_opened_them(tmp_path: Path) -> None:
    with counted(small_store(tmp_path), ID, ALL) as counts:
        assert counts.opened() == [("2024-01", 1), ("2024-02", 2)]
    with counted(small_store(tmp_path / "later"), ID, Window("2024-02-03")) as counts:
        assert counts.opened() == [("2024-02", 1)]


def test_what_people_talked_about_is_told_and_not_what_machines_said(
    tmp_path: Path,
) -> None:
    with counted(small_store(tmp_path), ID, ALL) as counts:
        assert counts.notable() == [Discussed("2024-01", 1, "ann", 1, "User", "2024-02-01", 1, 2, 1)]


def test_of_each_month_the_most_discussed_are_told_and_the_first_of_equals(tmp_path: Path) -> None:
    store = Store(tmp_path)
    days = ["2024-01-01"] * (NOTABLE + 2) + ["2024-02-01"]
    store.add(PULLS, ID, [pull(n, ANN, day) for n, day in enumerate(days, start=1)])
    talk = [(number, by("ben", 2)) for number in range(1, len(days) + 1)] + [(NOTABLE + 2, by("cid", 4))]
    talk += [(NOTABLE + 1, by("robot[bot]", 5, "Bot"))] * 9
    day = {"created_at": at("2024-03-01"), "updated_at": at("2024-03-01")}
    said = ({"kind": "issue", "id": n, "number": number, **day, **who} for n, (number, who) in enumerate(talk))
    store.add(COMMENTS, ID, said)
    with counted(store, ID, ALL) as counts:
        found = [(told.month, told.number, told.comments, told.people) for told in counts.notable()]
    equals = [("2024-01", number, 1, 1) for number in range(1, NOTABLE)]
    assert found == [*equals, ("2024-01", NOTABLE + 2, 2, 2), ("2024-02", NOTABLE + 3, 1, 1)]


def test_stars_grow_month_by_month(tmp_path: Path) -> None:
    store = Store(tmp_path)
    days = ["2024-01-01", "2024-01-09", "2024-03-01"]
    store.add(STARS, ID, [{"starred_at": at(day), "rank": None, **by(f"fan-{n}", n)} for n, day in enumerate(days)])
    with counted(store, ID, ALL) as counts:
        assert counts.stars() == [("2024-01", 2), ("2024-03", 3)]


def test_sampled_stars_keep_their_place_and_are_nobody_s_activity(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(STARS, ID, [{"starred_at": at("2024-05-01"), "rank": 39_901, **BEN}])
    with counted(store, ID, ALL) as counts:
        assert counts.stars() == [("2024-05", 39_901)]
        assert list(counts.pairs("acme/engine", ID)) == []


def test_the_stars_of_the_first_day_and_week_count_from_the_day_of_creation(tmp_path: Path) -> None:
    store = Store(tmp_path)
    days = ["2024-01-05", "2024-01-05", "2024-01-06", "2024-01-11", "2024-01-12"]
    store.add(STARS, ID, [{"starred_at": at(day), "rank": None, **by(f"fan-{n}", n)} for n, day in enumerate(days)])
    with counted(store, ID, ALL) as counts:
        assert counts.burst(date(2024, 1, 5)) == (2, 4)


def test_of_sampled_stars_the_first_day_is_not_known(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(STARS, ID, [{"starred_at": at("2024-01-05"), "rank": 100, **BEN}])
    with counted(store, ID, ALL) as counts:
        assert counts.burst(date(2024, 1, 5)) is None


def test_releases_have_their_day(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(RELEASES, ID, [{"id": 1, "tag": "v1", "prerelease": True, "published_at": at("2024-05-01")}])
    with counted(store, ID, ALL) as counts:
        assert counts.releases() == [("2024-05-01", "v1", True)]


def test_mergers_are_people_the_most_active_first(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    store.add(
        PULLS,
        ID,
        [pull(8, BEN, "2024-02-02", "2024-02-04"), pull(9, by("b[bot]", 3, "Bot"), "2024-02-02", "2024-02-04")],
    )
    with counted(store, ID, ALL) as counts:
        assert counts.mergers() == [("ben", 2, 2), ("ann", 1, 1)]


@pytest.mark.parametrize(("until", "after"), [("2024-02-29", "2024-03-01"), ("2024-12-31", "2025-01-01")])
def test_the_last_day_is_part_of_a_window(until: str, after: str) -> None:
    assert Window("", until).bounds["until"] == after
