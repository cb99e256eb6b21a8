"""The curl examples of docs/api.md, run as they stand there against a real server."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

from tests.absent import absent
from tests.house.checkout import ROOT

USUAL = "http://127.0.0.1:8765"
WRITTEN = re.findall(r"^curl .+$", (ROOT / "docs" / "api.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
EXAMPLES = [example for example in WRITTEN if "$TOKEN" not in example]
"""What needs a token is tested with one, in `tests/api/jobs`."""


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_answers(web: httpx.Client, example: str, tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        absent("no curl on PATH")
    command = shlex.split(example.replace(USUAL, str(web.base_url).rstrip("/")))
    ran = subprocess.run([*command, "--fail", "--silent"], cwd=tmp_path, capture_output=True, check=False)
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    assert ran.returncode == 0, ran.stderr
    assert len(ran.stdout) > 100 or [content for content in files if len(content) > 100]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 3
