"""Whatever GitHub does wrong ends in the right reading, or in one sentence and a reading that goes on from there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from graph.errors import AtlasError, NotFoundError, RateLimitedError, SourceError
from tests.ingest.sources.github.reading import MODES, Reading, Room, is_one_sentence
from tests.ingest.sources.github.server import faults
from tests.ingest.sources.github.server.answers import Answer, Call
from tests.ingest.sources.github.server.expected import expected
from tests.ingest.sources.github.server.faults import Faults, Spoil
from tests.ingest.sources.github.server.serving import GitHub, serving
from tests.ingest.sources.github.server.things import Comment
from tests.ingest.sources.github.server.world import MAIN, NOW, QUICK, Size, make_world

ALL = ("issues", "pulls", "reviews", "comments", "stars")
SOON = str(int(time.time()) + 30)
LATER = "2024-06-01T00:00:00Z"


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def room(quick: GitHub, tmp_path: Path, mode: str) -> Room:
    return Room(quick, tmp_path / "sources", MODES[mode])


@pytest.fixture(scope="module")
def undisturbed(published: None, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001 - comes first
    """The digest of a reading of the quick world that nothing disturbs, which is one for both ways of asking."""
    with serving(GitHub(make_world(9, QUICK), limits={"core": 100_000})) as github:
        digests = {Room(github, tmp_path_factory.mktemp(mode), token).read().digest for mode, token in MODES.items()}
    assert len(digests) == 1
    return digests.pop()


LISTS = {
    "graphql": r"POST /graphql.*query (Issues|Pulls|Stars)|/comments\?",
    "rest": r"/issues\?|/issues/events\?|/comments\?|/stargazers\?|/reviews\?",
}
"""Calls for lists, by mode."""

FLEETING: dict[str, Spoil] = {
    "server error": faults.status(502, "Server Error"),
    "unavailable": faults.status(503, "Service Unavailable"),
    "cut": faults.cut(30),
    "cut at once": faults.cut(0),
    "page of HTML": faults.raw(b"<!DOCTYPE html><html><title>Unicorn!</title></html>"),
    "half JSON": faults.raw(b'[{"id": 1, "number": ', "application/json"),
    "empty body": faults.raw(b"", "application/json"),
    "no text": faults.raw(b"\xff\xfe\x00[", "application/json"),
    "in preparation": faults.status(202, "Accepted"),
    "retry at once": faults.status(429, "Too many requests", Retry_After="1"),
    "secondary limit": faults.status(403, "You have exceeded a secondary rate limit.", Retry_After="3"),
    "abuse text alone": faults.status(
        403, "You have triggered an abuse detection mechanism.", X_RateLimit_Remaining="9"
    ),
    "primary limit soon over": faults.status(
        403, "API rate limit exceeded", X_RateLimit_Remaining="0", X_RateLimit_Reset=SOON
    ),
}


CASES = [("rest", name) for name in FLEETING] + [
    ("graphql", name) for name in ("server error", "cut", "page of HTML", "secondary limit", "primary limit soon over")
]


@pytest.mark.parametrize(("mode", "name"), CASES)
def test_what_passes_by_itself_leaves_no_trace(room: Room, undisturbed: str, mode: str, name: str) -> None:
    struck = [room.github.faults.add(LISTS[mode], FLEETING[name], times=1, skip=skip) for skip in (0, 2)]
    assert room.read().digest == undisturbed
    assert [fault.happened for fault in struck] == [1, 1]


@pytest.mark.parametrize(("mode", "name"), CASES)
def test_what_lasts_ends_in_one_sentence_and_goes_on_afterwards(
    room: Room, undisturbed: str, mode: str, name: str
) -> None:
    room.github.faults.add(LISTS[mode], FLEETING[name], skip=3)
    ended = room.attempt()
    assert isinstance(ended, SourceError)
    assert is_one_sentence(ended)
    assert ended.exit_code in {6, 7}
    room.github.faults.clear()
    room.hours.ahead += 7200
    assert room.read().digest == undisturbed


def test_a_limit_that_is_used_up_says_when_to_go_on(room: Room, undisturbed: str, mode: str) -> None:
    hence = str(int(time.time()) + 3600)
    limited = faults.status(403, "API rate limit exceeded", X_RateLimit_Remaining="0", X_RateLimit_Reset=hence)
    room.github.faults.add(LISTS[mode], limited, skip=2)
    ended = room.attempt()
    assert isinstance(ended, RateLimitedError)
    assert 3000 < ended.retry_after <= 3600
    assert (ended.exit_code, is_one_sentence(ended)) == (7, True)
    room.github.faults.clear()
    room.hours.ahead += 3600
    assert room.read().digest == undisturbed


@pytest.mark.parametrize("page", [1, 3, 10])
def test_large_pages_that_fail_are_asked_for_smaller(
    quick: GitHub, tmp_path: Path, undisturbed: str, page: int
) -> None:
    fault = quick.faults.add(r"query (Pulls|Issues|Stars)", faults.large_pages(page))
    room = Room(quick, tmp_path / "sources", MODES["graphql"])
    assert room.read().digest == undisturbed
    assert fault.happened > 0


GRAPHQL_ERRORS = {
    "something went wrong": {"data": None, "errors": [{"message": "Something went wrong while executing your query."}]},
    "limited": {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit already exceeded for user ID 1."}]},
    "no data": {},
    "null": {"data": None},
}


@pytest.mark.parametrize("name", GRAPHQL_ERRORS)
def test_errors_inside_good_answers_are_tried_again(quick: GitHub, tmp_path: Path, undisturbed: str, name: str) -> None:
    fault = quick.faults.add(r"query (Pulls|Issues)", faults.value(GRAPHQL_ERRORS[name]), times=1, skip=1)
    assert Room(quick, tmp_path / "sources", MODES["graphql"]).read().digest == undisturbed
    assert fault.happened == 1


VANISHED = {404: "Not Found", 410: "Gone", 451: "Repository access blocked"}


@pytest.mark.parametrize("code", VANISHED)
def test_a_repository_that_is_gone_is_named(quick: GitHub, tmp_path: Path, code: int) -> None:
    quick.faults.add(r"GET /rep", faults.status(code, VANISHED[code]))
    ended = Room(quick, tmp_path / "sources").attempt()
    assert isinstance(ended, NotFoundError), ended
    assert MAIN in str(ended)
    assert (ended.exit_code, is_one_sentence(ended)) == (3, True)


def test_a_repository_that_never_was_is_named(room: Room) -> None:
    ended = room.attempt("acme/no-such-thing")
    assert isinstance(ended, NotFoundError), ended
    assert "acme/no-such-thing" in str(ended)


def test_one_that_is_gone_does_not_keep_the_others_from_being_read(room: Room) -> None:
    ended = room.attempt("acme/no-such-thing", MAIN)
    assert isinstance(ended, Reading)
    main = room.github.world.repositories[0]
    assert ended.counts(main.id) == expected(main, ALL)
    assert any("acme/no-such-thing" in text for text in room.told.warnings)


def test_a_token_that_is_refused_is_told_without_being_shown(quick: GitHub, tmp_path: Path) -> None:
    quick.tokens = frozenset({"another"})
    ended = Room(quick, tmp_path / "sources", MODES["graphql"]).attempt()
    assert isinstance(ended, SourceError)
    assert "token" in str(ended)
    assert is_one_sentence(ended)


def test_an_empty_repository_is_read_as_one(room: Room) -> None:
    void = next(one for one in room.github.world.repositories if one.empty)
    read = room.read(void.full_name)
    assert read.counts(void.id) == {}
    assert any(node.props.get("github_id") == void.id for node in read.nodes("Repository"))


def test_a_conflict_on_an_empty_repository_is_no_failure(quick: GitHub, tmp_path: Path) -> None:
    quick.faults.add(r"/repositories/\d+/contributors", faults.status(409, "Git Repository is empty."))
    main = quick.world.repositories[0]
    assert Room(quick, tmp_path / "sources").read().counts(main.id) == expected(main, ALL)


def test_rows_in_another_order_make_the_same_reading(room: Room, undisturbed: str) -> None:
    room.github.faults.add(r"GET /repositories/\d+/(issues/events|stargazers|releases|pulls)", faults.reversed_rows())
    assert room.read().digest == undisturbed


@pytest.fixture
def busy(room: Room) -> Iterator[Room]:
    """A repository with several pages of everything."""
    size = Size(repositories=4, issues=150, pulls=130, stars=10, months=3)
    with serving(GitHub(make_world(8, size), limits={"core": 5000})) as github:
        yield Room(github, room.folder, room.token)


def test_what_changes_while_it_is_read_is_neither_lost_nor_told_twice(busy: Room, mode: str) -> None:
    main = busy.github.world.repositories[0]
    oldest = sorted(main.issues, key=lambda one: one.updated_at)[:20]
    moving = iter(range(20))

    def move(_call: Call, right: Callable[[], Answer]) -> Answer:
        """Something happens on an old thread, which moves to the other end of the list."""
        made, number = right(), next(moving)
        at = NOW + timedelta(minutes=number)
        oldest[number].comments.append(Comment(800_000 + number, oldest[(number + 1) % 20].author, at))
        return made

    busy.github.faults.add(LISTS[mode], move, times=12)
    busy.read()
    busy.github.faults.clear()
    told = busy.read(until="2026-03")
    assert told.counts(main.id) == expected(main, ALL)


def test_lists_in_no_order_at_all_are_read_in_full(busy: Room, mode: str) -> None:
    main = busy.github.world.repositories[0]
    busy.github.faults.add(r"GET /repositories/\d+/", faults.reversed_rows())
    assert busy.read().counts(main.id) == expected(main, ALL), mode


def test_calls_at_the_same_time_are_few(busy: Room) -> None:
    busy.read(MAIN, "acme/tool-1", "acme/attic", "acme/Modern")
    assert 1 <= busy.github.at_once <= 8


def test_a_limit_that_is_small_is_told_before_and_outlived_hour_by_hour(
    quick: GitHub, tmp_path: Path, undisturbed: str
) -> None:
    quick.limits["core"] = 30
    room = Room(quick, tmp_path / "sources")
    quick.clock = room.hours.clock
    ended: Reading | AtlasError | None = None
    for _ in range(12):
        quick.renew()
        ended = room.attempt()
        if isinstance(ended, Reading):
            break
        assert isinstance(ended, RateLimitedError)
        room.hours.ahead += 3600
    assert isinstance(ended, Reading)
    assert ended.digest == undisturbed
    assert any("GitHub allows" in text for text in room.told.warnings), room.told.warnings
    assert not room.hours.slept


def test_a_reading_again_of_what_has_not_changed_costs_little(busy: Room) -> None:
    digest, first = busy.read().digest, len(busy.github.calls)
    busy.github.forget()
    assert busy.read().digest == digest
    assert len(busy.github.calls) < first / (1.5 if busy.token else 3)
    assert busy.github.answered[304] > 0, "what can be kept is only asked whether it still holds"


def test_work_is_reported_with_what_is_left_of_the_limit(room: Room) -> None:
    room.read()
    steps = room.told.steps
    assert steps
    assert all(step.total is None or step.done <= step.total for step in steps)
    assert any("left" in step.note for step in steps), sorted({step.note for step in steps})


def test_a_lost_page_is_no_end(room: Room, undisturbed: str) -> None:
    lost = room.github.faults.add(r"/comments\?.*page=2|/comments\?.*since=", faults.status(404, "Not Found"), times=1)
    ended = room.attempt()
    room.github.faults.clear()
    assert isinstance(ended, AtlasError) == bool(lost.happened)
    assert room.read().digest == undisturbed


def test_links_that_are_missing_lose_no_rows(room: Room, undisturbed: str) -> None:
    room.github.faults.add(r"GET /repositories/", faults.without_links())
    assert room.read().digest == undisturbed


def wrong(rows: object) -> object:
    """Rows of which the first has no number, id or time that is one."""
    if not isinstance(rows, list) or not rows:
        return rows
    return [{**rows[0], "id": "x", "number": -1, "created_at": "yesterday", "starred_at": 7}, *rows[1:]]


def test_a_row_of_another_shape_is_refused_and_told(quick: GitHub, tmp_path: Path) -> None:
    quick.faults.add(r"/issues/comments\?.*sort=updated", faults.changed(wrong), times=1)
    room = Room(quick, tmp_path / "sources")
    read = room.read()
    told = [str(error) for error in read.refused] + room.told.warnings
    assert any("comments" in text for text in told), told
    main = quick.world.repositories[0]
    missing = sum(c.get("issue_comments", 0) for c in expected(main, ALL).values())
    assert sum(c.get("issue_comments", 0) for c in read.counts(main.id).values()) >= missing - 1


REDIRECTS: dict[str, Callable[[Faults], object]] = {
    "in a circle": lambda on: on.add(r"GET /repos", faults.status(301, "Moved", Location="/repos/acme/engine")),
    "elsewhere": lambda on: on.add(r"GET /repos", faults.status(301, "Moved", Location="gopher://example.com/")),
    "to nothing": lambda on: on.add(r"GET /repos", faults.status(301, "Moved")),
}


@pytest.mark.parametrize("name", REDIRECTS)
def test_redirects_that_lead_nowhere_are_told(quick: GitHub, tmp_path: Path, name: str) -> None:
    REDIRECTS[name](quick.faults)
    ended = Room(quick, tmp_path / "sources").attempt()
    assert isinstance(ended, AtlasError)
    assert is_one_sentence(ended), str(ended)
