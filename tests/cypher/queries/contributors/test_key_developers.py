from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_those_who_together_made_the_share_with_months_and_other_places(people: Database) -> None:
    rows = asked(people, "key-developers", repository="b/core")
    assert column(rows, "developer", "contributions", "share", "together") == [
        ("amy", 50, 0.5, 0.5),
        ("bob", 30, 0.3, 0.8),
    ]
    assert column(rows, "months", "last", "elsewhere") == [(2, "2024-07", 1), (2, "2024-07", 0)]


def test_a_larger_share_has_more_people_and_a_window_its_own_months(people: Database) -> None:
    assert column(asked(people, "key-developers", repository="b/core", share=0.81), "developer") == [
        "amy",
        "bob",
        "cat",
    ]
    (first, *_) = asked(people, "key-developers", repository="b/core", from_="2024-01", to="2024-03")
    assert (first["contributions"], first["months"], first["last"]) == (25, 1, "2024-02")


def test_stars_are_neither_months_nor_other_places(people: Database) -> None:
    rows = asked(people, "key-developers", repository="z/one", share=1)
    assert column(rows, "developer", "months", "last", "elsewhere") == [
        ("bob2", 1, "2024-09", 1), ("ann2", 1, "2025-06", 1),
    ]  # fmt: skip
