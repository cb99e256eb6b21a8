"""Loads of one repository with other days, parts and ways of asking: no later one tells less than one before it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from ingest.sources.github.cursor import Cursor
from ingest.sources.github.plan import Plan
from ingest.sources.github.repository import keep_until, widened
from tests.ingest.sources.github.reading import TOKEN, Reading, Room
from tests.ingest.sources.github.server.expected import expected
from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.world import MAIN

COUNTED = ("issues", "pulls", "reviews", "comments")
LOADS: dict[str, tuple[str | None, dict[str, Json]]] = {
    "all of it": (None, {}),
    "up to a day": (None, {"until": "2024-01-20"}),
    "from a day on, by GraphQL": (TOKEN, {"since": "2024-02-10", "until": "2024-02-20"}),
}


def load(github: GitHub, folder: Path, name: str) -> Reading:
    """One of the loads, into a room where others may have been before."""
    token, options = LOADS[name]
    return Room(github, folder, token).read(MAIN, what=COUNTED, **options)


def test_in_whichever_order_loads_come_they_end_in_the_same(quick: GitHub, tmp_path: Path) -> None:
    main, ends = quick.world.repositories[0], set()
    for number, order in enumerate(permutations(LOADS)):
        told = [load(quick, tmp_path / str(number), name) for name in order]
        ends.add((told[-1].digest, told[-1].datasets[0].origin.content_hash))
        assert told[-1].counts(main.id) == expected(main, COUNTED), order
        sizes = [sum(sum(row.values()) for row in one.counts(main.id).values()) for one in told]
        assert sizes == sorted(sizes), (order, "none tells less than the one before")
    assert len(ends) == 1


@pytest.mark.parametrize("first", ["issues", "comments"])
def test_a_list_that_is_read_later_from_a_later_day_takes_back_none_of_the_others(
    quick: GitHub, tmp_path: Path, first: str
) -> None:
    room, main = Room(quick, tmp_path, TOKEN), quick.world.repositories[0]
    room.read(MAIN, what=(first,))
    told = room.read(MAIN, what=("pulls",), since="2024-02-10")
    assert told.counts(main.id) == expected(main, (first, "pulls"))


def test_lists_of_a_later_day_are_read_again_with_one_that_is_asked_for_from_the_beginning(
    quick: GitHub, tmp_path: Path
) -> None:
    room, main = Room(quick, tmp_path, TOKEN), quick.world.repositories[0]
    room.read(MAIN, what=("pulls",), since="2024-02-10")
    assert room.read(MAIN, what=("issues",)).counts(main.id) == expected(main, ("issues", "pulls"))


def test_reviews_that_are_asked_for_after_their_pull_requests_are_all_read(quick: GitHub, tmp_path: Path) -> None:
    room, main = Room(quick, tmp_path, TOKEN), quick.world.repositories[0]
    room.read(MAIN, what=("pulls",))
    assert room.read(MAIN, what=("pulls", "reviews")).counts(main.id) == expected(main, ("pulls", "reviews"))
    quick.forget()
    room.read(MAIN, what=("pulls",))
    assert quick.count("/graphql") <= 3, "and are then not read again"


def test_a_load_that_breaks_off_on_its_way_to_an_earlier_day_takes_nothing_back(tmp_path: Path) -> None:
    cursor = Cursor(tmp_path / "7.json")
    cursor.put_all({"done": {"issues": "2024-06-15"}, "whole": {"issues": "2024-02-01"}})
    cursor.renew("issues", **{"from": "", "mode": "rest"})
    later = Plan((), since="2024-03-01", parts=frozenset({"repository", "issues"}))
    assert widened(later, cursor).since == "2024-02-01"


def test_what_is_light_is_not_widened(tmp_path: Path) -> None:
    cursor = Cursor(tmp_path / "7.json")
    cursor.put_all({"done": {"issues": "2024-06-15"}, "whole": {"issues": "2024-02-01"}})
    light = Plan((), parts=frozenset({"repository", "contributors"}))
    assert widened(light, cursor) == light


@pytest.mark.parametrize(
    ("untils", "right"), [(["2024-01-10"], "2024-01-10"), (["2024-01-10", "2024-03-31", "2024-02-29"], "2024-03-31"),
                          (["2024-01-10", ""], ""), (["", "2024-01-10"], "")],
)  # fmt: skip
def test_the_last_day_is_the_widest_so_far(tmp_path: Path, untils: list[str], right: str) -> None:
    cursor = Cursor(tmp_path / "7.json")
    for until in untils:
        keep_until(Plan((), until=until), cursor)
    keep_until(Plan((), parts=frozenset({"repository"})), cursor)
    assert cursor.of("told") == {"until": right}
