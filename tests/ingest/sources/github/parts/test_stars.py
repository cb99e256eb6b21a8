"""Stars: all of them where they can be had, a sample that says so where not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import httpx
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.github.counting import Window, counted
from ingest.sources.github.parts.stars import SAMPLED_PAGES, SHOWN_PAGES, fetch_stars, sample
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import FACTS, ID, github_of, reading_of


@given(st.integers(0, 1000))
def test_a_sample_is_spread_from_the_first_page_to_the_last(pages: int) -> None:
    found = sample(pages)
    assert len(found) <= SAMPLED_PAGES
    assert found == sorted(set(found))
    if pages:
        assert all(b - a <= pages / (SAMPLED_PAGES - 1) + 1 for a, b in pairwise(found))


def star(number: int) -> Json:
    """The star of that number: a thousand a month."""
    when = f"2024-{1 + number // 1000 % 12:02d}-01T00:00:{number % 60:02d}Z"
    return {"starred_at": when, "user": {"login": f"fan-{number}", "id": number + 1, "type": "User"}}


def stars(total: int) -> object:
    def answer(request: httpx.Request) -> Json:
        page = int(request.url.params["page"])
        return [star(number) for number in range((page - 1) * 100, min(page * 100, total))]

    return answer


def test_few_stars_are_all_read_and_a_second_reading_goes_on(tmp_path: Path) -> None:
    asked: list[int] = []

    def answer(request: httpx.Request) -> Json:
        asked.append(int(request.url.params["page"]))
        return stars(250)(request)  # type: ignore[operator, no-any-return] # the function above

    reading = reading_of(github_of(answer), tmp_path, facts=replace(FACTS, stars=250))
    fetch_stars(reading)
    fetch_stars(reading)
    assert asked == [1, 2, 3, 2, 3]
    with counted(reading.store, ID, Window()) as counts:
        assert counts.stars() == [("2024-01", 250)]
    assert not reading.cursor.of("stars")["sampled"]


def test_many_stars_are_sampled_with_their_places_and_once(tmp_path: Path) -> None:
    total = 12_000
    asked: list[int] = []

    def answer(request: httpx.Request) -> Json:
        asked.append(int(request.url.params["page"]))
        return stars(total)(request)  # type: ignore[operator, no-any-return] # the function above

    reading = reading_of(github_of(answer), tmp_path, facts=replace(FACTS, stars=total))
    fetch_stars(reading)
    fetch_stars(reading)
    assert asked == sample(120)
    assert reading.cursor.of("stars")["sampled"] is True
    with counted(reading.store, ID, Window()) as counts:
        series = counts.stars()
        assert list(counts.pairs("acme/engine", ID)) == []
    assert series[-1] == ("2024-12", total)
    assert all(before < after for (_, before), (_, after) in pairwise(series))


def test_more_pages_than_github_shows_are_not_asked_for(tmp_path: Path) -> None:
    asked: list[int] = []

    def answer(request: httpx.Request) -> Json:
        asked.append(int(request.url.params["page"]))
        return []

    fetch_stars(reading_of(github_of(answer), tmp_path, facts=replace(FACTS, stars=200_000)))
    assert max(asked) == SHOWN_PAGES


def test_stars_that_were_all_read_are_not_taken_back_by_a_sample(tmp_path: Path) -> None:
    fetch_stars(reading_of(github_of(stars(250)), tmp_path, facts=replace(FACTS, stars=250)))  # type: ignore[arg-type] # as above
    asked: list[str] = []

    def answer(request: httpx.Request) -> Json:
        asked.append(request.url.path)
        return []

    many = reading_of(github_of(answer), tmp_path, facts=replace(FACTS, stars=12_000))
    assert fetch_stars(many) is False
    assert asked == []
    assert many.cursor.of("stars")["sampled"] is False
    with counted(many.store, ID, Window()) as counts:
        assert counts.stars() == [("2024-01", 250)]
