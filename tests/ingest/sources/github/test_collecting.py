"""A load as a whole: who may work in a room, and what a lone or a missing seed comes to."""

from __future__ import annotations

from pathlib import Path

import filelock
import pytest

from graph.errors import BadInputError, LockedError, NotFoundError
from graph.model import EdgeRecord
from ingest.sources.github.collecting import collect
from ingest.sources.github.plan import plan
from tests.ingest.sources.github.reading import MODES, Room
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.things import USER, Account
from tests.ingest.sources.github.server.world import MAIN, NOW


def test_one_load_at_a_time_works_in_a_room(github: GitHub, tmp_path: Path) -> None:
    room = Room(github, tmp_path)
    with filelock.FileLock(room.desk.room("github") / "lock"), pytest.raises(LockedError, match="under way"):
        room.read(MAIN, what=("repository",))


@pytest.mark.parametrize("since", ["2026-01-16", "2030-01"])
def test_a_first_day_that_is_still_to_come_is_refused_before_the_first_call(
    github: GitHub, tmp_path: Path, since: str
) -> None:
    with pytest.raises(BadInputError, match=f"since is {since}.*still to come: expected a day up to today, 2026-01-15"):
        Room(github, tmp_path).read(MAIN, since=since)
    assert github.calls == []


def test_a_lone_seed_that_is_not_there_is_an_error(github: GitHub, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="acme/nothing is not on GitHub"):
        Room(github, tmp_path).read("acme/nothing")


def test_one_of_several_seeds_that_is_not_there_is_a_gap(github: GitHub, tmp_path: Path) -> None:
    room = Room(github, tmp_path)
    read = room.read("acme/nothing", MAIN, what=("repository",))
    assert [dataset.origin.title for dataset in read.datasets] == [f"GitHub: {MAIN}", "GitHub: acme/nothing"]
    assert "acme/nothing could not be read: it is not there, or is not public" in room.told.warnings


def test_several_seeds_of_which_none_is_there_are_an_error_that_names_them_and_nothing_is_told(
    github: GitHub, tmp_path: Path
) -> None:
    room = Room(github, tmp_path)
    asked = plan(["acme/nothing", "acme/nowhere", "nobody-here"], None, None, "seeds", ("repository",), wait=False)
    told: list[object] = []
    with pytest.raises(NotFoundError) as ended:
        told.extend(collect(asked, room.desk, pace=room.hours.pace()))
    assert str(ended.value) == (
        "there is no owner nobody-here on GitHub; acme/nothing is not on GitHub, or is not public (404); "
        "acme/nowhere is not on GitHub, or is not public (404)"
    )
    assert told == []
    again = room.read("acme/nothing", MAIN, what=("repository",))
    assert len(again.datasets) == 2


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nobody-here", "there is no owner nobody-here on GitHub"),
        ("@nobody-here", "there is no person nobody-here on GitHub"),
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_an_account_that_is_not_there_is_named_and_does_not_keep_the_others(
    github: GitHub, tmp_path: Path, mode: str, name: str, sentence: str
) -> None:
    room = Room(github, tmp_path, MODES[mode])
    with pytest.raises(NotFoundError) as ended:
        room.read(name, what=("repository",))
    assert str(ended.value) == sentence
    assert room.told.warnings == []
    assert len(room.read(name, "acme/attic", what=("repository",)).datasets) == 1
    assert room.told.warnings == [sentence]
    with pytest.raises(NotFoundError, match=sentence):
        room.read(name, "@nobody-either", what=("repository",))


@pytest.mark.parametrize("part", ["contributors", "repository"])
def test_a_person_without_merged_pull_requests_is_there(github: GitHub, tmp_path: Path, part: str) -> None:
    lazy = Account(77, "lazy-one", USER, NOW)
    github.world.add([lazy])
    room = Room(github, tmp_path)
    read = room.read("@lazy-one", what=(part,))
    assert [dataset.origin.dataset for dataset in read.datasets] == ["profiles"]
    assert room.told.warnings == []


def test_datasets_come_as_soon_as_their_repository_is_read(github: GitHub, tmp_path: Path) -> None:

    room = Room(github, tmp_path)
    asked = plan([MAIN, "acme/attic"], None, None, "seeds", ("repository",), wait=False)
    found = collect(asked, room.desk, pace=room.hours.pace())
    first = next(found)
    assert github.count("attic") == 0
    assert not [item for item in first.read() if isinstance(item, EdgeRecord) and item.type == "COVERED_BY"]
    assert len(list(found)) == 1
