from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.contributors.conftest import ROBOT
from tests.cypher.queries.told import asked, column


def test_those_who_merge_and_answer_stand_with_those_whom_a_source_names(people: Database) -> None:
    rows = asked(people, "maintainers", repository="k/keep")
    assert column(rows, "developer", "merged_others", "reviews", "closed_issues", "named_by") == [
        ("kim", 9, 1, 0, ["table"]), ("lee", 0, 7, 2, []), ("mia", None, None, None, ["table"]),
    ]  # fmt: skip
    assert set(column(rows, "sources")[0]) == {"gharchive", "table"}  # type: ignore[call-overload] # a list


def test_outside_of_the_window_only_the_named_remain(people: Database) -> None:
    rows = asked(people, "maintainers", repository="k/keep", from_="2025-01", to="2025-02")
    assert column(rows, "developer") == ["kim", "mia"]


def test_what_the_source_does_not_count_is_unknown(people: Database) -> None:
    rows = asked(people, "maintainers", repository="k/some")
    assert column(rows, "developer", "merged_others", "reviews", "closed_issues") == [("kim", 2, None, None)]


def test_machines_that_merge_show_where_they_are_wanted(people: Database) -> None:
    rows = asked(people, "maintainers", repository="k/keep", bots=True)
    assert column(rows, "developer", "merged_others")[0] == (ROBOT, 90)


def test_who_answers_in_comments_alone_is_one_of_them(people: Database) -> None:
    rows = asked(people, "maintainers", repository="k/talk")
    assert column(rows, "developer", "merged_others", "issue_comments", "review_comments") == [
        ("kim", 2, 0, 0), ("lou", 0, 500, 50), ("cal", 0, 4, 0),
    ]  # fmt: skip
    assert set(column(asked(people, "maintainers", repository="k/some"), "issue_comments", "review_comments")) == {
        (None, None)
    }
