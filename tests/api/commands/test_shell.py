"""`ossatlas shell` as it is typed: with a statement, through a pipe, and on a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import psutil

from graph.connection import Connection

SHELL = [str(Path(sys.executable).with_name("ossatlas")), "shell"]
INTERRUPT = b"\x03"
PATIENCE = 60


def test_statements_come_as_an_argument_or_through_a_pipe(typed: Mapping[str, str]) -> None:
    given = subprocess.run([*SHELL, "RETURN 1 AS one"], env=typed, capture_output=True, text=True, check=True)
    piped = subprocess.run(SHELL, env=typed, input="RETURN 2 AS two;", capture_output=True, text=True, check=True)
    assert (given.stdout.split(), piped.stdout.split()) == (["one", "1"], ["two", "2"])


def test_what_stands_after_two_dashes_is_the_shells(typed: Mapping[str, str]) -> None:
    command = [*SHELL, "--", "--format", "verbose", "-P", "{n: 3}", "RETURN $n AS three"]
    ran = subprocess.run(command, env=typed, capture_output=True, text=True, check=True)
    assert "| three |" in ran.stdout
    assert subprocess.run([*SHELL, "RETURN"], env=typed, capture_output=True, check=False).returncode == 1


def test_on_a_terminal_an_interrupt_drops_the_line_and_no_argument_holds_the_password(
    typed: Mapping[str, str], connection: Connection
) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(SHELL, env=typed, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as ran:
        os.close(theirs)
        heard = until(ours, b"to exit the shell")
        shown = [word for child in psutil.Process(ran.pid).children() for word in child.cmdline()]
        os.write(ours, b"RETURN 40 +" + INTERRUPT)
        os.write(ours, b"RETURN 40 + 2 AS answer;\n")
        heard += until(ours, b"| 42 ")
        os.write(ours, b":exit\n")
        assert ran.wait(PATIENCE) == 0
    os.close(ours)
    assert "org.neo4j.shell.Main" in shown
    assert connection.password not in " ".join(shown)


def until(terminal: int, words: bytes) -> bytes:
    """What the terminal shows until it shows `words`."""
    heard, last = b"", time.monotonic() + PATIENCE
    while words not in heard:
        assert time.monotonic() < last, heard.decode(errors="replace")[-500:]
        if select.select([terminal], [], [], 0.2)[0]:
            heard += os.read(terminal, 4096)
    return heard
