"""A Maven repository on loopback that delivers, cuts, garbles or refuses as a test tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Fault = Callable[["Handler", bytes], None]


class Repository(ThreadingHTTPServer):
    """`files` maps a path to its bytes; `faults` holds, by path, what goes wrong in the next requests, in turn."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.faults: defaultdict[str, list[Fault]] = defaultdict(list)
        self.asked: list[tuple[str, str | None]] = []

    @property
    def url(self) -> str:
        """Base address."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """One request; ranges are honoured."""

    server: Repository

    def do_GET(self) -> None:
        path, wanted = self.path.lstrip("/"), self.headers.get("Range")
        self.server.asked.append((path, wanted))
        content = self.server.files.get(path)
        if self.server.faults[path]:
            self.server.faults[path].pop(0)(self, content or b"")
        elif content is None:
            self.send_error(404)
        else:
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
            self.answer(206 if wanted else 200, content[start:])

    def answer(self, status: int, content: bytes, *, length: int | None = None) -> None:
        """Send one reply, with a false length if the test wants one."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Stay silent."""


def cut(handler: Handler, content: bytes) -> None:
    """Send half, and hang up."""
    handler.answer(200, content[: len(content) // 2], length=len(content))


def garble(handler: Handler, content: bytes) -> None:
    """Send other bytes of the same length."""
    handler.answer(200, bytes(255 - byte for byte in content))


def busy(handler: Handler, content: bytes) -> None:
    """Be out of order for the moment."""
    del content
    handler.send_error(503)


def ignore_range(handler: Handler, content: bytes) -> None:
    """Send everything, whatever part was asked for."""
    handler.answer(200, content)
