"""The token of GitHub's own command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.sources.github.token import gh_token


def program(folder: Path, text: str) -> str:
    """A program of that text, in place of gh."""
    path = folder / "gh"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


def test_a_user_who_is_logged_in_has_a_token(tmp_path: Path) -> None:
    assert gh_token(program(tmp_path, '[ "$1 $2" = "auth token" ] && echo gho_word')) == "gho_word"


@pytest.mark.parametrize("text", ["exit 1", "echo", "echo not logged in >&2; exit 1", "printf '\\377\\376'"])
def test_nobody_logged_in_is_no_token(text: str, tmp_path: Path) -> None:
    assert gh_token(program(tmp_path, text)) is None


def test_without_the_program_there_is_no_token(tmp_path: Path) -> None:
    assert gh_token(str(tmp_path / "no-such-program")) is None


def test_a_file_that_is_no_program_is_no_token(tmp_path: Path) -> None:
    path = tmp_path / "gh"
    path.write_bytes(b"\x7fELF broken")
    path.chmod(0o755)
    assert gh_token(str(path)) is None
