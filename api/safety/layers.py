"""The layers around the application, from the inside to the outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.middleware.cors import CORSMiddleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api.safety.bounds import Smaller, Sooner
from api.safety.hosts import Named

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from api.safety.rates import Rate
    from api.safety.rules import Rules

METHODS = ("GET", "HEAD", "POST", "DELETE")
TAKEN = ("Authorization", "Content-Type", "If-None-Match", "Last-Event-ID", "X-Request-ID")
GIVEN = ("Content-Disposition", "ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID")
"""Headers that pages of other origins may send, and those that they may read."""


def add_inner(app: Starlette, rules: Rules) -> Rate | None:
    """What is done to a request whose language is known: its failures are told in words. Returns the rate it counts."""
    app.add_middleware(Sooner, seconds=rules.request_seconds)
    app.add_middleware(Smaller, most=rules.request_bytes)
    if not rules.rate:
        return None
    from api.safety.rates import Seldom, rate_of  # noqa: PLC0415 - not every server counts

    rate = rate_of(rules.rate)
    app.add_middleware(Seldom, rate=rate)
    return rate


def add_shared(app: Starlette, rules: Rules, rate: Rate | None) -> None:
    """Which names a request may be for, and which pages may ask: told before anybody is known."""
    if rules.origins:
        # No credentials: nothing here is known by a cookie, and a token is sent by whoever has it.
        app.add_middleware(
            CORSMiddleware, allow_origins=rules.origins, allow_methods=METHODS, allow_headers=TAKEN,
            expose_headers=GIVEN,
        )  # fmt: skip
    app.add_middleware(Named, hosts=rules.hosts, rate=rate)


def add_outer(app: Starlette, rules: Rules) -> None:
    """What comes before all else: who asks, where a proxy that we trust says so."""
    if rules.proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(rules.proxies))
