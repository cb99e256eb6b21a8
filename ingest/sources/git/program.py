"""git itself, as a process of its own: found, asked and streamed, without prompts, hooks and programs of a clone's.

Its licence is the GPL: it is never linked, bundled or fetched, only run where a machine has it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from graph.errors import AtlasError, BadInputError
from ingest.sources.git.address import SCHEMES

OLDEST = (2, 25)
NEEDED = f"git {OLDEST[0]}.{OLDEST[1]} or newer has to be on the PATH"
# What settings may not do: run hooks, check signatures, page, collect garbage, bring another mailmap.
_SETTINGS = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.quotePath": "false",
    "core.pager": "",
    "gc.auto": "0",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "60",
    "i18n.logOutputEncoding": "UTF-8",
    "log.showSignature": "false",
    "mailmap.file": os.devnull,
    "maintenance.auto": "false",
}
# Of the user's own GIT_ variables those that say how to reach a host; others would say which repository to read.
_KEPT = ("GIT_CONFIG", "GIT_SSH", "GIT_SSL", "GIT_EXEC_PATH", "GIT_PROXY")
_SET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GCM_INTERACTIVE": "never",
    "SSH_ASKPASS_REQUIRE": "never",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
NO_PROTOCOL = "none"
"""A protocol that there is not: a clone without blobs then cannot fetch one in the middle of a reading."""
_SECRET = re.compile(r"(?<=://)[^/@\s]+@")
_SAID = re.compile(r"^(?:fatal|error|remote|ssh): *(.+)", re.MULTILINE)
_LONGEST = 200


class GitFailedError(AtlasError):
    """git ended with an error; the message is git's own."""


def git_program() -> str:
    """The path of git; BadInputError where there is none, or one that is too old."""
    found = shutil.which("git")
    if found is None:
        raise BadInputError(f"there is no git on this machine: {NEEDED}")
    version = git_version(found)
    if version < OLDEST:
        raise BadInputError(f"git {'.'.join(map(str, version))} is too old: {NEEDED}")
    return found


@cache
def git_version(program: str) -> tuple[int, ...]:
    """The version of the git at the path `program`; BadInputError where it does not tell."""
    try:
        said = subprocess.run(  # noqa: S603 - the git of this machine
            [program, "--version"], capture_output=True, check=True, timeout=60, text=True, errors="replace"
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise BadInputError(f"{program} does not run: {NEEDED}") from error
    numbers = re.search(r"(\d+)\.(\d+)(?:\.(\d+))?", said.stdout)
    if numbers is None:
        raise BadInputError(f"{program} says no version: {NEEDED}")
    return tuple(int(number) for number in numbers.groups(default="0"))


@dataclass(frozen=True, slots=True)
class Git:
    """git at work in one repository, whose git directory is `folder`; `reaches` says whether it may use the network."""

    program: str
    folder: Path | None = None
    reaches: bool = False

    def run(self, *arguments: str) -> str:
        """What git answers; GitFailedError with git's own words where it fails."""
        with self.started(arguments, subprocess.PIPE, subprocess.PIPE) as process:
            out, said = process.communicate()
        if process.returncode:
            raise GitFailedError(complaint(said))
        return out.decode("utf-8", "replace")

    def tried(self, *arguments: str) -> str | None:
        """What git answers, without the end of the last line; None where it fails."""
        try:
            return self.run(*arguments).removesuffix("\n")
        except GitFailedError:
            return None

    @contextmanager
    def stream(self, *arguments: str) -> Iterator[IO[bytes]]:
        """What git answers, as it comes; GitFailedError at the end where it failed, unless the reader failed before."""
        with tempfile.TemporaryFile() as said, self.started(arguments, subprocess.PIPE, said) as process:
            yield pipe(process.stdout)
            if process.wait():
                said.seek(0)
                raise GitFailedError(complaint(said.read()))

    @contextmanager
    def started(
        self, arguments: Sequence[str], out: int | IO[bytes], said: int | IO[bytes]
    ) -> Iterator[subprocess.Popen[bytes]]:  # fmt: skip
        """A running git, which ends with us, whatever happens here.

        In a session of its own neither git nor ssh has a terminal to ask at.
        """
        allowed = ":".join(SCHEMES) if self.reaches else NO_PROTOCOL
        process = subprocess.Popen(  # noqa: S603 - the git of this machine, names behind `--`
            self._command(arguments),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=said,
            cwd=self.folder,
            env={**_inherited(), **_SET, "GIT_ALLOW_PROTOCOL": allowed},
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _end(process)

    def _command(self, arguments: Sequence[str]) -> list[str]:
        settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        where = [f"--git-dir={self.folder}"] if self.folder else []
        return [self.program, "--no-pager", *where, *settings, *arguments]


def _inherited() -> dict[str, str]:
    """The environment of a child: ours, without what would point git at another repository."""
    ours = os.environ  # noqa: TID251 - handed on to a child, nothing is read from it
    return {name: value for name, value in ours.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}


def pipe(stream: IO[bytes] | None) -> IO[bytes]:
    """The pipe that was asked for when a process was started."""
    if stream is None:
        raise AtlasError("git was started without a pipe")
    return stream


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and the helpers that it started, and close its pipes."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)
    for stream in (process.stdout, process.stderr):
        if stream is not None:
            stream.close()
    process.wait()


def complaint(said: bytes) -> str:
    """The sentence in what git said that tells why it failed, without users and passwords of addresses."""
    text = _SECRET.sub("", said.decode("utf-8", "replace")).strip()
    lines = _SAID.findall(text) or text.splitlines()[-1:] or ["it gave no reason"]
    return " ".join(lines[0].split())[:_LONGEST].rstrip(".")
