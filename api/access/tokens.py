"""Tokens of ours: made by the command line, shown once, kept as hashes.

A token is `ossatlas_<id>_<secret>`. The secret has 256 random bits, so that a plain SHA-256 of it cannot be turned
round: slow hashes protect what people think of, and would make each request slow.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from api.access.scopes import SCOPES, Caller
from api.beside import beside
from graph.errors import BadInputError, NotFoundError, UnknownCallerError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Row

PREFIX = "ossatlas_"
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Token:
    """What is kept of a token; times are ISO, UTC."""

    id: str
    name: str
    scopes: tuple[str, ...]
    created_at: str
    expires_at: str
    revoked_at: str | None

    def state(self, now: datetime) -> str:
        """`valid`, `expired` or `revoked`."""
        if self.revoked_at:
            return "revoked"
        return "expired" if datetime.fromisoformat(self.expires_at) <= now else "valid"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a data folder."""

    folder: Path

    def create(self, name: str, scopes: Sequence[str], days: int, now: datetime) -> str:
        """A new token, which nobody can read again; BadInputError for a scope that is none, or a name that is taken."""
        check(name, scopes)
        key, secret = secrets.token_hex(6), secrets.token_urlsafe(SECRET_BYTES)
        kept = (key, name, hashed(secret), " ".join(sorted(set(scopes))), iso(now), iso(now + timedelta(days=days)))
        with beside(self.folder, writing=True) as file:
            if file.execute("SELECT 1 FROM tokens WHERE name = ? AND revoked_at IS NULL", (name,)).fetchone():
                raise BadInputError(f"there is a token named {name!r}", hint="take another name, or revoke that one")
            file.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, NULL)", kept)
        return f"{PREFIX}{key}_{secret}"

    def all(self) -> list[Token]:
        """All tokens, the oldest first."""
        with beside(self.folder) as file:
            return [_token(row) for row in file.execute("SELECT * FROM tokens ORDER BY rowid")]

    def revoke(self, named: str, now: datetime) -> Token:
        """The token of that name or id, which is worth nothing from now on; NotFoundError where there is none."""
        with beside(self.folder, writing=True) as file:
            where = "WHERE (name = :named OR id = :named) AND revoked_at IS NULL"
            row = file.execute(f"SELECT * FROM tokens {where}", {"named": named}).fetchone()  # noqa: S608 - no input
            if row is None:
                raise NotFoundError(f"no token in use is named {named!r}", hint="`ossatlas token list` names them")
            file.execute("UPDATE tokens SET revoked_at = ? WHERE id = ?", (iso(now), row["id"]))
            return _token(row)

    def caller(self, given: str, now: datetime) -> Caller:
        """Who shows the token `given`; UnknownCallerError where it is none of ours, expired or revoked."""
        key, _, secret = given.removeprefix(PREFIX).partition("_")
        with beside(self.folder) as file:
            row = file.execute("SELECT * FROM tokens WHERE id = ?", (key,)).fetchone()
        # A token that is not there takes as long as one with another secret.
        right = hmac.compare_digest(row["hash"] if row else bytes(SECRET_BYTES), hashed(secret))
        if not row or not right:
            raise UnknownCallerError("the token is none of this server")
        token = _token(row)
        if (state := token.state(now)) != "valid":
            raise UnknownCallerError(f"the token {token.name!r} is {state}")
        return Caller(f"token {token.id}", token.name, frozenset(token.scopes))


def check(name: str, scopes: Sequence[str]) -> None:
    """Nothing; BadInputError for a name that is empty, no scope, or one that is none."""
    if not name.strip():
        raise BadInputError("a token needs a name by which it is told from others")
    for scope in scopes or ("",):
        if scope not in SCOPES:
            raise BadInputError(f"the scope is {scope!r}: expected some of {', '.join(SCOPES)}")


def hashed(secret: str) -> bytes:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).digest()


def iso(time: datetime) -> str:
    """`time` as it is kept."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def _token(row: Row) -> Token:
    scopes = tuple(row["scopes"].split())
    return Token(row["id"], row["name"], scopes, row["created_at"], row["expires_at"], row["revoked_at"])
