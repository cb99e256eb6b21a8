"""What a clone has: its default branch, heads of pull requests, tags; what it lacks; and whose history it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import BadInputError
from ingest.sources.git.address import Known, told_by_remote
from ingest.sources.git.program import Git, GitFailedError

_USUAL = ("main", "master", "trunk", "develop")


@dataclass(frozen=True, slots=True)
class Head:
    """The branch that is read: its name (empty where HEAD is detached), its commit, and a remark."""

    branch: str
    commit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PullHead:
    """The last commit of a pull request: its number, and what stays the same when the commit is rebased.

    That is the author's address, the author's time and the subject.
    """

    number: int
    commit: bytes
    signature: tuple[bytes, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and the time (seconds since 1970) at which it, or else its commit, was made."""

    name: str
    time: int


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone as it lies there; `head` is None where it has no commits. `mailmap` is absent, present or lacking."""

    git: Git
    head: Head | None
    known: Known | None = None
    shallow: bool = False
    mailmap: str = "absent"
    pulls: tuple[PullHead, ...] = field(default=())
    tags: tuple[Tag, ...] = field(default=())


def find_git_folder(program: str, folder: Path) -> Git:
    """The repository that is in `folder` itself, not in one above it; BadInputError where there is none."""
    for candidate in (folder / ".git", folder):
        git = Git(program, _linked(candidate))
        if git.folder is not None and git.folder.is_dir():
            try:
                git.run("rev-parse", "--git-dir")
            except GitFailedError as error:
                raise BadInputError(f"{folder} is no clone that git can read: {error}") from error
            return git
    raise BadInputError(f"{folder} is no clone: its .git names a folder that is not there")


def _linked(path: Path) -> Path | None:
    """The git directory at `path`; a file there names it, as in submodules and added worktrees."""
    if not path.is_file():
        return path
    said, _, target = path.read_text(encoding="utf-8", errors="replace").partition(":")
    return (path.parent / target.strip()).resolve() if said == "gitdir" else None


def read_clone(git: Git) -> Clone:
    """What the clone has, without walking its history; BadInputError where git cannot read it, or not which branch."""
    try:
        return _read(git)
    except GitFailedError as error:
        raise BadInputError(f"{git.folder} is broken, git cannot read it: {error}") from error


def _read(git: Git) -> Clone:
    head = read_head(git)
    known = remote_of(git)
    if head is None:
        return Clone(git, None, known)
    return Clone(
        git,
        head,
        known,
        shallow=git.tried("rev-parse", "--is-shallow-repository") == "true",
        mailmap=_mailmap(git, head),
        pulls=tuple(_pulls(git)),
        tags=tuple(_tags(git)),
    )


def remote_of(git: Git) -> Known | None:
    """The repository that the clone's own remote names, where it is on a known host."""
    return told_by_remote(git.tried("config", "--get", "remote.origin.url") or "")


def read_head(git: Git) -> Head | None:
    """The default branch: that of the remote where the clone has a copy of it, else HEAD; None without any commit."""
    remote, own = "refs/remotes/origin/", "refs/heads/"
    for name, folder in ((f"{remote}HEAD", remote), ("HEAD", own)):
        commit, points_to = _commit(git, name), git.tried("symbolic-ref", "-q", name)
        if commit and points_to:
            return Head(points_to.removeprefix(folder), commit)
        if commit:
            return Head("", commit, "HEAD names no branch: the history behind its commit was read")
    return _usual_head(git)


def _usual_head(git: Git) -> Head | None:
    """The branch to read where HEAD names one that is not there: the only one, or one of the usual name."""
    branches = _branches(git)
    usual = [name for name in _USUAL if name in branches] or (list(branches) if len(branches) == 1 else [])
    if usual:
        return Head(usual[0], branches[usual[0]], f"HEAD names a branch that is not there: {usual[0]} was read")
    if branches:
        some = ", ".join(list(branches)[:5])
        raise BadInputError(f"{git.folder} has no default branch: HEAD names none of its branches, such as {some}")
    return None


def _commit(git: Git, name: str) -> str | None:
    return git.tried("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")


def _branches(git: Git) -> dict[str, str]:
    said = git.run("for-each-ref", "--format=%(objectname) %(refname:lstrip=-1)", "refs/heads", "refs/remotes/origin")
    pairs = (line.partition(" ") for line in said.splitlines())
    return {name: commit for commit, _, name in pairs}


def _mailmap(git: Git, head: Head) -> str:
    if git.tried("rev-parse", "--verify", "--quiet", f"{head.commit}:.mailmap") is None:
        return "absent"
    return "lacking" if git.tried("cat-file", "-e", f"{head.commit}:.mailmap") is None else "present"


def _pulls(git: Git) -> Iterator[PullHead]:
    fields = ("refname", "objectname", "authoremail", "authordate:unix", "subject")
    for name, commit, address, time, subject in _refs(git, "refs/pull/*/head", fields):
        number = name.split(b"/")[2]
        if number.isdigit():
            yield PullHead(int(number), commit, (address.strip(b"<>"), time, subject))


def _tags(git: Git) -> Iterator[Tag]:
    for name, time in _refs(git, "refs/tags", ("refname:lstrip=2", "creatordate:unix")):
        if time.isdigit():
            yield Tag(name.decode("utf-8", "replace"), int(time))


def _refs(git: Git, pattern: str, fields: tuple[str, ...]) -> Iterator[list[bytes]]:
    """The fields of each ref; no field but the last may hold the end of a line, and subjects have none."""
    shape = "%00".join(f"%({name})" for name in fields)
    with git.stream("for-each-ref", f"--format={shape}", "--", pattern) as lines:
        for line in lines:
            row = line.rstrip(b"\n").split(b"\0")
            if len(row) == len(fields):
                yield row
