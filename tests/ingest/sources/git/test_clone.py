"""What a clone has, found without walking its history."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.git.clone import Clone, find_git_folder, read_clone
from ingest.sources.git.program import git_program
from tests.ingest.sources.git.making import ANN, Made, at, git


def clone_of(folder: Path) -> Clone:
    return read_clone(find_git_folder(git_program(), folder))


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "made.git")


def test_heads_of_pull_requests_and_tags_are_found(made: Made) -> None:
    first = made.commit("Do it\nwell", ANN, "2025-04-12")
    made.pull(12, first)
    made.ref("refs/pull/12/merge", first)
    made.ref("refs/pull/strange/head", first)
    made.tag("v1.0", first, "2025-05-01")
    made.ref("refs/tags/light", first)
    clone = clone_of(made.write())
    (head,) = clone.pulls
    assert (head.number, head.signature[2]) == (12, b"Do it well")
    assert {tag.name: tag.time for tag in clone.tags} == {"v1.0": at("2025-05-01"), "light": at("2025-04-12")}


def test_tags_of_trees_have_no_time_and_are_left_out(made: Made) -> None:
    made.commit("one", files={"a": "b"})
    folder = made.write()
    git("tag", "v9.9", "HEAD^{tree}", folder=folder)
    assert clone_of(folder).tags == ()


def test_the_remote_of_a_clone_tells_whose_it_is(made: Made) -> None:
    made.commit("one")
    known = clone_of(made.write()).known
    assert known is not None
    assert known.name == "our/project"


def test_an_empty_clone_has_no_head(made: Made) -> None:
    assert clone_of(made.write()).head is None


def test_branches_without_a_usual_name_are_not_chosen_from(made: Made) -> None:
    for name in ("red", "blue"):
        made.commit(name, parents=[], branch=f"refs/heads/{name}")
    with pytest.raises(BadInputError, match=r"has no default branch: .* such as blue, red"):
        clone_of(made.write(head="refs/heads/gone"))


def test_the_only_branch_is_the_default_one(made: Made) -> None:
    made.commit("one", branch="refs/heads/red")
    head = clone_of(made.write(head="refs/heads/gone")).head
    assert head is not None
    assert head.branch == "red"


def test_branches_may_have_a_slash(made: Made) -> None:
    made.commit("one", branch="refs/heads/release/next")
    head = clone_of(made.write(head="refs/heads/release/next")).head
    assert head is not None
    assert head.branch == "release/next"


@pytest.mark.parametrize(("files", "state"), [({}, "absent"), ({".mailmap": "A <a@x> <b@x>\n"}, "present")])
def test_a_mailmap_is_there_or_not(made: Made, files: dict[str, str], state: str) -> None:
    made.commit("one", files=files)
    assert clone_of(made.write()).mailmap == state


def test_a_repository_above_the_folder_is_not_meant(tmp_path: Path) -> None:
    git("init", "-q", str(tmp_path))
    (tmp_path / "inner").mkdir()
    with pytest.raises(BadInputError, match="inner is no clone that git can read"):
        find_git_folder(git_program(), tmp_path / "inner")


def test_a_folder_whose_git_file_points_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /nowhere\n")
    with pytest.raises(BadInputError, match="is no clone"):
        find_git_folder(git_program(), tmp_path)
