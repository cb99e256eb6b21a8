"""ETags: an answer is the same as long as data, question and program are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

NOT_MODIFIED = 304
REVALIDATE = "no-cache"
"""Keep it, and ask whether it still holds."""


def mark(*parts: object) -> str:
    """The ETag of what `parts` stand for; weak, as compression changes the bytes."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:20]}"'


def fresh(
    request: Request,
    tag: str,
    make: Callable[[], bytes | Response],
    media_type: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """What `make` gives, content or an answer, under the ETag `tag`; 304 without making it where the client has it."""
    sent = {"ETag": tag, "Cache-Control": REVALIDATE, "Vary": "Accept", **(headers or {})}
    if holds(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=NOT_MODIFIED, headers=sent)
    made = make()
    answer = made if isinstance(made, Response) else Response(made, media_type=media_type)
    answer.headers.update(sent)
    return answer


def holds(header: str, tag: str) -> bool:
    """Whether an If-None-Match header names `tag`; weak and strong are the same here (RFC 9110, 13.1.2)."""
    bare = tag.removeprefix("W/")
    named = [part.strip().removeprefix("W/") for part in header.split(",")]
    return bare in named or "*" in named
