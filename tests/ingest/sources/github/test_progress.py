"""What a load has behind it when it is broken off, and an owner of many repositories read sixty calls at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import AtlasError, RateLimitedError
from ingest.sources.github.collecting import collect
from ingest.sources.github.plan import Plan, plan
from ingest.sources.github.progress import Progress
from ingest.web.replies import AbsentError
from tests.ingest.sources.github.reading import MODES, Room
from tests.ingest.sources.github.server.serving import GitHub, serving
from tests.ingest.sources.github.server.world import Size, make_world

MANY = Size(developers=18, repositories=20, issues=6, pulls=4, stars=2, months=1)
"""With twelve repositories of `acme`, little in each."""
DAY = "2026-01-15"


@pytest.fixture
def many(published: None) -> Iterator[GitHub]:  # noqa: ARG001 - has to come first
    with serving(GitHub(make_world(9, MANY))) as github:
        yield github
    assert github.broken == []


def asked(*named: str, since: str | None = None) -> Plan:
    return plan(named, since, None, "seeds", (), wait=False)


def told(room: Room, *named: str) -> tuple[list[str], AtlasError | None]:
    """The datasets that come before a load ends, and the error that ends it."""
    found: list[str] = []
    try:
        for dataset in collect(asked(*named), room.desk, pace=room.hours.pace()):
            found.append(dataset.origin.dataset)  # noqa: PERF401 - those before an error count
    except AtlasError as error:
        return found, error
    return found, None


def test_an_owner_of_twelve_repositories_is_read_to_the_end_with_sixty_calls_an_hour(
    many: GitHub, tmp_path: Path
) -> None:
    room, hours, before = Room(many, tmp_path), 0, 0
    many.clock = room.hours.clock
    assert sum(one.owner.login == "acme" for one in many.world.repositories) >= 12
    while True:
        hours += 1
        many.renew()
        found, error = told(room, "acme")
        if error is None:
            break
        assert isinstance(error, RateLimitedError), error
        assert len(found) > before, "each hour brings more repositories, and all that are whole are told"
        before, room.hours.ahead = len(found), room.hours.ahead + 3600
    assert 2 < hours < 6
    assert many.answered[304] <= 2 * hours, "but for the facts of the one that was broken off, nothing is asked again"
    many.limits["core"] = 10_000
    whole = Room(many, tmp_path / "at once")
    assert sorted(found) == sorted(told(whole, "acme")[0])
    assert list((tmp_path / "github" / "loads").iterdir()) == []


@pytest.mark.parametrize("mode", MODES)
def test_what_is_whole_comes_before_the_limit_is_told(many: GitHub, tmp_path: Path, mode: str) -> None:
    many.limits["core"] = 20
    room = Room(many, tmp_path, MODES[mode])
    first, error = told(room, "acme")
    assert first
    assert isinstance(error, RateLimitedError)
    many.forget()
    assert told(room, "acme")[0] == first, "made of what is kept"
    assert not any(many.count(f"/repositories/{dataset}/") for dataset in first), "nothing whole is asked again"


def test_a_load_of_the_same_arguments_goes_on_and_others_begin(tmp_path: Path) -> None:
    first = Progress.of(tmp_path, asked("acme"), DAY)
    first.whole("acme/Engine", 7)
    first.gone("acme/none", 451)
    again = Progress.of(tmp_path, asked("Acme"), "2026-01-17")
    assert (again.name, again.number("ACME/engine"), again.number("acme/other")) == (first.name, 7, None)
    with pytest.raises(AbsentError, match="was not there") as gone:
        again.number("acme/none")
    assert gone.value.code == 451
    assert Progress.of(tmp_path, asked("acme", since="2025-02"), DAY).number("acme/engine") is None


def test_a_load_that_was_whole_or_left_for_long_begins_anew(tmp_path: Path) -> None:
    first = Progress.of(tmp_path, asked("acme"), DAY)
    first.whole("acme/engine", 7)
    later = Progress.of(tmp_path, asked("acme"), "2026-01-23")
    assert (later.number("acme/engine"), later.name == first.name) == (None, False)
    later.whole("acme/engine", 7)
    later.end()
    later.end()
    assert Progress.of(tmp_path, asked("acme"), "2026-01-23").number("acme/engine") is None


def test_a_question_is_asked_once(tmp_path: Path) -> None:
    progress, answers = Progress.of(tmp_path, asked("acme"), DAY), iter([["b/b", "a/a"]])
    assert progress.names("owner acme", lambda: next(answers)) == ["b/b", "a/a"]
    again = Progress.of(tmp_path, asked("acme"), DAY)
    assert again.names("owner acme", lambda: next(answers)) == ["b/b", "a/a"]
