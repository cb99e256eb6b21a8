"""One question in every way of docs/shell.md has one answer."""

from __future__ import annotations

import re
import subprocess
from ast import literal_eval
from collections.abc import Mapping
from contextlib import redirect_stdout
from html import unescape
from io import StringIO
from pathlib import Path

import httpx

import ossatlas
from graph.database import Database
from tests.api.assistants.test_server import PEOPLE, asked, overlap
from tests.api.commands.test_shell import SHELL
from tests.api.conftest import BOTH, Command
from tests.api.test_curl import USUAL, answered
from tests.house.checkout import ROOT

TEXT = (ROOT / "docs" / "shell.md").read_text(encoding="utf-8").partition("## One question")[2].partition("## Neo4j")[0]
BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", TEXT, flags=re.DOTALL))


def rows(text: str) -> list[str]:
    """The first column of what was printed, without its head and its quotation marks."""
    return [line.split(", ")[0].strip('"') for line in text.splitlines()[1:]]


def piped(environment: Mapping[str, str], statement: str) -> list[str]:
    command = [*SHELL, "--", "--format", "plain"]
    ran = subprocess.run(command, env=environment, input=statement, capture_output=True, text=True, check=True)
    return rows(ran.stdout)


def test_curl_client_assistant_notebook_and_shell_tell_the_same_people(
    atlas: Database, web: httpx.Client, command: Command, typed: Mapping[str, str], tmp_path: Path
) -> None:
    assert callable(command)  # with it the settings name the Neo4j of this test run
    address = str(web.base_url).rstrip("/")
    with redirect_stdout(StringIO()) as printed:
        exec(BLOCKS["python"].replace(USUAL, address), {"ossatlas": ossatlas})  # noqa: S102 - of our own docs
    notebook, client = map(literal_eval, printed.getvalue().splitlines())
    page = web.get("/queries/shared-developers", params={"repositories": BOTH}).text
    copied = re.search(r'<pre id="cypher-both" hidden>(.*?)</pre>', page, flags=re.DOTALL)
    assert copied
    told = {
        "curl": rows(answered(BLOCKS["sh"].strip().replace(USUAL, address), tmp_path).decode()),
        "notebook": notebook,
        "client": client,
        "assistant": sorted(asked(atlas, overlap)),
        "shell": piped(typed, BLOCKS["cypher"]),
        "copied into the shell": piped(typed, unescape(copied[1])),
    }
    assert {way: sorted(people) for way, people in told.items()} == dict.fromkeys(told, sorted(PEOPLE))
