"""Which format a request wants: `format=` decides, else the Accept header, else the first one offered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from api.formats import FORMATS, Format
from graph.errors import BadInputError

if TYPE_CHECKING:
    from starlette.requests import Request

PARAMETER = "format"
NOT_ACCEPTABLE = 406
_ANY = {"*/*", "application/*", "text/html", "application/xhtml+xml", ""}
"""What asks for nothing in particular; a browser that opens the address reads JSON."""


def wanted_format(request: Request, offered: Mapping[str, Format] = FORMATS) -> Format:
    """The format of those `offered` that `request` asks for; BadInputError or 406 when it is none of them."""
    named = request.query_params.getlist(PARAMETER)
    if not named:
        return accepted(request.headers.get("accept", ""), offered)
    if len(named) > 1 or named[0] not in offered:
        raise BadInputError(f"format: found {', '.join(named)!r}, expected one of {', '.join(offered)}")
    return offered[named[0]]


def accepted(header: str, offered: Mapping[str, Format] = FORMATS) -> Format:
    """The best format for an Accept header: highest weight first, the first named among equals.

    The first of those `offered` where nothing in particular is asked for.
    """
    for media_type in by_weight(header):
        found = next((form for form in offered.values() if form.media_type.partition(";")[0] == media_type), None)
        if found or media_type in _ANY:
            return found or next(iter(offered.values()))
        if media_type == "text/*":
            return offered["csv"]
    known = ", ".join(form.media_type.partition(";")[0] for form in offered.values())
    raise HTTPException(NOT_ACCEPTABLE, f"accept: found {header!r}, expected one of {known}")


def by_weight(header: str) -> list[str]:
    """The names in an Accept header of any kind, the most wanted first; what is refused is left out."""
    weighed = [_weight(part) for part in header.lower().split(",")]
    return [name for name, weight in sorted(weighed, key=lambda pair: -pair[1]) if weight > 0]


def _weight(part: str) -> tuple[str, float]:
    name, *settings = (piece.strip() for piece in part.split(";"))
    for setting in settings:
        if setting.startswith("q="):
            try:
                return name, float(setting[2:])
            except ValueError:
                return name, 0.0
    return name, 1.0
