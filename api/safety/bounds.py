"""How large a request may be, and how long its answer may take to begin."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.problems import answer_to
from graph.errors import QueryTimeoutError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Smaller:
    """Refuses requests of more than `most` bytes with 413, by what they say or, where they say less, as they come."""

    app: ASGIApp
    most: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self._said(scope) > self.most:
            await answer_to(Request(scope), self._too_large())(scope, receive, send)
            return
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self.most:
                raise self._too_large()
            return message

        await self.app(scope, counted, send)

    def _said(self, scope: Scope) -> int:
        said = Headers(scope=scope).get("content-length", "")
        return int(said) if said.isdecimal() else 0

    def _too_large(self) -> HTTPException:
        # The connection ends: what is left of the body is not read.
        wide = f"the request is too large: it may have {self.most} bytes"
        return HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, wide, {"Connection": "close"})


@dataclass(frozen=True, slots=True)
class Sooner:
    """Answers with 504 where an answer has not begun within `seconds`; one that has begun goes on."""

    app: ASGIApp
    seconds: float

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self.seconds) as deadline:

                async def begun(message: Message) -> None:
                    deadline.reschedule(None)
                    await send(message)

                await self.app(scope, receive, begun)
        except TimeoutError:
            if not deadline.expired():
                raise
            late = QueryTimeoutError(f"the answer took longer than {self.seconds:g} s to begin", hint="ask for less")
            await answer_to(Request(scope), late)(scope, receive, send)
