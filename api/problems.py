"""Failures over HTTP: problem details (RFC 9457) for programs, a page for people."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from asgi_correlation_id import correlation_id
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from api.access.scopes import HEALTH
from api.observing.requests import route_of
from api.web.anew import corrections, kept_form
from api.web.failed_picture import failed_picture, wants_picture
from api.web.headers import SECURITY
from api.web.language import wanted_language
from graph.errors import AtlasError, GraphUnavailableError, RateLimitedError, TooManyError
from viz import addresses
from viz.language import DEFAULT, speaking, translated
from viz.page_data import ErrorPage, Link
from viz.pages import error_page

if TYPE_CHECKING:
    from fastapi import FastAPI
    from fastapi.exceptions import RequestValidationError
    from starlette.requests import Request

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
SEARCH = "search above"
DEMO = "`ossatlas demo`"
UNPROCESSABLE = 422
LONGEST_SHOWN = 60
_FOR_PROGRAMS = ("/api", "/metrics", addresses.OPENAPI, *HEALTH)


def install(app: FastAPI) -> None:
    """Answer every failure of `app` here."""
    from fastapi.exceptions import RequestValidationError  # noqa: PLC0415 - slow to import

    app.add_exception_handler(AtlasError, _atlas)  # type: ignore[arg-type] # starlette types handlers by Exception
    app.add_exception_handler(HTTPException, _http)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _invalid)  # type: ignore[arg-type]
    app.add_exception_handler(Exception, _defect)


def problem(
    request: Request, status: int, title: str, detail: str, *, hint: str = "", near: tuple[Link, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    """The failure as problem details; as a picture where one was asked for, as a page where a browser asked for one."""
    kept = {"Cache-Control": "no-store", **(headers or {})}
    if wants_picture(request):
        return failed_picture(request, status, translated(title), translated(detail), kept)
    if wants_page(request):
        if status == HTTPStatus.NOT_FOUND and (not hint or "`ossatlas" in hint.replace(DEMO, "")):
            hint = SEARCH  # other commands are no help in a browser
        title, detail, hint = (translated(text) for text in (title, detail, hint))
        page = ErrorPage(status, title, detail, hint, near, kept_form(request))
        return HTMLResponse(error_page(page), status, headers=kept)
    told = {"title": translated(title), "status": status, "detail": translated(detail)}
    body = {"type": _type(title), **told, "instance": request.url.path}
    if hint:
        body["hint"] = translated(hint)
    if asked := correlation_id.get():
        body["request_id"] = asked
    return Response(json.dumps(body, ensure_ascii=False), status, headers=kept, media_type=MEDIA_TYPE)


def answer_to(request: Request, error: AtlasError | HTTPException) -> Response:
    """The answer to a request that failed: for what is refused before the application sees it."""
    return _http(request, error) if isinstance(error, HTTPException) else _atlas(request, error)


def wants_page(request: Request) -> bool:
    """Whether the request comes from a person's browser and asks for a page."""
    for_programs = addresses.is_below(request.url.path, _FOR_PROGRAMS)
    return not for_programs and "text/html" in request.headers.get("accept", "")


def _type(title: str) -> str:
    return f"urn:ossatlas:problem:{title.lower().replace(' ', '-')}"


def _atlas(request: Request, error: AtlasError) -> Response:
    headers = {"Retry-After": str(_wait(error))} if _wait(error) else {}
    near = corrections(request, error)
    return problem(request, error.status, error.title, str(error), hint=error.hint, near=near, headers=headers)


def _wait(error: AtlasError) -> int:
    if isinstance(error, RateLimitedError | TooManyError):
        return max(1, round(error.retry_after))
    return RETRY_SECONDS if isinstance(error, GraphUnavailableError) else 0


def _http(request: Request, error: HTTPException) -> Response:
    title = HTTPStatus(error.status_code).phrase
    detail = error.detail if error.detail != title else _in_words(request, error.status_code)
    return problem(request, error.status_code, title, detail, headers=error.headers)


def _in_words(request: Request, status: int) -> str:
    if status == HTTPStatus.NOT_FOUND:
        return f"there is nothing at {request.url.path}"
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{request.url.path} cannot be asked with {request.method}"
    return HTTPStatus(status).description or HTTPStatus(status).phrase


def _invalid(request: Request, error: RequestValidationError) -> Response:
    faults = [_fault(request, fault) for fault in error.errors()]
    return problem(request, UNPROCESSABLE, "The input cannot be taken", "; ".join(faults))


def _fault(request: Request, fault: Mapping[str, Any]) -> str:
    """What is wrong with a field of the body, or with the body as a whole."""
    if fault["type"] == "json_invalid":
        return f"the body is no JSON: {fault['ctx']['error'].lower()} at character {fault['loc'][-1]}"
    if place := ".".join(map(str, fault["loc"][1:])):
        return f"{place}: {fault['msg'].lower()}"
    kind = request.headers.get("content-type", "nothing")
    if fault["type"] == "missing":
        return "the request has no body: expected JSON"
    if "json" not in kind:
        return f"Content-Type: found {kind[:LONGEST_SHOWN]}, expected application/json"
    return f"the body: {fault['msg'].lower()}"


def _id_of_request() -> dict[str, str]:
    asked = correlation_id.get()
    return {"X-Request-ID": asked} if asked else {}


def _defect(request: Request, error: Exception) -> Response:
    """An unexpected failure: its words stay in the log. This answer is made outside of all middleware."""
    log.error("unexpected failure at %s", route_of(request.scope), exc_info=error)  # a path may name a person
    detail = "an unexpected failure; it is in the log of the server"
    with speaking(wanted_language(request) if wants_page(request) else DEFAULT):
        return problem(request, 500, "Something went wrong", detail, headers=SECURITY | _id_of_request())
