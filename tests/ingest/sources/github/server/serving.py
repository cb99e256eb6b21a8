"""The server on loopback: takes calls, keeps what was asked, minds the limits, and lets the faults have their way."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol, TypeVar
from urllib.parse import parse_qsl, urlsplit

from tests.ingest.sources.github.server import graphql, rest
from tests.ingest.sources.github.server.answers import Answer, Call, refusal
from tests.ingest.sources.github.server.faults import Faults
from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.shapes import least_named
from tests.ingest.sources.github.server.things import World

HOUR = 3600
ANONYMOUS, SIGNED, SEARCH = 60, 5000, 30


@dataclass(slots=True)
class GitHub:
    """A GitHub with its world, faults and limits; `calls` are all that came, with their headers."""

    world: World
    faults: Faults = field(default_factory=Faults)
    limits: dict[str, int] = field(default_factory=dict)
    tokens: frozenset[str] | None = None
    clock: Callable[[], float] = time.time
    calls: list[Call] = field(default_factory=list)
    answered: Counter[int] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    broken: list[Exception] = field(default_factory=list)
    at_once: int = 0
    """The most calls that were under way at the same time."""
    _under_way: int = 0
    address: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, call: Call) -> Answer:
        """What goes out, with the headers that GitHub adds; what breaks in this server itself is kept in `broken`."""
        with self._lock:
            self.calls.append(call)
            self._under_way += 1
            self.at_once = max(self.at_once, self._under_way)
        try:
            made = self.faults.spoil(call, lambda: self._right(call))
        except Exception as error:  # whatever it is, a test has to see it
            self.broken.append(error)
            made = refusal(500, f"the test's server broke: {error!r}")
        self._add_headers(call, made)
        with self._lock:
            self.answered[made.status] += 1
            self._under_way -= 1
        return made

    def count(self, part: str) -> int:
        """How many calls had `part` in their text."""
        return sum(part in call.text for call in self.calls)

    def forget(self) -> None:
        """Forget which calls came."""
        self.calls.clear()
        self.answered.clear()

    def _right(self, call: Call) -> Answer:
        if call.signed and self.tokens is not None and call.headers["authorization"].split()[-1] not in self.tokens:
            return refusal(401, "Bad credentials")
        if call.path == "/rate_limit":
            return self._rate_limit(call)
        kind = resource(call)
        if self.left(call, kind) <= 0:
            return self._limited(call)
        made = self._of_world(call, kind)
        same = made.status == 200 and call.headers.get("if-none-match") == made.etag
        if not (same and call.signed):  # what has not changed is free, but only to those who say who they are
            with self._lock:
                self.used[kind] += 1
        return Answer(304, headers={"ETag": made.etag}) if same else made

    def _of_world(self, call: Call, kind: str) -> Answer:
        if kind != "graphql":
            return rest.answer(self.world, call)
        if not call.signed:
            return refusal(401, "This endpoint requires you to be authenticated.")
        return graphql.answer(self.world, call, self._graphql_limit(call))

    def most(self, call: Call, kind: str) -> int:
        """Calls that are allowed in an hour."""
        usual = {"search": SEARCH}.get(kind, SIGNED if call.signed else ANONYMOUS)
        return self.limits.get(kind, usual)

    def left(self, call: Call, kind: str) -> int:
        """Calls that are left."""
        return max(self.most(call, kind) - self.used[kind], 0)

    def reset(self) -> int:
        """When the limits start anew."""
        return int(self.clock()) + HOUR

    def renew(self) -> None:
        """Start the limits anew."""
        self.used.clear()

    def _limited(self, call: Call) -> Answer:
        if resource(call) == "graphql":
            return Answer(200, {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded for user."}]})
        return refusal(403, "API rate limit exceeded for 127.0.0.1.")

    def _graphql_limit(self, call: Call) -> Mapping[str, Json]:
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.reset()))
        most, left = self.most(call, "graphql"), self.left(call, "graphql") - 1
        return {"limit": most, "remaining": left, "used": most - left, "cost": 1, "resetAt": at}

    def _rate_limit(self, call: Call) -> Answer:
        def of(kind: str) -> Json:
            most, left = self.most(call, kind), self.left(call, kind)
            return {"limit": most, "remaining": left, "reset": self.reset(), "used": most - left}

        words = {**least_named("rate-limit-overview"), "rate": of("core")}
        kinds = {kind: of(kind) for kind in ("core", "graphql", "search")}
        return Answer(200, {**words, "resources": {**words["resources"], **kinds}}, path="/rate_limit")

    def _add_headers(self, call: Call, made: Answer) -> None:
        kind = resource(call)
        most, left = self.most(call, kind), self.left(call, kind)
        limits = {
            "X-RateLimit-Limit": most, "X-RateLimit-Remaining": left, "X-RateLimit-Used": most - left,
            "X-RateLimit-Reset": self.reset(), "X-RateLimit-Resource": kind,
        }  # fmt: skip
        usual = {"Content-Type": "application/json; charset=utf-8", **{name: str(it) for name, it in limits.items()}}
        if made.status == 200 and call.method == "GET":
            usual |= {"ETag": made.etag, "Cache-Control": "private, max-age=60, s-maxage=60", "Vary": "Accept"}
        given = {name.lower() for name in made.headers}
        made.headers |= {name: text for name, text in usual.items() if name.lower() not in given}
        for name in ("Link", "Location"):
            if name in made.headers:
                made.headers[name] = _absolute(made.headers[name], self.address)


class Service(Protocol):
    """What can be served: it answers calls, and is told its address."""

    address: str
    calls: list[Call]

    def answer(self, call: Call) -> Answer:
        """What goes out."""


Served = TypeVar("Served", bound=Service)


def resource(call: Call) -> str:
    """The kind of limit that a call counts for."""
    if call.path == "/graphql":
        return "graphql"
    return "search" if call.path.startswith("/search/") else "core"


def _absolute(text: str, address: str) -> str:
    return f"{address}{text}" if text.startswith("/") else text.replace("</", f"<{address}/")


class Handler(BaseHTTPRequestHandler):
    """Turns bytes into calls, and answers into bytes."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16  # head and body leave in one packet
    github: Service

    def do_GET(self) -> None:
        """Answer a GET."""
        self._serve(None)

    def do_POST(self) -> None:
        """Answer a POST; one whose body is cut comes from a client that was killed while it asked, and is no call."""
        size = int(self.headers["Content-Length"])
        body = self.rfile.read(size)
        if len(body) == size:
            self._serve(json.loads(body))
        else:
            self.close_connection = True

    def _serve(self, body: Json) -> None:
        parts = urlsplit(self.path)
        headers = {name.lower(): text for name, text in self.headers.items()}
        number = len(self.github.calls) + 1
        call = Call(self.command, parts.path, dict(parse_qsl(parts.query)), headers, body, number)
        self._send(self.github.answer(call))

    def _send(self, answer: Answer) -> None:
        body = answer.body
        self.send_response(answer.status)
        for name, text in answer.headers.items():
            self.send_header(name, text)
        if answer.status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if answer.cut is None else body[: answer.cut])
        self.wfile.flush()
        if answer.cut is not None:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the library
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are no news; what goes wrong here shows as a missing answer."""


@contextmanager
def serving(github: Served, port: int = 0) -> Iterator[Served]:
    """Serve `github` on a port of loopback; its `address` says where."""
    handler = type("Bound", (Handler,), {"github": github})
    with _Server(("127.0.0.1", port), handler) as server:
        github.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield github
        finally:
            server.shutdown()
            thread.join()
