"""What counts as what, in both engines."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ingest.desk import Desk
from ingest.sources.gharchive.activities import COUNTED
from tests.ingest.sources.gharchive import oracle
from tests.ingest.sources.gharchive.archive import (
    ANN,
    BEN,
    BOT,
    ONE,
    TWO,
    event,
    faulty_hours,
    merged,
    merged_lately,
    opened,
    push,
    timeline,
    write,
)  # fmt: skip
from tests.ingest.sources.gharchive.conftest import MakeDesk
from tests.ingest.sources.gharchive.loads import counts, edges, hashes, load, rows

if TYPE_CHECKING:
    from ingest.sources.gharchive.spark import Spark

SPARKS_SOCKETS = pytest.mark.filterwarnings(
    "ignore:unclosed <socket:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
"""pyspark leaves the sockets of its answers to the garbage collector."""
JULY = ("team/one", "2021-07")


def hour(tmp_path: Path, *events: dict[str, object]) -> Path:
    return write(tmp_path / "2021-07-21-6.json.gz", events)


@pytest.mark.parametrize(
    ("kind", "payload", "activity"),
    [
        ("PushEvent", {}, "pushes"),
        ("PushEvent", {"size": 3, "commits": []}, "pushes"),
        ("WatchEvent", {"action": "started"}, "stars"),
        ("IssuesEvent", {"action": "opened", "issue": {"number": 1}}, "opened_issues"),
        ("IssuesEvent", {"action": "closed", "issue": 7}, "closed_issues"),
        ("IssueCommentEvent", {"action": "created"}, "issue_comments"),
        ("IssueCommentEvent", {"comment_id": 1}, "issue_comments"),
        ("PullRequestReviewEvent", {"action": "created"}, "reviews"),
        ("PullRequestReviewCommentEvent", {"action": "created"}, "review_comments"),
        ("PullRequestEvent", {"action": "opened", "number": 1}, "opened_prs"),
    ],
)
def test_an_event_is_one_activity(
    tmp_path: Path, desk: Desk, kind: str, payload: dict[str, object], activity: str
) -> None:
    assert counts(load(desk, hour(tmp_path, event(kind, **payload)))) == {("ann", *JULY): {activity: 1}}


@pytest.mark.parametrize(
    "other",
    [
        event("IssuesEvent", action="reopened"),
        event("PullRequestReviewEvent", action="dismissed"),
        event("IssueCommentEvent", action="deleted"),
        event("PullRequestEvent", action="closed", number=1, pull_request={"merged": False}),
        event("CreateEvent"),
        event("CommitCommentEvent"),
    ],
)
def test_other_events_are_none(tmp_path: Path, desk: Desk, other: dict[str, object]) -> None:
    assert counts(load(desk, hour(tmp_path, other, push(BEN)))) == {("ben", *JULY): {"pushes": 1}}


def test_a_merged_pull_request_counts_for_its_author_and_for_who_merged_it_for_another(
    tmp_path: Path, desk: Desk
) -> None:
    found = counts(load(desk, hour(tmp_path, merged(1, ANN, BEN), merged(2, ANN, ANN), merged(3, BEN, ANN))))
    assert found == {
        ("ann", *JULY): {"merged_prs": 2, "merged_others": 1},
        ("ben", *JULY): {"merged_prs": 1, "merged_others": 1},
    }


def test_a_pull_request_is_counted_once_however_often_it_is_told(tmp_path: Path, desk: Desk) -> None:
    again = merged(1, ANN, BEN, at="2021-07-21T06:30:00Z")
    later = merged_lately(1, BOT, at="2021-07-21T06:40:00Z")
    found = counts(load(desk, hour(tmp_path, merged(1, ANN, BEN), again, later, merged(1, ANN, ANN, TWO))))
    assert found[("ann", *JULY)] == {"merged_prs": 1}
    assert found[("ben", *JULY)] == {"merged_others": 1}
    assert found[("ann", "team/two", "2021-07")] == {"merged_prs": 1}


def test_who_opened_a_pull_request_is_looked_up_where_its_merging_does_not_tell_it(tmp_path: Path, desk: Desk) -> None:
    files = [
        write(tmp_path / "2025-11-30-1.json.gz", [opened(4, ANN, at="2025-11-30T01:00:00Z")]),
        write(tmp_path / "2025-12-02-2.json.gz", [merged_lately(4, BEN), merged_lately(5, BEN)]),
    ]
    december = load(desk, *files)[1]
    found = counts([december])
    assert found == {
        ("ann", "team/one", "2025-12"): {"merged_prs": 1},
        ("ben", "team/one", "2025-12"): {"merged_others": 1},
    }
    assert "2025-12: of 1 merged pull request it is not told who opened it" in december.origin.gaps


def test_what_is_learned_of_an_earlier_month_settles_a_later_one(tmp_path: Path, make_desk: MakeDesk) -> None:
    before = write(tmp_path / "2025-11-30-1.json.gz", [opened(4, ANN, at="2025-11-30T01:00:00Z")])
    after = write(tmp_path / "2025-12-02-2.json.gz", [merged_lately(4, BEN)])
    load(make_desk(tmp_path / "late"), after)
    late = load(make_desk(tmp_path / "late"), before)
    assert hashes(late) == hashes(load(make_desk(tmp_path / "both"), before, after))


def test_the_last_name_of_a_month_is_shown_and_the_id_is_who_it_is(tmp_path: Path, desk: Desk) -> None:
    events = [push((1, "ann"), (10, "team/one"), f"2021-07-21T06:0{minute}:00Z", n=minute) for minute in range(3)]
    renamed = push((1, "Anna"), (10, "team/uno"), "2021-07-21T06:30:00Z")
    assert counts(load(desk, hour(tmp_path, renamed, *events))) == {("Anna", "team/uno", "2021-07"): {"pushes": 4}}


def test_a_person_without_an_id_is_the_one_of_that_login_in_the_same_month(tmp_path: Path, desk: Desk) -> None:
    old = timeline(push((0, "ANN"), ONE, "2021-07-21T06:00:00Z"))
    found = edges(load(desk, hour(tmp_path, old, push(ANN, ONE, "2021-07-21T06:10:00Z"))))
    assert [(edge.start.ref.key, edge.props["pushes"]) for edge in found] == [("github:1", 2)]


def test_times_of_the_timeline_are_brought_to_utc(tmp_path: Path, desk: Desk) -> None:
    forms = (
        "2012-03-31T23:30:00-08:00",
        "2012/03/31 23:30:00 -0800",
        "2012-04-01T07:30:00Z",
        "2012-04-01T07:30:00+00:00",
    )
    events = [{**timeline(push(n=at)), "created_at": form} for at, form in enumerate(forms)]
    found = counts(load(desk, write(tmp_path / "2012-04-01-7.json.gz", events)))
    assert found == {("ann", "team/one", "2012-04"): {"pushes": 4}}


def test_bots_are_flagged_by_name_and_by_what_the_archive_says(tmp_path: Path, desk: Desk) -> None:
    said = merged(1, (7, "quiet-one"), BEN)
    said["payload"]["pull_request"]["user"]["type"] = "Bot"  # type: ignore[index]
    found = {
        edge.start.props["login"]: edge.start.props.get("bot")
        for edge in edges(load(desk, hour(tmp_path, push(BOT), said)))
    }
    assert found == {"helper[bot]": True, "quiet-one": True, "ben": None}


def test_ids_that_began_anew_in_2025_are_no_doubles(tmp_path: Path, desk: Desk) -> None:
    one, other = push(ANN), push(BEN)
    other["id"] = one["id"]
    assert len(counts(load(desk, hour(tmp_path, one, other)))) == 2


def plainly(found: list[dict[str, object]]) -> dict[oracle.Key, Counter[str]]:
    """Rows in the form of the oracle."""
    return {
        (
            str(row["developer_id"] or str(row["developer"]).lower()),
            str(row["repository_id"]),
            str(row["month"]),
        ): Counter({name: int(str(row[name])) for name in COUNTED if row[name]})
        for row in found
    }


def test_fifty_hours_with_faults_are_counted_as_plain_python_counts_them(tmp_path: Path, desk: Desk) -> None:
    files = faulty_hours(tmp_path / "hours")
    load(desk, *files)
    found = rows(desk.folder)
    assert plainly(found) == oracle.count(files)
    assert len(found) > 100


@SPARKS_SOCKETS
def test_both_engines_give_the_same_rows_of_fifty_hours_with_faults(
    tmp_path: Path, make_desk: MakeDesk, spark: Spark
) -> None:
    assert spark.session is not None
    one, other = make_desk(tmp_path / "duckdb"), make_desk(tmp_path / "spark")
    files = faulty_hours(tmp_path / "hours")
    by_duckdb, by_spark = load(one, *files), load(other, *files, engine="spark")
    assert rows(one.folder) == rows(other.folder)
    assert hashes(by_duckdb) == hashes(by_spark)
    assert [dataset.notes for dataset in by_duckdb] == [dataset.notes for dataset in by_spark]


@SPARKS_SOCKETS
def test_both_engines_give_the_same_rows_of_the_real_hours(
    tmp_path: Path, make_desk: MakeDesk, spark: Spark, samples: Path
) -> None:
    assert spark.session is not None
    one, other = make_desk(tmp_path / "duckdb"), make_desk(tmp_path / "spark")
    files = sorted(samples.glob("*.gz"))
    load(one, *files)
    load(other, *files, engine="spark")
    assert rows(one.folder) == rows(other.folder)
