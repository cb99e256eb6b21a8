"""A local OpenDigger: serves a folder with ETags, notes every request, and can be told to fail."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote


@dataclass
class Served:
    """What is served, what was asked for with which answer, and what to answer instead: (status, body) by path."""

    folder: Path
    asked: list[tuple[str, int]] = field(default_factory=list)
    instead: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    address: str = ""

    def statuses(self, ending: str) -> list[int]:
        """The answers to requests for files that end so."""
        return [status for path, status in self.asked if path.endswith(ending)]


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """A server of `folder` on loopback, for the time of the `with`."""
    served = Served(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(self.path).lstrip("/")
            status, body = served.instead.get(path) or _file(served.folder / path)
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            served.asked.append((path, status))
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    served.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield served
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _file(path: Path) -> tuple[int, bytes]:
    # An object store answers XML for what it does not have.
    return (200, path.read_bytes()) if path.is_file() else (404, b"<Error><Code>NoSuchKey</Code></Error>")
