"""The history of a branch as one stream of commits, newest first: each before its parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, NamedTuple

from graph.errors import BadInputError
from ingest.sources.git.clone import Clone, Head
from ingest.sources.git.program import GitFailedError

# %aN and %aE are by .mailmap; %ae and %ce are as they were written, for only these are no-reply addresses for sure.
_AUTHOR, _COMMITTER = "%aN%x1f%aE%x1f%ae", "%cN%x1f%cE%x1f%ce"
_TRAILERS = "%(trailers:key=Co-authored-by,valueonly,separator=%x1f)"
_FIELDS = ("%H", "%P", "%at", "%ct", _AUTHOR, _COMMITTER, "%s", _TRAILERS)
_SHAPE = "tformat:" + "%x00".join(_FIELDS)
_COUNT = len(_FIELDS)
_CHUNK = 1 << 20
_NO_TIME = -1
_LONGEST_TIME = 15


class Identity(NamedTuple):
    """Whom a commit names: name and address by .mailmap, and the address as written. Held in memory only."""

    name: bytes
    address: bytes
    written: bytes


class Commit(NamedTuple):
    """A commit, in bytes: nobody knows in which encoding its author wrote. Times are seconds since 1970, or -1."""

    hash: bytes
    parents: list[bytes]
    time: int
    committed: int
    author: Identity
    committer: Identity
    subject: bytes
    co_authors: bytes

    @property
    def signature(self) -> tuple[bytes, bytes, bytes]:
        """What a rebase keeps: the author's address, the author's time and the subject."""
        return self.author.written, b"%d" % self.time, self.subject


def read_log(clone: Clone, head: Head) -> Iterator[Commit]:
    """The commits behind `head`; BadInputError where git cannot read them to the end."""
    # Empty, for a content that is not there would be fetched, or else end the reading.
    mailmap = f"{head.commit}:.mailmap" if clone.mailmap == "present" else ""
    arguments = ("-c", f"mailmap.blob={mailmap}", "log", "-z", "--topo-order", "--no-notes", "--no-show-signature")
    try:
        with clone.git.stream(*arguments, f"--format={_SHAPE}", head.commit, "--") as out:
            yield from _commits(split(out))
    except GitFailedError as error:
        raise BadInputError(f"{clone.git.folder} cannot be read to its end: {error}") from error


def split(out: IO[bytes]) -> Iterator[Sequence[bytes]]:
    """The fields of each commit, out of a stream of fields that each end in NUL."""
    held: list[bytes] = []
    rest = b""
    while chunk := out.read(_CHUNK):
        *fields, rest = (rest + chunk).split(b"\0")
        held += fields
        whole = len(held) - len(held) % _COUNT
        for start in range(0, whole, _COUNT):
            yield held[start : start + _COUNT]
        held = held[whole:]


def _commits(rows: Iterable[Sequence[bytes]]) -> Iterator[Commit]:
    """The commit of each row; an identity is made once, for most commits are by few people."""
    known: dict[bytes, Identity] = {}
    for name, parents, time, committed, author, committer, subject, trailers in rows:
        who = known.get(author) or known.setdefault(author, _identity(author))
        by = known.get(committer) or known.setdefault(committer, _identity(committer))
        yield Commit(name, parents.split(), _time(time), _time(committed), who, by, subject, trailers)


def _identity(text: bytes) -> Identity:
    """Name and two addresses, which have no unit separator in them, whatever the name has."""
    return Identity(*text.rsplit(b"\x1f", 2))


def _time(text: bytes) -> int:
    return int(text) if text.isdigit() and len(text) <= _LONGEST_TIME else _NO_TIME
