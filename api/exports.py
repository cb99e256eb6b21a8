"""All nodes or all edges of a kind as one file, streamed: the server holds no more than a page of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from threading import BoundedSemaphore, Semaphore
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.formats import FORMATS, PAGES, Format
from api.routes import JSON, TAKES_NONE, Endpoint, given_parameters
from api.web.described import PROBLEMS, TYPES, format_parameter
from api.web.freshness import fresh, mark
from api.web.headers import BODILESS
from api.web.negotiation import PARAMETER, wanted_format
from api.web.portion import DESCRIBED, FIELDS, apart, chosen
from cypher.coverage import read_coverage
from cypher.problem import near
from graph.elements import EDGES, NODES, Elements
from graph.errors import BadInputError, NotFoundError, OutdatedError, TooManyError
from viz import addresses

if TYPE_CHECKING:
    from api.web.atlas import Atlas

PATH = "/exports"
KINDS = {**NODES, **EDGES}
AT_ONCE, RETRY_SECONDS = 4, 10
"""Files that a server writes at a time, so that questions are answered beside them."""
STREAMED = {name: FORMATS[name] for name in PAGES}


def export_routes(atlas: Atlas) -> APIRouter:
    """The list of kinds under `/api/v1/exports`, and the file of each."""
    router = APIRouter(prefix=addresses.API, tags=["exports"])
    router.add_api_route(
        PATH, listing(), summary="What can be exported", operation_id="list-exports", responses=_listed(),
        description="Every kind of node and of edge, with its columns.", dependencies=TAKES_NONE,
    )  # fmt: skip
    router.add_api_route(
        f"{PATH}/{{kind}}", export(atlas), summary="All nodes or edges of a kind", operation_id="export",
        description=_ABOUT, responses=_responses(), response_class=Response,
        openapi_extra={"parameters": [_KIND, _FIELDS, format_parameter(STREAMED)]},
    )  # fmt: skip
    return router


def listing() -> Endpoint:
    """The endpoint that lists the kinds."""
    content = json.dumps({"exports": [_described(elements) for elements in KINDS.values()]}).encode()

    def answer(request: Request) -> Response:
        return fresh(request, mark(content.decode()), lambda: content, JSON.media_type)

    return answer


def export(atlas: Atlas) -> Endpoint:
    """The endpoint of the files."""
    free = BoundedSemaphore(AT_ONCE)

    def answer(request: Request, kind: str) -> Response:
        elements, form = elements_of(kind), wanted_format(request, STREAMED)
        places = _places(elements, given_parameters(request))
        version = atlas.version()
        tag = mark(version, "export", kind, [column.name for column in elements.columns], places, form.name)
        name = {"Content-Disposition": f'attachment; filename="{kind}.{form.name}"'}

        def sent() -> Response:
            if request.scope.get(BODILESS):
                return StreamingResponse(iter(()), media_type=form.media_type)
            pieces = in_turn(free, written(atlas, elements, places, form, version))
            return StreamingResponse(chain([next(pieces, b"")], pieces), media_type=form.media_type)

        return fresh(request, tag, sent, form.media_type, name)

    return answer


def written(atlas: Atlas, elements: Elements, places: Sequence[int], form: Format, version: str) -> Iterator[bytes]:
    """The file in pieces; OutdatedError where the data change meanwhile, so that a whole file is of one version."""

    def pages() -> Iterator[list[list[object]]]:
        for page in elements.walk(atlas.database):
            yield [[row[place] for place in places] for row in page]
        if atlas.version() != version:
            raise OutdatedError("the data have changed while they were exported; begin again")

    columns = [elements.columns[place] for place in places]
    yield from PAGES[form.name](columns, pages(), read_coverage(atlas.database, None))


def in_turn(free: Semaphore, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """`pieces` in one of the places that are `free`, until they end or nobody wants more; TooManyError without one."""
    if not free.acquire(blocking=False):
        raise TooManyError("the server is busy with other exports", RETRY_SECONDS)
    try:
        yield from pieces
    finally:
        free.release()


def elements_of(kind: str) -> Elements:
    """The kind that addresses call `kind`; NotFoundError with near names where there is none."""
    if kind not in KINDS:
        raise NotFoundError(f"there is no kind {kind!r} of nodes or edges; {near(kind, KINDS)}")
    return KINDS[kind]


def _places(elements: Elements, given: Mapping[str, object]) -> list[int]:
    portion, rest = apart(given)
    others = [*rest, *(name for name in given if name not in (*rest, FIELDS))]
    if others:
        raise BadInputError(f"an export has no parameter {others[0]!r}; valid are {FIELDS}, {PARAMETER}")
    names = [column.name for column in elements.columns]
    return chosen(names, portion.fields or tuple(names))


def _described(elements: Elements) -> dict[str, object]:
    return {
        "name": elements.name,
        "of": "edges" if elements.name in EDGES else "nodes",
        "kind": elements.label,
        "about": elements.kind.about,
        "columns": [asdict(column) for column in elements.columns],
        "href": f"{addresses.API}{PATH}/{elements.name}",
    }


_KIND = {
    "name": "kind", "in": "path", "required": True, "description": "as the list of exports calls it",
    "schema": {"type": "string", "enum": list(KINDS)}, "example": "organizations",
}  # fmt: skip
_FIELDS = next(item for item in DESCRIBED if item["name"] == FIELDS)
_ABOUT = """All nodes or all edges of a kind, in the order of their keys, as JSON Lines, CSV or Parquet. The file comes
in pieces while it is read, so it may be as large as it likes. One that ends well is of one version of the data: the
connection breaks off where these change meanwhile."""


def _responses() -> dict[int | str, dict[str, Any]]:
    content = {form.media_type.partition(";")[0]: {"schema": TYPES["str"]} for form in STREAMED.values()}
    return {200: {"description": "The file", "content": content}, 304: {"description": "Not modified"}, **PROBLEMS}


def _listed() -> dict[int | str, dict[str, Any]]:
    texts = ("name", "of", "kind", "about", "href")
    columns = {"type": "array", "items": {"$ref": "#/components/schemas/Column"}}
    one = {
        "type": "object", "required": [*texts, "columns"],
        "properties": {**dict.fromkeys(texts, TYPES["str"]), "columns": columns},
    }  # fmt: skip
    schema = {"type": "object", "required": ["exports"], "properties": {"exports": {"type": "array", "items": one}}}
    return {200: {"description": "The kinds", "content": {JSON.media_type: {"schema": schema}}}}
