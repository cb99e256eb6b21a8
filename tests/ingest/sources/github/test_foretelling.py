"""Whether the calls will do for several repositories, said before the first of them is read."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RateLimitedError
from ingest.sources.github.estimate import ALWAYS, Need
from ingest.sources.github.foretelling import LENGTH, Scope, foretold, scopes
from ingest.sources.github.people import MOST_WITHOUT_TOKEN
from ingest.sources.github.plan import Plan
from tests.ingest.sources.github.reading import MODES, Room
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.stored import service_of
from tests.ingest.web.answering import Service

NAMES = ("acme/a", "acme/b", "acme/c", "Other/x")
LISTS = frozenset({"repository", "issues", "pulls", "reviews", "comments"})


def searched(request: httpx.Request) -> httpx.Response:
    """Two hundred issues and a hundred pull requests."""
    return httpx.Response(200, json={"total_count": 100 if "type:pr" in request.url.params["q"] else 200, "items": []})


def test_an_owner_is_counted_at_once_and_others_by_name() -> None:
    assert list(scopes(NAMES, NAMES, ["Acme"])) == [Scope("user:acme"), Scope("repo:Other/x")]
    assert list(scopes(NAMES, NAMES[:1], ["Acme"])) == [Scope("user:acme", 1 / 3)]
    assert list(scopes(NAMES, (), ["Acme"])) == []


@given(st.lists(st.from_regex(r"[a-z]{1,39}/[a-z]{1,100}", fullmatch=True), max_size=30, unique=True))
def test_each_repository_is_in_one_scope_that_github_takes(names: list[str]) -> None:
    found = list(scopes(names, names, ()))
    assert [word.removeprefix("repo:") for one in found for word in one.text.split()] == names
    assert all(len(one.text) <= LENGTH + 10 for one in found)


def test_without_a_token_all_lists_and_each_pull_request_s_reviews_count() -> None:
    service = Service(searched)
    asked = [(name, Plan((), since="2025-01-01", parts=LISTS)) for name in NAMES[:3]]
    need = foretold(service_of(service), asked, NAMES[:3], ["acme"])
    assert need == Need(core=3 * (ALWAYS + 9) + 1 + 9 + 9 + 100)
    questions = [request.url.params["q"] for request in service.asked]
    assert questions == ["user:acme type:issue updated:>=2025-01-01", "user:acme type:pr updated:>=2025-01-01"]


def test_with_a_token_both_limits_count() -> None:
    asked = [(name, Plan((), parts=LISTS)) for name in NAMES[:3]]
    need = foretold(service_of(Service(searched), token=True), asked, NAMES[:3], ["acme"])
    assert need == Need(core=3 * (ALWAYS + 4) + 1 + 9, graphql=2 * 3 + 2 + 2)


def test_of_what_was_read_before_changes_alone_count_and_of_what_was_only_found_no_lists() -> None:
    service, light = Service(searched), frozenset({"repository", "contributors"})
    held, found = ("acme/a", Plan((), parts=LISTS)), ("other/x", Plan((), parts=light))
    need = foretold(service_of(service), [held, found], ["other/x"], [])
    assert need == Need(core=ALWAYS + 9 + ALWAYS + 1 + MOST_WITHOUT_TOKEN)
    assert service.asked == []


@pytest.mark.parametrize("status", [404, 422, 403])
def test_a_search_that_is_refused_ends_no_load(status: int) -> None:
    service = Service(lambda _: httpx.Response(status, json={"message": "no"}))
    asked = [(name, Plan((), parts=LISTS)) for name in NAMES[:3]]
    assert foretold(service_of(service), asked, NAMES[:3], ["acme"]) == Need(core=3 * (ALWAYS + 9) + 1)


def test_a_load_that_will_run_out_says_so_before_the_first_repository_and_where_it_stopped(
    github: GitHub, tmp_path: Path
) -> None:
    github.limits["core"] = 60
    room = Room(github, tmp_path)
    ended = room.attempt("acme", what=("issues", "pulls", "reviews", "comments"))
    assert isinstance(ended, RateLimitedError)
    (said,) = room.told.warnings
    owned = sum(one.owner.login == "acme" for one in github.world.repositories)
    assert said.startswith("GitHub allows ")
    assert f"are needed for {owned} repositories: " in said
    calls = [call.path for call in github.calls]
    assert max(n for n, path in enumerate(calls) if "/search/" in path) < min(
        n for n, path in enumerate(calls) if path.startswith("/repos/")
    )
    whole = len(list((tmp_path / "github" / "repositories").iterdir())) - 1
    assert ended.hint.startswith(f"{whole} of {owned} repositories are whole; what was read is kept; run it again")


@pytest.mark.parametrize("mode", MODES)
def test_a_load_for_which_the_calls_will_do_says_nothing(quick: GitHub, tmp_path: Path, mode: str) -> None:
    room = Room(quick, tmp_path, MODES[mode])
    room.read("acme", what=("issues", "pulls"))
    assert room.told.warnings == []
