"""Headers on every answer, and HEAD for every GET."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from viz.pages import CONTENT_SECURITY_POLICY

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ABILITIES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""What a browser offers to pages, and none of ours uses."""
SECURITY = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{ability}=()" for ability in ABILITIES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
BY_HTTPS = {"Strict-Transport-Security": f"max-age={365 * 24 * 3600}"}
"""Said to who came by https, alone: for the others it would mean nothing."""
SHOWN_ELSEWHERE = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""For pictures and pages that are made to be shown by others."""
PASSING = "no-store"
"""For answers that do not say how long they may be kept: how things stand now."""
BODILESS = "ossatlas.bodiless"
"""In the scope of a request that wants no body, so that a long one need not be made."""


class SecurityHeaders:
    """Wraps an application: adds the security headers, and lets it answer HEAD as it answers GET."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in (SECURITY | (BY_HTTPS if scope["scheme"] == "https" else {})).items():
                    sent.setdefault(name, value)  # a picture, and a page to be framed, say their own policy
                if message["status"] == HTTPStatus.OK:
                    sent.setdefault("Cache-Control", PASSING)
            await send(message)

        # The server itself leaves the body of an answer to HEAD out; it looks at its own scope.
        asked = {**scope, "method": "GET", BODILESS: True} if scope["method"] == "HEAD" else scope
        await self.app(asked, receive, with_headers)
