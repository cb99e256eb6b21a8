"""Rendered pages, kept as long as the data stay what they are: a layout takes longer than all queries of a page."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from api.web.freshness import fresh, mark
from api.web.kept import Kept
from viz.language import language

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from api.web.atlas import Atlas

HTML = "text/html; charset=utf-8"
MOST = 256
MOST_BYTES = 128 * 1024 * 1024
_PROCESS = secrets.token_hex(8)
"""Part of every page's ETag: another process may have other templates."""


class KeptPages:
    """The pages that were asked for last, by data version, language and address."""

    def __init__(self, atlas: Atlas, most: int = MOST) -> None:
        self._atlas, self._pages = atlas, Kept[bytes](most, MOST_BYTES, len)

    def page(self, request: Request, make: Callable[[], str]) -> Response:
        """The page at the address of `request`, made by `make` unless it is there; 304 where the client has it."""
        return self.file(request, lambda: make().encode(), HTML)

    def file(
        self,
        request: Request,
        make: Callable[[], bytes],
        media_type: str,
        headers: Mapping[str, str] | None = None,
        *also: object,
    ) -> Response:
        """The file at the address of `request`, kept like a page; it depends on what `also` names, such as the host."""
        asked = request.url.path, request.query_params.multi_items()
        tag = mark(_PROCESS, self._atlas.version(), language(), *asked, *also)
        return fresh(request, tag, lambda: self._pages.take(tag, make), media_type, headers)


def plain_page(request: Request, text: str) -> Response:
    """A page that needs no data."""
    return fresh(request, mark(text), text.encode, HTML)
