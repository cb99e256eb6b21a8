"""Addresses as bare mirrors without file contents, kept in the source's room and updated on the next load."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from filelock import FileLock, Timeout

from graph.errors import AtlasError, LockedError, SourceError, StorageError
from ingest.desk import Desk, Step
from ingest.sources.git.address import Named
from ingest.sources.git.program import Git, complaint, pipe

_PROGRESS = re.compile(
    r"(?:remote: )?(?P<what>[A-Z][a-z]+ [a-z]+): +\d+% \((?P<done>\d+)/(?P<total>\d+)\)(?:, (?P<note>[^,]+))?"
)
_ABSENT = ("not found", "does not exist", "not appear to be a git repository", "could not read username")
_UNHEARD = ("could not resolve", "unable to access", "connection", "timed out", "could not read from remote")
_FULL = "no space left"
_TAIL = 8_192
_CHUNK = 65_536


def mirror_of(named: Named, desk: Desk, program: str) -> Path:
    """The folder of the up-to-date mirror of an address; SourceError where there is none and it cannot be cloned.

    Where a mirror is there but its address does not answer, the user is told, and the mirror stays as it is.
    """
    folder = desk.room("git") / f"{named.stem}.git"
    with _alone(folder, named):
        if not folder.exists():
            _clone(named, folder, desk, program)
        else:
            _update_or_warn(named, folder, desk, program)
    return folder


@contextmanager
def _alone(folder: Path, named: Named) -> Iterator[None]:
    lock = FileLock(folder.with_suffix(".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise LockedError(f"another process is fetching {named.text}") from error
    try:
        yield
    finally:
        lock.release()


def _clone(named: Named, folder: Path, desk: Desk, program: str) -> None:
    """Clone beside the place and rename: what is in its place is whole, whenever the machine stopped."""
    for left in folder.parent.glob(f".{folder.name}.*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent, ignore_cleanup_errors=True) as made:
        arguments = ("clone", "--mirror", "--filter=blob:none", "--template=", "--no-recurse-submodules", "--progress")
        _fetch(Git(program, reaches=True), named, desk, *arguments, "--", named.text, f"{made}/mirror")
        _read_names(Git(program, Path(made) / "mirror", reaches=True))
        (Path(made) / "mirror").rename(folder)


def _update_or_warn(named: Named, folder: Path, desk: Desk, program: str) -> None:
    for left in (*folder.glob("*.lock"), *folder.glob("refs/**/*.lock"), *folder.glob("objects/pack/tmp_*")):
        left.unlink(missing_ok=True)  # nobody else is here: a git that was killed left it
    git = Git(program, folder, reaches=True)
    try:
        _fetch(git, named, desk, "fetch", "--prune", "--progress", "--no-auto-gc", "--no-recurse-submodules", "origin")
        _follow_head(git)
        _read_names(git)
    except SourceError as error:
        desk.warn(f"{error}; its mirror of an earlier load is read instead")


def _follow_head(git: Git) -> None:
    """Let HEAD name the branch that the address now has as its default one."""
    said = git.tried("ls-remote", "--symref", "--", "origin", "HEAD") or ""
    found = re.search(r"^ref: (refs/heads/\S+)\tHEAD$", said, re.MULTILINE)
    if found is not None:
        git.run("symbolic-ref", "HEAD", found[1])


def _read_names(git: Git) -> None:
    """Fetch the one file content that a reading needs, .mailmap; most repositories have none."""
    git.tried("cat-file", "-e", "HEAD:.mailmap")


def _fetch(git: Git, named: Named, desk: Desk, *arguments: str) -> None:
    """Let git fetch, telling how far it is; an error of ours with git's own words where it fails."""
    tail = b""
    with git.started(arguments, subprocess.DEVNULL, subprocess.PIPE) as process:
        for part in _parts(pipe(process.stderr)):
            tail = (tail + part + b"\n")[-_TAIL:]
            _report(part, named, desk)
        if process.wait():
            raise _translated(named, complaint(tail))


def _parts(said: IO[bytes]) -> Iterator[bytes]:
    """The lines of a progress display, which overwrites them."""
    held = b""
    while chunk := os.read(said.fileno(), _CHUNK):
        *whole, held = re.split(rb"[\r\n]+", held + chunk)
        yield from whole
    yield held


def _report(part: bytes, named: Named, desk: Desk) -> None:
    found = _PROGRESS.match(part.decode("utf-8", "replace"))
    if found is not None:
        what = f"{found['what'].lower()} of {named.known.name if named.known else named.stem}"
        desk.report(Step(what, int(found["done"]), int(found["total"]), (found["note"] or "").strip()))


def _translated(named: Named, said: str) -> AtlasError:
    low = said.lower()
    if _FULL in low:
        return StorageError(f"the disk is full: {named.text} could not be cloned")
    if any(words in low for words in _ABSENT):
        return SourceError(f"{named.text} is not there, or not for everybody to read ({said})")
    if any(words in low for words in _UNHEARD):
        return SourceError(f"{named.text} does not answer ({said})")
    return SourceError(f"{named.text} could not be fetched: {said}")
