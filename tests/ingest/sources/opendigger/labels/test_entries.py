"""What a label lists."""

from __future__ import annotations

import pytest

from graph.errors import BadRowError
from ingest.sources.opendigger.labels.entries import Entry, read_platforms


def listed(**lists: object) -> list[Entry | BadRowError]:
    return list(read_platforms([{"name": "GitHub", "type": "Code Hosting", **lists}], "data.platforms", "x.yml"))


def test_repositories_organizations_and_users_are_rows_of_their_own() -> None:
    found = listed(users=[{"id": 3, "name": "ann"}], repos=[{"id": 1, "name": "a/b"}], orgs=[{"id": 2, "name": "a"}])
    assert found == [
        Entry(2, "repos", "github", 1, "a/b"),
        Entry(3, "orgs", "github", 2, "a"),
        Entry(4, "users", "github", 3, "ann"),
    ]


@pytest.mark.parametrize(
    "name", ["will-ww", "@will-ww", "王伟 @will-ww", "will-ww 王伟", "王伟@will-ww", "王伟 @ will-ww", "王 伟 @will-ww"]
)
def test_of_people_the_login_alone_is_kept(name: str) -> None:
    assert listed(users=[{"id": 3, "name": name}]) == [Entry(2, "users", "github", 3, "will-ww")]


@pytest.mark.parametrize("name", ["王伟", "Wang Wei", "", None])
def test_a_name_of_a_person_without_login_is_refused_without_telling_it(name: object) -> None:
    (refusal,) = listed(users=[{"id": 3, "name": name}])
    assert str(refusal).startswith("x.yml:2: users.name: found 'none in the entry of 3', expected an account's name")


def test_an_account_may_be_called_by_digits() -> None:
    assert listed(orgs=[{"id": 2, "name": 360}]) == [Entry(2, "orgs", "github", 2, "360")]


def test_the_owner_of_a_repository_is_before_its_name() -> None:
    assert [Entry(2, "repos", "github", 5, name).owner for name in ("Acme/tool", "tool")] == ["acme", ""]


def test_a_repository_without_owner_is_known_by_its_id() -> None:
    assert listed(repos=[{"id": 5, "name": "Piraeus-Datastore"}]) == [
        Entry(2, "repos", "github", 5, "Piraeus-Datastore")
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("a/b", "repos: found 'a/b', expected an id and a name"),
        ({"name": "a/b"}, "repos.id: found nothing, expected a whole number, 1 or more"),
        ({"id": "7", "name": "a/b"}, "repos.id: found '7', expected a whole number, 1 or more"),
        ({"id": 7}, "repos.name: found nothing, expected a repository as owner/name"),
        ({"id": 7, "name": "a b/c"}, "repos.name: found 'a b/c', expected a repository as owner/name"),
        ({"id": 7, "name": False}, "repos.name: found false, expected a repository as owner/name"),
    ],
)
def test_an_entry_that_is_none_is_refused_alone(entry: object, said: str) -> None:
    good, bad = listed(repos=[{"id": 1, "name": "a/b"}, entry])
    assert isinstance(good, Entry)
    assert str(bad) == f"x.yml:3: {said}"


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ("GitHub", "data.platforms[0]: found 'GitHub', expected an object with name, type and lists"),
        ({"name": "SVN"}, "data.platforms[0].name: found 'SVN', expected GitHub, Gitee"),
        ({}, "data.platforms[0].name: found nothing, expected GitHub, Gitee"),
        ({"name": "GitHub", "repositories": []}, "data.platforms[0]: found 'repositories', expected name, type, repos"),
        ({"name": "GitHub", "repos": {"id": 1}}, "data.platforms[0].repos: found an object, expected a list"),
    ],
)
def test_a_platform_that_is_none_refuses_the_label(platform: object, said: str) -> None:
    with pytest.raises(BadRowError) as caught:
        list(read_platforms([platform], "data.platforms", "x.yml"))
    assert str(caught.value).startswith(f"x.yml:1: {said}")
