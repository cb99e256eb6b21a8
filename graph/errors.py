"""Everything that can go wrong, with its HTTP status and its exit code.

AtlasError                     500 / 1    a defect of ours
├── BadInputError              422 / 2    a value, file, parameter or statement that cannot be taken
│   └── BadRowError            422 / 2    one row of a table, with file, line, field, found, expected
├── NotFoundError              404 / 3    a name that the graph or the catalogue does not have
├── NotAllowedError            403 / 10   something that is not for everybody: a statement that does more than read
├── TooManyError               429 / 11   more at once, or in a while, than one caller may ask
├── OutdatedError              410 / 13   a place in an answer whose data have changed since
├── UnknownCallerError         401 / 12   a token is missing, or is none that is taken
├── QueryTimeoutError          504 / 4    a query that ran longer than its budget
├── GraphUnavailableError      503 / 5    no Neo4j that answers: not installed, not started, wrong password
├── SourceError                502 / 6    a remote source or a registry that does not deliver
│   └── RateLimitedError       503 / 7    a source that asks us to wait
├── StorageError               507 / 8    disk full, or a data folder that cannot be used
│   └── HaltedError            507 / 8    a Neo4j that could not write, and serves nobody until it is started anew
└── LockedError                423 / 9    another process holds what we need

An interrupt by the user exits with 130. Errors are caught in four places: `api/app.py`, `api/cli.py`,
the retry in `ingest/http.py`, and `api/commands/refresh.py`, where one source that fails does not keep the others.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from typing import ClassVar

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
"""What the system says where a disk is full, or the part of it that one user may fill."""


class AtlasError(Exception):
    """Any failure that we can name; `hint` says what to do next, when we know."""

    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1
    title: ClassVar[str] = "Something went wrong"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class BadInputError(AtlasError):
    """A value, file, parameter or statement that cannot be taken; the message says what would be valid."""

    status = 422
    exit_code = 2
    title = "The input cannot be taken"


class BadRowError(BadInputError):
    """One refused row: `file:line: field: found …, expected …`."""

    title = "A row cannot be taken"

    def __init__(self, file: str, line: int, field: str, found: str, expected: str) -> None:
        super().__init__(f"{file}:{line}: {field}: found {found}, expected {expected}")
        self.file, self.line, self.field, self.found, self.expected = file, line, field, found, expected


class NotFoundError(AtlasError):
    """A name (`asked`) that the graph or the catalogue does not have; the message names those that are `near`."""

    status = 404
    exit_code = 3
    title = "Not found"

    def __init__(self, message: str, *, hint: str = "", asked: str = "", near: Sequence[str] = ()) -> None:
        super().__init__(message, hint=hint)
        self.asked, self.near = asked, tuple(near)


class NotAllowedError(AtlasError):
    """Something that may not be done here, or not by this caller; the message says what."""

    status = 403
    exit_code = 10
    title = "Not allowed"


class TooManyError(AtlasError):
    """More at once, or in a while, than one caller may ask; `retry_after` is in seconds."""

    status = 429
    exit_code = 11
    title = "Too many at once"

    def __init__(self, message: str, retry_after: float, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after


class OutdatedError(AtlasError):
    """A place in an answer, such as a cursor, whose data have changed since."""

    status = 410
    exit_code = 13
    title = "The data have changed"


class UnknownCallerError(AtlasError):
    """A token is missing where one is needed, or it is none, expired or revoked."""

    status = 401
    exit_code = 12
    title = "Who asks is not known"


class QueryTimeoutError(AtlasError):
    """A query that ran longer than its budget."""

    status = 504
    exit_code = 4
    title = "The query took too long"


class GraphUnavailableError(AtlasError):
    """No Neo4j that answers: not installed, not started, unreachable, or with another password."""

    status = 503
    exit_code = 5
    title = "Neo4j does not answer"


class SourceError(AtlasError):
    """A remote source or a registry that does not deliver."""

    status = 502
    exit_code = 6
    title = "A source does not deliver"


class RateLimitedError(SourceError):
    """A source asks us to wait; `retry_after` is in seconds."""

    status = 503
    exit_code = 7
    title = "A source asks us to wait"

    def __init__(self, source: str, retry_after: float) -> None:
        super().__init__(f"{source} allows no more calls for {retry_after:.0f} s")
        self.retry_after = retry_after


class StorageError(AtlasError):
    """Disk full, or a data folder that cannot be used."""

    status = 507
    exit_code = 8
    title = "Storage cannot be used"


class HaltedError(StorageError):
    """A Neo4j that could not write its data, mostly for want of room, and serves nobody until it is started anew."""

    title = "Neo4j has halted"


class LockedError(AtlasError):
    """Another process holds what we need."""

    status = 423
    exit_code = 9
    title = "Another process is at work"
