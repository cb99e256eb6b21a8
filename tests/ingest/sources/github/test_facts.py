"""Facts of a repository: the same by REST and by GraphQL."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from graph.errors import BadRowError, SourceError
from ingest.sources.github.facts import Facts, read_facts
from ingest.web.replies import AbsentError, Json
from tests.ingest.sources.github.stored import github_of

WHEN = "2024-01-05T00:00:00Z"
REST: dict[str, Json] = {
    "id": 7, "full_name": "acme/engine", "owner": {"login": "acme", "id": 1, "type": "Organization", "email": "a@b.c"},
    "created_at": WHEN, "description": None, "default_branch": "main", "language": "Python", "topics": ["llm"],
    "license": {"spdx_id": "MIT"}, "stargazers_count": 3, "forks_count": 2, "archived": True,
    "parent": {"id": 9, "full_name": "base/engine", "default_branch": "trunk"},
}  # fmt: skip
GRAPHQL: dict[str, Json] = {
    "databaseId": 7, "nameWithOwner": "acme/engine", "createdAt": WHEN, "description": None, "isArchived": True,
    "isPrivate": False, "owner": {"__typename": "Organization", "login": "acme", "databaseId": 1},
    "defaultBranchRef": {"name": "main"}, "primaryLanguage": {"name": "Python"}, "licenseInfo": {"spdxId": "MIT"},
    "languages": {"nodes": [{"name": "Python"}, {"name": "C"}]}, "stargazerCount": 3, "forkCount": 2,
    "repositoryTopics": {"nodes": [{"topic": {"name": "llm"}}]},
    "parent": {"databaseId": 9, "nameWithOwner": "base/engine", "defaultBranchRef": {"name": "trunk"}},
    "issues": {"totalCount": 5}, "pullRequests": {"totalCount": 6}, "releases": {"totalCount": 1},
}  # fmt: skip


def by_rest(**changed: Json) -> Facts:
    """The facts of REST's answer with changes."""

    def answer(request: httpx.Request) -> Json:
        return {"Python": 9, "C": 1} if request.url.path.endswith("/languages") else {**REST, **changed}

    return read_facts(github_of(answer), "acme/engine")


def by_graphql(**changed: Json) -> Facts:
    """The facts of GraphQL's answer with changes."""
    return read_facts(github_of(lambda _: {"data": {"repository": {**GRAPHQL, **changed}}}, token=True), "acme/engine")


def test_both_ways_tell_the_same() -> None:
    assert replace(by_graphql(), issues=None, pulls=None, releases=None) == by_rest()
    assert by_rest() == Facts(
        7, "acme/engine", "acme", "Organization", 1, WHEN, archived=True, branch="main", language="Python",
        languages=("Python", "C"), license="MIT", topics=("llm",), stars=3, forks=2, parent="base/engine", parent_id=9,
        parent_branch="trunk",
    )  # fmt: skip


def test_counts_come_with_graphql() -> None:
    facts = by_graphql()
    assert (facts.issues, facts.pulls, facts.releases) == (5, 6, 1)


@pytest.mark.parametrize("spdx", ["NOASSERTION", "", None])
def test_a_license_that_is_none_is_not_told(spdx: Json) -> None:
    assert by_rest(license={"spdx_id": spdx}).license == ""


def test_what_is_empty_is_no_failure() -> None:
    bare = by_graphql(defaultBranchRef=None, primaryLanguage=None, licenseInfo=None, parent=None, repositoryTopics=None)
    assert (bare.branch, bare.language, bare.license, bare.parent, bare.topics) == ("", "", "", "", ())


def test_no_repository_is_absent() -> None:
    with pytest.raises(AbsentError):
        read_facts(github_of(lambda _: {"data": {"repository": None, "rateLimit": {}}}, token=True), "acme/engine")


@pytest.mark.parametrize(
    "changed", [{"id": None}, {"id": -1}, {"full_name": "no owner"}, {"owner": None}, {"stargazers_count": -1}]
)
def test_an_answer_of_another_shape_is_named(changed: dict[str, Json]) -> None:
    with pytest.raises(BadRowError, match=next(iter(changed))):
        by_rest(**changed)


def test_an_owner_that_the_name_does_not_have_is_refused() -> None:
    with pytest.raises(SourceError, match="the owner of acme/engine"):
        by_rest(owner={"login": "other", "id": 1, "type": "User"})


def test_facts_survive_the_cursor() -> None:
    facts = by_rest()
    assert Facts.of_marks(facts.as_marks()) == facts
    assert Facts.of_marks({**facts.as_marks(), "of another version": 1}) == facts
