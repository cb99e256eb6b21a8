"""Which names a server answers for.

A page elsewhere can have its own name lead to this machine (DNS rebinding) and would then read what the server
answers, as if it were its own: the Host of the request tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.problems import answer_to
from api.safety.rules import ANY

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Named:
    """Refuses requests for other names than `hosts` with 421; `*.example.org` stands for all below it."""

    app: ASGIApp
    hosts: tuple[str, ...]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not self._is_ours(scope):
            error = HTTPException(HTTPStatus.MISDIRECTED_REQUEST, "this server does not answer for that name")
            await answer_to(Request(scope), error)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        if ANY in self.hosts:
            return True
        said = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
        return any(fits(host_in(said), pattern.lower()) for pattern in self.hosts)


def host_in(said: str) -> str:
    """The name in a Host header, without its port and the last dot."""
    host = said.strip().lower()
    name, colon, port = host.rpartition(":")
    without = name if colon and port.isdecimal() else host
    return without.removesuffix(".")


def fits(host: str, pattern: str) -> bool:
    """Whether `host` is `pattern`, or below it where that begins with `*.`."""
    return host == pattern or (pattern.startswith("*.") and host.endswith(pattern[1:]))
