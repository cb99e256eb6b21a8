"""From what a user names to the datasets of its histories: first all is checked, then fetched, then read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import BadInputError, SourceError
from ingest.desk import Desk
from ingest.source import Dataset
from ingest.sources.git.address import Known, Named, read_named, read_repository
from ingest.sources.git.clone import Clone, find_git_folder, read_clone, remote_of
from ingest.sources.git.dataset import git_dataset
from ingest.sources.git.mirror import mirror_of
from ingest.sources.git.program import Git, git_program


def open_histories(
    named: Sequence[str], desk: Desk, *, repository: str | None, fork: bool
) -> Iterator[Dataset]:  # fmt: skip
    """The dataset of each history that was named.

    One of several addresses that does not deliver is told and left out, so that the others are not lost.
    """
    told = read_repository(repository) if repository else None
    if fork and told is None:
        raise BadInputError("--fork needs --repository: a fork does not tell of which repository it is a copy")
    if told is not None and len(named) != 1:
        raise BadInputError(f"--repository names one repository, but {len(named)} histories are named")
    every = [read_named(text) for text in dict.fromkeys(named)]
    return _histories(every, desk, told, fork=fork)


def _histories(every: Sequence[Named], desk: Desk, told: Known | None, *, fork: bool) -> Iterator[Dataset]:
    program = git_program()
    whose = [(one, told or whose_history(one, program)) for one in every]
    for one, known in whose:
        clone = _clone_or_warn(one, desk, program, alone=len(every) == 1)
        if clone is not None:
            yield git_dataset(clone, known, desk, fork=fork)


def whose_history(one: Named, program: str) -> Known:
    """The repository that an address names, or the remote of a clone; BadInputError where neither does."""
    known = one.known or (remote_of(find_git_folder(program, one.folder)) if one.folder is not None else None)
    if known is None:
        raise BadInputError(f"{one.text} does not tell whose history it is: add --repository owner/name")
    return known


def _clone_or_warn(one: Named, desk: Desk, program: str, *, alone: bool) -> Clone | None:
    if one.folder is not None:
        return read_clone(find_git_folder(program, one.folder))
    try:
        return _read_mirror(mirror_of(one, desk, program), program)
    except SourceError as error:
        if alone:
            raise
        desk.warn(f"{error}; it is left out")
        return None


def _read_mirror(folder: Path, program: str) -> Clone:
    try:
        return read_clone(Git(program, folder))
    except BadInputError as error:
        error.hint = f"remove {folder}, and the next load clones it anew"
        raise
