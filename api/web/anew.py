"""What a page of a failure offers: the form with what was typed, and the same question with a name that is near."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from graph.errors import NotFoundError
from viz.page_data import Form, Link

if TYPE_CHECKING:
    from starlette.requests import Request

    from graph.errors import AtlasError

_FORM = "form"


def keep_form(request: Request, form: Form) -> None:
    """Show `form` where the page of `request` cannot be made."""
    setattr(request.state, _FORM, form)


def kept_form(request: Request) -> Form | None:
    """The form that the page of `request` would have had, or None."""
    return getattr(request.state, _FORM, None)


def corrections(request: Request, error: AtlasError) -> tuple[Link, ...]:
    """The address of `request` with each name that is near the one that was not found, in its place."""
    if not isinstance(error, NotFoundError) or not error.asked:
        return ()
    return tuple(Link(near, _corrected(request, error.asked, near)) for near in error.near)


def _corrected(request: Request, asked: str, near: str) -> str:
    path = request.url.path
    head, found, tail = path.rpartition(f"/{asked}")
    values = [
        (name, ",".join(near if part.strip().lower() == asked.lower() else part for part in value.split(",")))
        for name, value in request.query_params.multi_items()
    ]
    query = f"?{urlencode(values, safe='/,:')}" if values else ""
    return f"{quote(f'{head}/{near}' if found and not tail else path, safe='/@:~')}{query}"
