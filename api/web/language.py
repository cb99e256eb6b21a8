"""The language of each answer: `?lang=`, then the cookie that the switch in the bar sets, then Accept-Language.

The API speaks English, so that programs can rely on its words, unless its address names another language, as pages do
when they ask for more of what they show. A picture of a view speaks as pages do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from api.access.scopes import HEALTH
from api.web.negotiation import by_weight
from viz import addresses
from viz.language import DEFAULT, LANGUAGES, PARAMETER, TAGS, speaking

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PROGRAMS = ("/api", addresses.STATIC, *HEALTH, addresses.OPENAPI)
"""What programs read, and what is below it: English, unless the address itself names a language."""
VARY = ("Accept-Language", "Cookie")


class Speaking:
    """Wraps an application: answers each request for a page in its reader's language, and says which one that is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        asked = request.query_params.multi_items()
        if addresses.is_below(scope["path"], PROGRAMS):
            with speaking(named_language(request), asked):
                await self.app(scope, receive, send)
            return
        wanted = wanted_language(request)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                sent.setdefault("Content-Language", TAGS[wanted])
                for name in VARY:
                    sent.add_vary_header(name)
            await send(message)

        with speaking(wanted, asked):
            await self.app(scope, receive, with_headers)


def wanted_language(request: Request) -> str:
    """The language that `request` asks for; what is not known is passed over."""
    for named in (request.query_params.get(PARAMETER), request.cookies.get(PARAMETER)):
        if named in LANGUAGES:
            return named
    return accepted_language(request.headers.get("accept-language", ""))


def named_language(request: Request) -> str:
    """The language that the address of `request` names, English where it names none."""
    named = request.query_params.get(PARAMETER, DEFAULT)
    return named if named in LANGUAGES else DEFAULT


def accepted_language(header: str) -> str:
    """The first of our languages in the order of an Accept-Language header, whatever the region or script."""
    named = (tag.partition("-")[0] for tag in by_weight(header))
    return next((tag for tag in named if tag in LANGUAGES), DEFAULT)
