"""`ossatlas serve` in a process of its own, as a user starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.connection import Connection

OSSATLAS = Path(sys.executable).with_name("ossatlas")


@contextmanager
def server(connection: Connection) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server of its own process, with its address."""
    told = {"NEO4J_URI": connection.uri, "NEO4J_USERNAME": connection.username, "NEO4J_PASSWORD": connection.password}
    environment = {**os.environ, **told, "OSSATLAS_RATE_LIMIT": ""}  # noqa: TID251 - handed on to the command
    command = [str(OSSATLAS), "serve", "--port", "19600"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as run:
        assert run.stdout is not None
        found = re.match(r"http://127\.0\.0\.1:\d+", run.stdout.readline())
        assert found
        try:
            yield found[0], run
        finally:
            run.terminate()
