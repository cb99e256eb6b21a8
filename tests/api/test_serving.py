import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from api.serving import listening
from graph.connection import Connection
from graph.errors import BadInputError

OSSATLAS = Path(sys.executable).with_name("ossatlas")


def test_a_port_in_use_is_passed_over() -> None:
    with listening("127.0.0.1", 20000) as first, listening("127.0.0.1", first.getsockname()[1]) as second:
        assert second.getsockname()[1] > first.getsockname()[1]


def test_an_address_that_is_not_ours_is_one_sentence() -> None:
    with pytest.raises(BadInputError, match=r"cannot listen on 192\.0\.2\.1 port 20000"):
        listening("192.0.2.1", 20000)


def test_a_name_that_is_no_address_is_one_sentence() -> None:
    with pytest.raises(BadInputError, match=r"cannot listen on no\.such\.host\.invalid"):
        listening("no.such.host.invalid", 20000)


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
