"""The gate: who asks, and whether they may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.access.scopes import Caller, is_free, wanted
from api.access.tokens import PREFIX, Tokens
from api.safety.client import CALLER
from api.safety.refusal import refusal
from graph.errors import AtlasError, NotAllowedError, UnknownCallerError

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from api.access.oidc import Issuer
    from api.safety.rates import Rate

REALM = 'Bearer realm="ossatlas"'


@dataclass(frozen=True, slots=True)
class Access:
    """Whose tokens are taken, and whether everybody may read."""

    tokens: Tokens
    public: bool = True
    issuer: Issuer | None = None

    def caller(self, given: str) -> Caller:
        """Who shows the token `given`; UnknownCallerError where nobody is known by it."""
        if self.issuer and not given.startswith(PREFIX):
            return self.issuer.caller(given)
        return self.tokens.caller(given, datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets requests in whose caller may do what they ask; those refused count against the address that asks."""

    app: ASGIApp
    access: Access
    rate: Rate | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or is_free(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            await self._let_in(request)
        except AtlasError as error:
            await self._refusal(request, error)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _needs(self, request: Request) -> str:
        # What is routed is the path of the scope; that of `request.url` is made with the caller's Host header.
        return wanted(request.scope["path"], public=self.access.public)

    async def _let_in(self, request: Request) -> None:
        needs = self._needs(request)
        shown = token_in(request)
        caller = await run_in_threadpool(self.access.caller, shown) if shown else None
        setattr(request.state, CALLER, caller)
        if needs:
            check_scope(request, needs)

    def _refusal(self, request: Request, error: AtlasError) -> Response:
        answer = refusal(request, error, self.rate)
        needs = self._needs(request)
        told = _told(error, shown=bool(token_in(request)))
        if told is not None and answer.status_code == error.status:
            answer.headers["WWW-Authenticate"] = f"{REALM}{told}" + (f', scope="{needs}"' if needs else "")
        return answer


def check_scope(request: Request, scope: str) -> Caller:
    """Whoever asks, where their token has the `scope`; UnknownCallerError or NotAllowedError else."""
    caller = getattr(request.state, CALLER, None)
    if not isinstance(caller, Caller):
        raise UnknownCallerError(f"this needs a token with the scope {scope}")
    if scope not in caller.scopes:
        raise NotAllowedError(f"the token {caller.name!r} has not the scope {scope}")
    return caller


def token_in(request: Request) -> str:
    """The token that a request shows; empty where it shows none."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else ""


def _told(error: AtlasError, *, shown: bool) -> str | None:
    """What RFC 6750 has a server say of its refusal."""
    if isinstance(error, UnknownCallerError):
        return ', error="invalid_token"' if shown else ""
    return ', error="insufficient_scope"' if isinstance(error, NotAllowedError) else None
