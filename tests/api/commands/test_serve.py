import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from graph.connection import Connection

OSSATLAS = Path(sys.executable).with_name("ossatlas")


def test_the_command_serves_until_it_is_interrupted(connection: Connection) -> None:
    environment = os.environ | {  # noqa: TID251 - handed on to the command
        "NEO4J_URI": connection.uri,
        "NEO4J_USERNAME": connection.username,
        "NEO4J_PASSWORD": connection.password,
    }
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        wanted = taken.getsockname()[1]
        arguments = [str(OSSATLAS), "serve", "--port", str(wanted)]
        with subprocess.Popen(
            arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as served:
            assert served.stdout is not None
            line = served.stdout.readline()
            address = re.match(r"http://127\.0\.0\.1:(\d+)/", line)
            assert address, line
            assert httpx.get(f"{address[0]}readyz", timeout=60).status_code == 200
            served.send_signal(signal.SIGINT)
            _, errors = served.communicate(timeout=60)
    assert served.returncode == 0, errors
    assert f"port {wanted} is in use; taking {address[1]}" in errors
    assert "the engine keeps running" in errors
    assert "Traceback" not in errors
