"""Lists in the order of change: nothing is lost while things change, and no list goes on for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.sources.github.api import Page
from ingest.sources.github.changes import Fetch, changed
from ingest.web.replies import Json

SIZE = 3


def listed(rows: list[tuple[int, int]]) -> Fetch:
    """A list of (number, minute of change), asked as GitHub is."""

    def fetch(since: str, after: str) -> Page:
        page = int(after or 1)
        found = sorted((minute, number) for number, minute in rows if stamp(minute) >= since)
        shown: list[Json] = [{"n": number, "at": stamp(minute)} for minute, number in found[(page - 1) * SIZE :][:SIZE]]
        return Page(shown, len(found) > page * SIZE, str(page + 1))

    return fetch


def stamp(minute: int) -> str:
    return f"2024-01-01T{minute // 60:02d}:{minute % 60:02d}:00Z"


def read(fetch: Fetch, since: str = "") -> tuple[set[Json], str]:
    """Numbers that were seen, and the last mark."""
    seen, mark = set[Json](), since
    for page, last in changed(fetch, since, "at"):
        seen |= {row["n"] for row in page.rows if isinstance(row, dict)}
        mark = last
    return seen, mark


@given(st.lists(st.integers(0, 20), max_size=40))
def test_all_rows_are_seen_whatever_times_they_share(minutes: list[int]) -> None:
    seen, mark = read(listed(list(enumerate(minutes))))
    assert seen == set(range(len(minutes)))
    assert mark == (stamp(max(minutes)) if minutes else "")


@given(st.lists(st.integers(0, 99), min_size=1, max_size=30), st.integers(0, 29))
def test_what_changes_while_pages_are_turned_is_not_lost(minutes: list[int], which: int) -> None:
    rows = list(enumerate(minutes))
    fetch, turned = listed(rows), 0

    def moving(since: str, after: str) -> Page:
        nonlocal turned
        turned += 1
        page = fetch(since, after)
        if turned == 1:  # one that was seen moves to the end, so that all others move up
            rows[which % len(rows)] = (which % len(rows), 1000)
        return page

    assert read(moving)[0] == set(range(len(minutes)))


def test_a_second_reading_asks_from_the_mark_on() -> None:
    rows = [(n, n) for n in range(10)]
    _, mark = read(listed(rows))
    assert read(listed([*rows, (10, 10)]), mark)[0] == {9, 10}


def test_rows_out_of_order_are_read_by_page() -> None:
    rows: list[Json] = [{"n": n, "at": stamp(59 - n)} for n in range(8)]

    def fetch(_: str, after: str) -> Page:
        page = int(after or 1)
        return Page(rows[(page - 1) * SIZE :][:SIZE], page * SIZE < len(rows), str(page + 1))

    assert read(fetch)[0] == set(range(8))


def test_empty_pages_without_end_are_an_error() -> None:
    with pytest.raises(SourceError, match="empty pages"):
        read(lambda _, after: Page([], more=True, after=after + "x"))


def test_the_same_page_without_end_is_an_error() -> None:
    with pytest.raises(SourceError, match="again and again"):
        read(lambda _, after: Page([{"n": 1, "at": stamp(1)}], more=True, after=after + "x"))
