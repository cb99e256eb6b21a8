"""A look at each request: how long its answer took to begin, what it was, and what came of it."""

from __future__ import annotations

import logging
import time
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request

from api.access.scopes import HEALTH
from viz import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from api.observing.metrics import Metrics
    from api.observing.traces import Traces

log = logging.getLogger(__name__)

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
NOWHERE = "none"
"""The route of what leads nowhere, and the method that is none: callers must not make up names of metrics."""
QUIET = (*HEALTH, "/metrics", addresses.STATIC)


@dataclass(frozen=True, slots=True)
class Observer:
    """What a server's requests and queries are told to; `details` also tells paths, parameters and addresses."""

    metrics: Metrics | None = None
    traces: Traces | None = None
    details: bool = False

    @contextmanager
    def query(self, name: str) -> Iterator[None]:
        """A context in which the query `name` is run."""
        with ExitStack() as stack:
            for told in (self.metrics, self.traces):
                if told:
                    stack.enter_context(told.query(name))
            yield

    def request(self, scope: Scope) -> AbstractContextManager[object]:
        """A context in which a request is answered."""
        return self.traces.request(scope) if self.traces else ExitStack()

    def answered(self, scope: Scope, status: int, seconds: float) -> None:
        """Tell what came of a request."""
        method, route = scope["method"] if scope["method"] in METHODS else NOWHERE, route_of(scope)
        if self.metrics:
            self.metrics.request(method, route, status, seconds)
        if self.traces:
            self.traces.answered(method, route, status)
        told = {"method": method, "route": route, "status": status, "seconds": round(seconds, 4)}
        level = logging.DEBUG if route in QUIET else logging.INFO
        log.log(level, "%s %s %s", method, route, status, extra=told | (_details(scope) if self.details else {}))


@dataclass(frozen=True, slots=True)
class Observed:
    """Tells `observer` of each request."""

    app: ASGIApp
    observer: Observer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status, seconds = time.perf_counter(), 500, 0.0

        async def noted(message: Message) -> None:
            nonlocal status, seconds
            if message["type"] == "http.response.start":
                status, seconds = message["status"], time.perf_counter() - began
            await send(message)

        with self.observer.request(scope):
            try:
                await self.app(scope, receive, noted)
            finally:
                self.observer.answered(scope, status, seconds or time.perf_counter() - began)


def route_of(scope: Scope) -> str:
    """The route that answered, with its parameters by name: what a path names is nobody's business but the asker's."""
    if scope["path"].startswith(f"{addresses.STATIC}/"):
        return addresses.STATIC
    if "route" not in scope and "endpoint" in scope and not scope.get("path_params"):
        return str(scope["path"])  # a route of Starlette's own, without parameters
    return str(getattr(scope.get("route"), "path", NOWHERE))


def _details(scope: Scope) -> dict[str, str]:
    request = Request(scope)
    client = request.client.host if request.client else ""
    return {"path": request.url.path, "parameters": request.url.query, "client": client}
