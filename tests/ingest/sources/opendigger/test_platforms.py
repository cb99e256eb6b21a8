"""Code hosts, and names on them."""

from __future__ import annotations

import pytest

from ingest.sources.opendigger.platforms import LOGIN, REPOSITORY, login, platform_key, repository


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("GitHub", "github"),
        ("Gitee", "gitee"),
        ("AtomGit", "atomgit"),
        ("GitLab.com", "gitlab.com"),
        (" gitea ", "gitea"),
    ],
)
def test_each_code_host_keeps_its_own_word(name: str, key: str) -> None:
    assert platform_key(name) == key


@pytest.mark.parametrize("name", ["Sourceforge", "", None, 7, True])
def test_another_code_host_is_refused_with_those_that_there_are(name: object) -> None:
    with pytest.raises(ValueError, match=r"GitHub, Gitee, AtomGit, GitLab\.com"):
        platform_key(name)


@pytest.mark.parametrize("name", ["981011512/--", "naumen-student/-naumen.scala", "a/.github", "openharmony_ci/x_y.z"])
def test_odd_names_of_repositories_that_there_are_hold(name: str) -> None:
    assert repository(name) == name


def test_a_slash_too_many_at_the_end_is_no_other_repository() -> None:
    assert repository("apache/predictionio/") == "apache/predictionio"


@pytest.mark.parametrize("name", ["a", "a/b/c", "a b/c", "../b", "a/..", "", None, 3, "a/" + "b" * 101])
def test_what_is_no_repository_is_refused(name: object) -> None:
    with pytest.raises(ValueError, match=REPOSITORY):
        repository(name)


def test_groups_may_be_nested_on_a_gitlab_alone() -> None:
    assert repository("group/sub/project", "gitlab.com") == "group/sub/project"
    with pytest.raises(ValueError, match=REPOSITORY):
        repository("group/sub/project", "gitee")


def test_a_name_without_owner_will_do_where_the_id_is_known() -> None:
    assert repository("Piraeus-Datastore", has_id=True) == "Piraeus-Datastore"


def test_logins_lose_their_mark() -> None:
    assert [login(name) for name in ("@frank-zsy", "dependabot[bot]", "openharmony_ci")] == [
        "frank-zsy",
        "dependabot[bot]",
        "openharmony_ci",
    ]


@pytest.mark.parametrize("name", ["", "王伟", "a b", None, 4, "@"])
def test_what_is_no_login_is_refused(name: object) -> None:
    with pytest.raises(ValueError, match=LOGIN):
        login(name)
