"""Cursors: where the next page begins, as a text that means nothing to whoever carries it."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from graph.errors import BadInputError

if TYPE_CHECKING:
    from starlette.requests import Request

CURSOR = "cursor"


def packed(*place: str | int) -> str:
    """`place` as a cursor."""
    return base64.urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode().rstrip("=")


def unpacked(cursor: str, *types: type) -> list[str | int]:
    """The place of these types that `cursor` holds; BadInputError where it is none of ours."""
    try:
        place = json.loads(base64.b64decode(f"{cursor}{'=' * (-len(cursor) % 4)}", b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        place = None
    if not isinstance(place, list) or [type(part) for part in place] != list(types):
        raise BadInputError(f"cursor: found {cursor[:40]!r}, expected that of the address in `next` of an answer")
    return place


def following(request: Request, cursor: str) -> str:
    """The address of `request`, without its host, with that cursor; "" without one."""
    if not cursor:
        return ""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != CURSOR]
    return f"{quote(request.scope['path'])}?{urlencode([*kept, (CURSOR, cursor)], safe='/,:')}"


def link(address: str) -> dict[str, str]:
    """The header that names the next page; none where there is none."""
    return {"Link": f'<{address}>; rel="next"'} if address else {}
