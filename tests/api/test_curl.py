"""The curl examples of docs/api.md, run as they stand there against a real server."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.access.gate import Access
from api.access.tokens import Tokens
from api.around import Around
from api.jobs.routes import Bureau
from api.jobs.store import Jobs
from graph.database import Database
from tests.absent import absent
from tests.api.safety.keeping import serving_with
from tests.house.checkout import ROOT

USUAL, TOKEN = "http://127.0.0.1:8765", "$TOKEN"
TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8").replace("\\\n", "")
EXAMPLES = re.findall(r"^curl .+$", TEXT, flags=re.MULTILINE)


def test_every_example_answers(atlas: Database, tmp_path: Path) -> None:
    """One server for all: it takes jobs, and starts none."""
    if shutil.which("curl") is None:
        absent("no curl on PATH")
    tokens = Tokens(tmp_path / "kept")
    token = tokens.create("examples", ["jobs", "corrections"], 1, datetime.now(UTC))
    around = Around(access=Access(tokens), bureau=Bureau(Jobs(tmp_path / "kept"), lambda: None))
    with serving_with(around, atlas) as web:
        address = str(web.base_url).rstrip("/")
        told = {each: answered(each.replace(USUAL, address).replace(TOKEN, token), tmp_path) for each in EXAMPLES}
    assert [example for example, answer in told.items() if not answer] == []
    assert len(told) > 3


def answered(example: str, folder: Path) -> bytes:
    """What the command printed or wrote to a file; nothing where it failed."""
    there = set(folder.iterdir())
    command = [*shlex.split(example), "--fail", "--silent"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    written = b"".join(path.read_bytes() for path in set(folder.iterdir()) - there if path.is_file())
    return b"" if ran.returncode else ran.stdout + written


@pytest.mark.parametrize("example", ["curl http://127.0.0.1:9/", "curl --no-such-option"])
def test_one_that_fails_would_be_found(example: str, tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        absent("no curl on PATH")
    assert answered(example, tmp_path) == b""
