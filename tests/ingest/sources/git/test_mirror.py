"""Addresses as mirrors: cloned once, updated later, whole at any moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from graph.errors import LockedError, SourceError, StorageError
from ingest.sources.git import read_git
from ingest.sources.git.address import Named, read_named
from ingest.sources.git.mirror import _translated, mirror_of
from ingest.sources.git.program import git_program
from tests.ingest.sources.git.making import ANN, BOB, Made, git
from tests.ingest.sources.git.reading import Ear, counts, desk, facts


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A repository with a commit, to be cloned by its address."""
    made = Made(tmp_path / "origin.git")
    made.commit("one", ANN, files={"a": "text"})
    return made


def served(made: Made) -> Named:
    """The address of the repository, which offers clones without contents."""
    folder = made.write()
    git("config", "uploadpack.allowFilter", "true", folder=folder)
    return read_named(f"file://{folder}")


def grow(made: Made, message: str, branch: str = "main") -> None:
    """Another commit in the repository that is cloned."""
    tree = git("rev-parse", "HEAD^{tree}", folder=made.folder)
    commit = git("commit-tree", tree, "-p", "HEAD", "-m", message, folder=made.folder)
    git("update-ref", f"refs/heads/{branch}", commit, folder=made.folder)


def test_an_address_is_cloned_bare_and_without_contents(made: Made, tmp_path: Path) -> None:
    ear = Ear()
    folder = mirror_of(served(made), desk(tmp_path / "room", ear), git_program())
    assert folder.parent == tmp_path / "room" / "git"
    assert git("rev-parse", "--is-bare-repository", folder=folder) == "true"
    missing = git("rev-list", "--objects", "--missing=print", "--all", folder=folder)
    assert sum(line.startswith("?") for line in missing.splitlines()) == 1
    assert ear.steps, "its progress is told"
    assert all(step.total is None or step.done <= step.total for step in ear.steps)


def test_the_next_load_brings_what_is_new(made: Made, tmp_path: Path) -> None:
    address, room = served(made), desk(tmp_path / "room")
    (first,) = read_git([address.text], room, repository="our/project")
    grow(made, "two (#2)")
    (second,) = read_git([address.text], room, repository="our/project")
    assert (facts(first)["commits_total"], facts(second)["commits_total"]) == (1, 2)
    assert first.origin.dataset == second.origin.dataset
    assert second.replaces
    assert [path.suffix for path in sorted((tmp_path / "room" / "git").iterdir())] == [".git", ".lock"]


def test_a_branch_that_vanished_and_a_new_default_branch_are_followed(made: Made, tmp_path: Path) -> None:
    address, room = served(made), desk(tmp_path / "room")
    mirror = mirror_of(address, room, git_program())
    grow(made, "two", "trunk")
    git("symbolic-ref", "HEAD", "refs/heads/trunk", folder=made.folder)
    git("update-ref", "-d", "refs/heads/main", folder=made.folder)
    mirror_of(address, room, git_program())
    assert git("for-each-ref", "--format=%(refname)", folder=mirror) == "refs/heads/trunk"
    assert git("symbolic-ref", "HEAD", folder=mirror) == "refs/heads/trunk"


def test_the_mailmap_alone_is_fetched(made: Made, tmp_path: Path) -> None:
    mailmap = "Bob <bob@work.example.org> <22+bob@users.noreply.github.com>\n"
    made.commit("mailmap", BOB, files={".mailmap": mailmap})
    made.commit("three", "B <bob@work.example.org>")
    (dataset,) = read_git([served(made).text], desk(tmp_path / "room"), repository="our/project")
    assert counts(dataset) == {("ann", "2025-04"): 1, ("bob", "2025-04"): 2}
    assert not any("mailmap" in gap for gap in dataset.origin.gaps)


def test_a_clone_that_was_cut_off_leaves_no_mirror_and_is_begun_anew(made: Made, tmp_path: Path) -> None:
    address, room = served(made), desk(tmp_path / "room")
    left = room.room("git") / f".{address.stem}.git.cut"
    (left / "mirror" / "objects").mkdir(parents=True)
    mirror = mirror_of(address, room, git_program())
    assert git("rev-list", "--count", "HEAD", folder=mirror) == "1"
    assert not left.exists()


def test_locks_that_a_killed_git_left_do_not_stop_the_next_update(made: Made, tmp_path: Path) -> None:
    address, room = served(made), desk(tmp_path / "room")
    mirror = mirror_of(address, room, git_program())
    grow(made, "two")
    for name in ("packed-refs.lock", "shallow.lock", "refs/heads/main.lock", "HEAD.lock", "config.lock"):
        (mirror / name).touch()
    (mirror / "objects/pack/tmp_pack_x").touch()
    mirror_of(address, room, git_program())
    assert git("rev-list", "--count", "main", folder=mirror) == "2"
    assert not list(mirror.rglob("tmp_*"))


def test_an_address_that_went_away_leaves_its_mirror_and_a_warning(made: Made, tmp_path: Path) -> None:
    address, ear = served(made), Ear()
    mirror_of(address, desk(tmp_path / "room"), git_program())
    made.folder.rename(tmp_path / "moved.git")
    (dataset,) = read_git([address.text], desk(tmp_path / "room", ear), repository="our/project")
    assert facts(dataset)["commits_total"] == 1
    assert len(ear.warnings) == 1
    assert "mirror of an earlier load" in ear.warnings[0]


def test_an_address_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    named = read_named(f"file://{tmp_path}/gone.git")
    with pytest.raises(SourceError, match=r"gone\.git is not there"):
        mirror_of(named, desk(tmp_path / "room"), git_program())
    assert [path.suffix for path in (tmp_path / "room" / "git").iterdir()] == [".lock"]


def test_two_processes_do_not_fetch_one_address_at_once(made: Made, tmp_path: Path) -> None:
    address, room = served(made), desk(tmp_path / "room")
    with FileLock(room.room("git") / f"{address.stem}.lock"), pytest.raises(LockedError, match="another process"):
        mirror_of(address, room, git_program())


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("repository 'https://github.com/o/n/' not found", SourceError, "not there"),
        (
            "could not read Username for 'https://github.com': terminal prompts disabled",
            SourceError,
            "not for everybody",
        ),
        (
            "unable to access 'https://github.com/o/n/': Could not resolve host: github.com",
            SourceError,
            "does not answer",
        ),
        ("write error: No space left on device", StorageError, "disk is full"),
        ("early EOF", SourceError, "could not be fetched: early EOF"),
    ],
)
def test_what_git_says_becomes_one_of_our_errors(said: str, kind: type[Exception], words: str) -> None:
    error = _translated(read_named("https://github.com/o/n"), said)
    assert type(error) is kind
    assert words in str(error)
    assert "https://github.com/o/n" in str(error)
