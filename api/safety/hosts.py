"""Which names a server answers for.

A page elsewhere can have its own name lead to this machine (DNS rebinding) and would then read what the server
answers, as if it were its own: the Host of the request tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.problems import answer_to
from api.safety.refusal import refusal
from api.safety.rules import ANY

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from api.safety.rates import Rate


@dataclass(frozen=True, slots=True)
class Named:
    """Refuses requests for other names than `hosts` with 421; `*.example.org` stands for all below it."""

    app: ASGIApp
    hosts: tuple[str, ...]
    rate: Rate | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not self._is_ours(scope):
            error = HTTPException(HTTPStatus.MISDIRECTED_REQUEST, "this server does not answer for that name")
            await refusal(Request(scope), error, self.rate)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        return is_named(Headers(scope=scope).get("host", ""), self.hosts)


@dataclass(frozen=True, slots=True)
class Visited:
    """Refuses with 403 what pages of other sites ask, as the Model Context Protocol wants; programs name no origin.

    Pages of `hosts` may ask, and those of `origins`.
    """

    app: ASGIApp
    hosts: tuple[str, ...]
    origins: tuple[str, ...] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        said = Headers(scope=scope).get("origin", "") if scope["type"] == "http" else ""
        if said and said not in self.origins and not is_named(said.partition("://")[2], self.hosts):
            error = HTTPException(HTTPStatus.FORBIDDEN, "pages of other sites may not ask here")
            await answer_to(Request(scope), error)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_named(said: str, hosts: tuple[str, ...]) -> bool:
    """Whether `hosts` name what a Host header says."""
    return ANY in hosts or any(fits(host_in(said), pattern.lower()) for pattern in hosts)


def host_in(said: str) -> str:
    """The name in a Host header, without its port and the last dot."""
    host = said.strip().lower()
    name, colon, port = host.rpartition(":")
    without = name if colon and port.isdecimal() else host
    return without.removesuffix(".")


def fits(host: str, pattern: str) -> bool:
    """Whether `host` is `pattern`, or below it where that begins with `*.`."""
    return host == pattern or (pattern.startswith("*.") and host.endswith(pattern[1:]))
