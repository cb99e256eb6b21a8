"""Rows of answers: what is kept of them, and that nothing else is."""

from __future__ import annotations

import pytest

from graph.errors import BadRowError
from ingest.sources.github.models import (
    Account,
    Answer,
    Comment,
    Contributor,
    Happening,
    Issue,
    Pull,
    Release,
    Review,
    Star,
    instant,
    parse,
    parse_one,
)
from ingest.web.replies import Json

WHEN = "2024-02-01T10:00:00Z"
REST: dict[str, Json] = {"number": 1, "created_at": WHEN, "updated_at": WHEN}
GRAPHQL: dict[str, Json] = {"number": 1, "createdAt": WHEN, "updatedAt": WHEN}
PERSONAL = {"email", "bio", "body", "title", "name", "blog", "twitter_username", "hireable"}


@pytest.mark.parametrize(
    "model", [Account, Comment, Contributor, Happening, Issue, Pull, Release, Review, Star], ids=lambda m: m.__name__
)
def test_no_personal_word_is_kept(model: type[Answer]) -> None:
    assert not PERSONAL & set(model.model_fields)
    assert model.model_config["extra"] == "ignore"


def test_rest_and_graphql_name_the_same_things() -> None:
    by_rest = parse_one(Issue, {**REST, "user": {"login": "ann", "id": 1, "type": "User", "email": "x"}}, "rest")
    by_graphql = parse_one(Issue, {**GRAPHQL, "author": {"login": "ann", "databaseId": 1, "__typename": "User"}}, "q")
    assert by_rest == by_graphql


@pytest.mark.parametrize("login", ["dependabot", "dependabot[bot]"])
def test_an_app_has_one_login(login: str) -> None:
    assert Account.model_validate({"__typename": "Bot", "login": login, "databaseId": 3}).name == "dependabot[bot]"


@pytest.mark.parametrize("user", [None, {}, {"login": None}, {"login": ""}, {"login": "ghost", "id": 10137}])
def test_a_lost_account_is_nobody(user: Json) -> None:
    assert parse_one(Issue, {**REST, "user": user}, "rest").author is None


@pytest.mark.parametrize(
    "labels",
    [["bug"], [{"name": "bug"}], {"nodes": [{"name": "bug"}]}, [{"name": "bug"}, None]],
)
def test_labels_are_their_names_however_they_come(labels: Json) -> None:
    assert parse_one(Issue, {**REST, "labels": labels}, "rest").labels == ["bug"]


def test_a_comment_knows_what_it_is_on() -> None:
    row: dict[str, Json] = {"id": 1, "created_at": WHEN, "updated_at": WHEN}
    assert parse_one(Comment, {**row, "issue_url": "https://x.test/repos/a/b/issues/12"}, "c").number == 12
    assert parse_one(Comment, {**row, "pull_request_url": "https://x.test/repos/a/b/pulls/9"}, "c").number == 9
    assert parse_one(Comment, {**row, "issue_url": "nowhere"}, "c").number == 0


def test_a_bad_row_is_told_and_the_others_are_taken() -> None:
    told: list[BadRowError] = []
    rows: list[Json] = [REST, {"number": "x"}, None, {**REST, "number": 2}]
    found = list(parse(Issue, rows, "https://x.test/issues", told.append))
    assert [one.number for one in found] == [1, 2]
    assert [error.line for error in told] == [2, 3]
    assert str(told[0]).startswith("https://x.test/issues:2: number: found 'x', expected ")


@pytest.mark.parametrize("when", [1, 1.5, True, "soon", "2024-02-01", "2024-02-01T10:00:00", "0001-01-01T00:00:00Z"])
def test_a_time_that_is_none_is_refused(when: Json) -> None:
    with pytest.raises(BadRowError, match="created_at"):
        parse_one(Issue, {**REST, "created_at": when}, "rest")


def test_moments_are_written_as_github_writes_them() -> None:
    moved = parse_one(Issue, {**REST, "created_at": "2024-02-01T18:00:00+08:00"}, "rest")
    assert instant(moved.created_at) == WHEN
