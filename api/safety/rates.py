"""How often one client may ask."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from api.access.scopes import is_free
from api.problems import answer_to
from api.safety.client import client_of
from graph.errors import TooManyError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests in so many seconds, for each client, counted in this process."""

    item: RateLimitItem
    counter: SlidingWindowCounterRateLimiter = field(
        default_factory=lambda: SlidingWindowCounterRateLimiter(MemoryStorage())
    )

    def excess(self, client: str) -> TooManyError | None:
        """Nothing where `client` may ask once more, which is counted; else the error that says when."""
        if self.counter.hit(self.item, client):
            return None
        return TooManyError(f"more than {self.item}", self._wait(client))

    def headers(self, client: str) -> dict[str, str]:
        """The rate and what is left of it, in the words of the IETF's draft on RateLimit headers."""
        window = self.counter.get_window_stats(self.item, client)
        policy = f'"default";q={self.item.amount};w={self.item.get_expiry()}'
        return {"RateLimit-Policy": policy, "RateLimit": f'"default";r={window.remaining};t={self._wait(client)}'}

    def _wait(self, client: str) -> int:
        return max(1, math.ceil(self.counter.get_window_stats(self.item, client).reset_time - time.time()))


def rate_of(text: str) -> Rate:
    """The rate that `text` tells, such as `600/minute`."""
    return Rate(parse(text))


@dataclass(frozen=True, slots=True)
class Seldom:
    """Refuses with 429 what a client asks beyond its rate, and says in each answer what is left."""

    app: ASGIApp
    rate: Rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or is_free(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        client = client_of(request)
        excess = self.rate.excess(client)
        told = self.rate.headers(client)

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await (answer_to(request, excess) if excess else self.app)(scope, receive, telling)
