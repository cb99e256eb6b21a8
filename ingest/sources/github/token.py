"""The token of GitHub's own command line, where a user is logged in there."""

from __future__ import annotations

import shutil
import subprocess

SECONDS = 10


def gh_token(command: str = "gh") -> str | None:
    """What `gh auth token` answers; None where there is no gh, or nobody is logged in."""
    program = shutil.which(command)
    if program is None:
        return None
    try:
        asked = subprocess.run(  # noqa: S603 - a fixed question to a program of the user's own
            [program, "auth", "token"], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return None
    return asked.stdout.strip() or None if asked.returncode == 0 else None
