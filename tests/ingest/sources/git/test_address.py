"""What a user names is a folder or an address that git may be given, and tells the repository where it can."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.git.address import read_named, read_repository, told_by_remote


@pytest.mark.parametrize(
    ("text", "platform", "name"),
    [
        ("https://github.com/deepseek-ai/DeepEP", "github", "deepseek-ai/DeepEP"),
        ("https://github.com/deepseek-ai/DeepEP.git/", "github", "deepseek-ai/DeepEP"),
        ("https://WWW.GitHub.com/deepseek-ai/DeepEP", "github", "deepseek-ai/DeepEP"),
        ("git@github.com:deepseek-ai/DeepEP.git", "github", "deepseek-ai/DeepEP"),
        ("ssh://git@github.com/deepseek-ai/DeepEP", "github", "deepseek-ai/DeepEP"),
        ("git://github.com/o/a.b-c_d", "github", "o/a.b-c_d"),
        ("https://gitlab.com/group/sub/project", "gitlab", "group/sub/project"),
        ("https://gitee.com/mindspore/mindspore.git", "gitee", "mindspore/mindspore"),
    ],
)
def test_an_address_tells_the_repository(text: str, platform: str, name: str) -> None:
    named = read_named(text)
    assert named.folder is None
    assert named.known is not None
    assert (named.known.host.platform, named.known.name) == (platform, name)
    assert told_by_remote(text) == named.known


@pytest.mark.parametrize(
    "text", ["https://git.example.org/o/n", "file:///srv/n.git", "https://github.com/a/b/c", "git@git.example.org:o/n"]
)
def test_other_addresses_may_be_cloned_but_tell_no_repository(text: str) -> None:
    assert read_named(text).known is None


def test_a_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    named = read_named(str(tmp_path))
    assert (named.folder, named.known) == (tmp_path, None)


def test_a_remote_with_a_token_tells_the_repository_and_nothing_else() -> None:
    known = told_by_remote("https://x:secret" + "@github.com/our/project.git")
    assert known is not None
    assert known.web == "https://github.com/our/project"
    assert "secret" not in repr(known)


@pytest.mark.parametrize(
    "text", ["", "/nonexistent", "ext::sh -c id", "https://[broken/o/n", "https://github.com/", "x"]
)
def test_a_remote_that_names_no_known_repository_tells_nothing(text: str) -> None:
    assert told_by_remote(text) is None


def test_each_address_has_a_folder_name_of_its_own() -> None:
    addresses = ["https://github.com/o/n", "https://github.com/o/n.git", "git@github.com:o/n", "https://gitlab.com/o/n"]
    stems = [read_named(address).stem for address in addresses]
    assert len(set(stems)) == len(stems)
    assert all("/" not in stem and ".." not in stem and len(stem) < 120 for stem in stems)
    assert stems[0].startswith("github.com+o+n-")


def test_an_address_may_be_given_as_the_repository() -> None:
    assert read_repository("our/project").name == "our/project"
    assert read_repository("https://gitee.com/our/project").host.platform == "gitee"


@pytest.mark.parametrize(
    "text", ["project", "a/b/c", "our/", "/project", "our/..", "ou r/p", "our|x/p", "-o/p", "https://x.org/a/b"]
)
def test_another_repository_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(BadInputError, match="expected owner/name") as error:
        read_repository(text)
    assert repr(text) in str(error.value)
