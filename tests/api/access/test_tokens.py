from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.access.tokens import PREFIX, Tokens
from api.beside import NAME
from graph.errors import BadInputError, NotFoundError, UnknownCallerError

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(tmp_path / "data")


def test_a_token_tells_who_asks_and_what_they_may(tokens: Tokens) -> None:
    made = tokens.create("nightly", ["jobs", "read", "jobs"], 30, NOW)
    caller = tokens.caller(made, NOW + timedelta(days=29))
    assert (caller.name, sorted(caller.scopes)) == ("nightly", ["jobs", "read"])


def test_no_part_of_the_secret_is_kept(tokens: Tokens) -> None:
    made = tokens.create("nightly", ["jobs"], 30, NOW)
    key, _, secret = made.removeprefix(PREFIX).partition("_")
    kept = b"".join(path.read_bytes() for path in tokens.folder.iterdir())
    assert key.encode() in kept
    assert secret.encode() not in kept
    assert len(secret) == 43, "256 bits"
    assert {path.stat().st_mode & 0o077 for path in tokens.folder.glob(f"{NAME}*")} == {0}


@pytest.mark.parametrize("change", ["", "x", "ossatlas_", "ossatlas_x_y", "other", "longer", "é"])
def test_what_is_no_token_of_ours_is_refused(tokens: Tokens, change: str) -> None:
    made = tokens.create("nightly", ["jobs"], 30, NOW)
    given = {"other": made[:-1] + ("A" if made[-1] != "A" else "B"), "longer": f"{made}A"}.get(change, change)
    with pytest.raises(UnknownCallerError, match="none of this server"):
        tokens.caller(given, NOW)


def test_an_expired_and_a_revoked_token_are_told_apart_and_refused(tokens: Tokens) -> None:
    old, taken = tokens.create("old", ["read"], 1, NOW), tokens.create("taken", ["read"], 30, NOW)
    later = NOW + timedelta(days=1)
    with pytest.raises(UnknownCallerError, match="'old' is expired"):
        tokens.caller(old, later)
    tokens.revoke("taken", later)
    with pytest.raises(UnknownCallerError, match="'taken' is revoked"):
        tokens.caller(taken, later)
    assert [(each.name, each.state(later)) for each in tokens.all()] == [("old", "expired"), ("taken", "revoked")]


def test_a_name_is_taken_until_its_token_is_revoked(tokens: Tokens) -> None:
    tokens.create("nightly", ["read"], 1, NOW)
    with pytest.raises(BadInputError, match="there is a token named 'nightly'"):
        tokens.create("nightly", ["read"], 1, NOW)
    tokens.revoke("nightly", NOW)
    tokens.create("nightly", ["read"], 1, NOW)
    with pytest.raises(NotFoundError, match="no token in use is named 'daily'"):
        tokens.revoke("daily", NOW)


@pytest.mark.parametrize(("name", "scopes"), [("", ["read"]), ("a", []), ("a", ["write"]), ("a", ["read", "all"])])
def test_a_token_needs_a_name_and_scopes_that_there_are(tokens: Tokens, name: str, scopes: list[str]) -> None:
    with pytest.raises(BadInputError):
        tokens.create(name, scopes, 1, NOW)
