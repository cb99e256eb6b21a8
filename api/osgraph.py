"""OSGraph's own addresses and JSON shape, so that its links and programs carry over; docs/views/osgraph.md compares.

Beside the shape it is ours: an error has its HTTP status, ids are text, machine accounts are left out, and what the
sources do not tell is left out and named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.formats.document import coverage_document, finite
from api.osgraph_words import KINDS, LANGUAGES, LENSES, NODE_TYPES, TIES, Lens, Word
from api.picture import check_platform
from api.routes import JSON, Endpoint, given_parameters
from api.web.described import PROBLEMS, TYPES, about_path, parameter
from api.web.freshness import fresh, mark
from cypher.problem import near
from graph.edge_kinds import AFFILIATED_WITH, CONTRIBUTED_TO, LOCATED_IN
from graph.errors import BadInputError, NotFoundError
from viz import addresses

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.params import Param
    from graph.model import Edge, Network

API, PAGES, PICTURES = "/api/graphs", "/graphs", ("png", "svg")
LANGUAGE, BOTS = "lang", "bots"
EDGES_OF_TIME = {"from": "start", "to": "end"}
FROM_PLACES = {AFFILIATED_WITH.type, LOCATED_IN.type}
OLDEST = "2008-01"
"""No contribution is older than the code host: a start before it means from the beginning."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SECONDS = re.compile(r"[0-9]{1,10}")
_MONTH = 7


def osgraph_routes(atlas: Atlas) -> APIRouter:
    """The API's addresses of OSGraph, and the ways from its pages and pictures to ours."""
    router = APIRouter(tags=["osgraph"])
    router.add_api_route(f"{API}/list", listing(), summary="OSGraph's list of graphs", operation_id="osgraph-list")
    for lens in LENSES.values():
        router.add_api_route(
            f"{API}/{lens.name}/{addresses.PLATFORM}/{{path:path}}", graph(atlas, lens),
            summary=f"{lens.english}, as OSGraph answers", operation_id=f"osgraph-{lens.name}",
            description=atlas.catalogue.find(lens.view).about, responses=_RESPONSES,
            openapi_extra={"parameters": _described(atlas, lens)}, response_class=Response,
        )  # fmt: skip
    router.add_api_route(f"{API}/{{name}}/{{platform}}/{{path:path}}", unknown, include_in_schema=False)
    address = f"{PAGES}/{{name}}/{{platform}}/{{path:path}}"
    router.add_api_route(address, moved(atlas, ""), include_in_schema=False)
    for ending in PICTURES:
        router.add_api_route(f"/{ending}{address}", moved(atlas, ending), include_in_schema=False)
    return router


def graph(atlas: Atlas, lens: Lens) -> Endpoint:
    """The endpoint of one of OSGraph's views."""

    def answer(request: Request, path: str) -> Response:
        given, language = translated(atlas, lens, given_parameters(request), today())
        asked = {**given, **lens.fixed, lens.subject: path}
        tag = mark(atlas.version(), "osgraph", lens.name, language, asked)
        return fresh(request, tag, lambda: _bytes(document(atlas, lens, asked, language)), JSON.media_type)

    return answer


def moved(atlas: Atlas, ending: str) -> Endpoint:
    """The way from a page of OSGraph, or a picture with that ending, to the same view here."""

    def answer(request: Request, name: str, platform: str, path: str) -> Response:
        lens = lens_of(name, platform)
        given, _ = translated(atlas, lens, given_parameters(request), today())
        page = addresses.view(lens.view, path, given)
        return RedirectResponse(addresses.file_of(page, ending) if ending else page)

    return answer


def unknown(name: str, platform: str, path: str) -> Response:
    """The endpoint of graphs and platforms that OSGraph has not, or that have no data here."""
    lens_of(name, platform)
    raise NotFoundError(f"there is nothing about {path!r}")


def lens_of(name: str, platform: str) -> Lens:
    """The view that OSGraph calls `name`; NotFoundError where it or the platform is unknown."""
    check_platform(platform)
    if name not in LENSES:
        raise NotFoundError(f"there is no graph {name!r}; {near(name, LENSES)}")
    return LENSES[name]


def today() -> date:
    """The day, UTC."""
    return datetime.now(UTC).date()


def translated(atlas: Atlas, lens: Lens, given: Mapping[str, object], now: date) -> tuple[dict[str, str], str]:
    """OSGraph's parameters as ours, and the language; BadInputError names what cannot be taken, by OSGraph's name."""
    query, found = atlas.catalogue.find(lens.view), {}
    valid = (*lens.parameters, LANGUAGE, BOTS)
    for name, value in given.items():
        if name not in valid:
            raise BadInputError(f"{lens.name} has no parameter {name!r}; valid are {', '.join(valid)}")
        ours = lens.parameters.get(name, name)
        param = query.param(ours)
        if param is None or value == "":
            continue
        text = month(name, value, now) if ours in EDGES_OF_TIME else str(replace(param, name=name).take(value)).lower()
        if text:
            found[ours] = text
    language = given.get(LANGUAGE, LANGUAGES[0])
    if language not in LANGUAGES:
        raise BadInputError(f"{LANGUAGE}: found {language!r}, expected one of {', '.join(LANGUAGES)}")
    return found, str(language)


def month(name: str, value: object, now: date) -> str:
    """The month of a day or of a moment in seconds; "" before all contributions and from this month on: no bound."""
    text = value if isinstance(value, str) else ""
    try:
        seconds = _SECONDS.fullmatch(text)
        day = datetime.fromtimestamp(int(text), UTC).date() if seconds else date.fromisoformat(_day(text))
    except (ValueError, OverflowError, OSError):
        expected = "a day such as 2025-04-12 or seconds since 1970"
        raise BadInputError(f"{name}: found {str(value)[:40]!r}, expected {expected}") from None
    found = day.isoformat()[:_MONTH]
    return found if OLDEST < found < now.isoformat()[:_MONTH] else ""


def _day(text: str) -> str:
    """`text` where it is written like 2025-04-12; Python reads more."""
    return text if _DAY.fullmatch(text) else ""


def document(atlas: Atlas, lens: Lens, asked: Mapping[str, object], language: str) -> dict[str, object]:
    """The graph in OSGraph's shape, and beside it what is left out and what it rests on."""
    network = cast("Network", atlas.ask(lens.view, asked).result)
    left_out = [*lens.missing, *(["more was found than the limits allow"] if network.cut else [])]
    data = {
        "nodes": [
            {"id": node.key, "name": node.title, "comment": None, "source": None,
             "size": None if node.size is None else int(node.size), "nodeType": NODE_TYPES[node.label]}
            for node in network.nodes
        ],
        "edges": [tie for edge in network.edges for tie in edges(edge, lens, language)],
        "summary": "",
        "left_out": left_out,
        "coverage": coverage_document(network.coverage),
    }  # fmt: skip
    return {"status": 0, "data": data, "message": "Success", "error": None}


def edges(edge: Edge, lens: Lens, language: str) -> Iterator[dict[str, object]]:
    """An edge in OSGraph's words: one for each kind of contribution where the view tells kinds apart, else one.

    How many of a project's developers come from a place is there what the place contributes to the project.
    """
    if edge.type in FROM_PLACES and "contributions" in edge.facts:
        edge = replace(edge, source=edge.target, target=edge.source, type=CONTRIBUTED_TO.type)
    counts = {name: edge.facts.get(name) for name in KINDS} if lens.kinds else {}
    told = [(KINDS[name], count) for name, count in counts.items() if count]
    if not told and not lens.kinds:
        word, counted = TIES[edge.type]
        told = [(word, edge.facts.get(counted, 1))]
    return (_edge(edge, word, count, language) for word, count in told)


def _edge(edge: Edge, word: Word, count: object, language: str) -> dict[str, object]:
    return {
        "source": edge.source, "target": edge.target, "id": f"{edge.source}~{edge.target}~{word.type}",
        "direction": "both" if word.type.startswith("Common") else "out", "comment": None, "weight": None,
        "count": count, "name": word.named(language), "edgeType": word.type,
    }  # fmt: skip


def listing() -> Endpoint:
    """The endpoint of OSGraph's list of graphs."""

    def answer(request: Request) -> Response:
        language = request.query_params.get(LANGUAGE, LANGUAGES[0])
        english = language == LANGUAGES[1]
        data = [
            {"path": lens.name, "name": lens.english if english else lens.chinese,
             "input_types": f"github_{'repo' if lens.subject == 'repository' else 'user'}",
             "filter_keys": list(lens.parameters)}
            for lens in LENSES.values()
        ]  # fmt: skip
        content = _bytes({"status": 0, "data": data, "message": "Success", "error": None})
        return fresh(request, mark(content.decode()), lambda: content, JSON.media_type)

    return answer


def _described(atlas: Atlas, lens: Lens) -> list[dict[str, Any]]:
    query = atlas.catalogue.find(lens.view)
    path = about_path(query, lens.subject)
    language = {"name": LANGUAGE, "in": "query", "schema": {"type": "string", "enum": list(LANGUAGES)},
                "description": "the language of the names of edges"}  # fmt: skip
    known = {theirs: query.param(ours) for theirs, ours in {**lens.parameters, BOTS: BOTS}.items()}
    return [path, *(_parameter(name, param) for name, param in known.items() if param), language]


def _parameter(name: str, param: Param) -> dict[str, Any]:
    found = {**parameter(param), "name": name}
    if param.name in EDGES_OF_TIME:
        found |= {"schema": {"type": "string"}, "description": f"{param.about}: a day, or seconds since 1970"}
    return found


_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The graph in OSGraph's shape",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object", "required": ["status", "data", "message", "error"],
                    "properties": {"status": {"const": 0}, "data": TYPES["map"], "message": TYPES["str"]},
                }
            }
        },
    },
    304: {"description": "Not modified"},
    **PROBLEMS,
}  # fmt: skip


def _bytes(content: Mapping[str, object]) -> bytes:
    return json.dumps(finite(content), ensure_ascii=False, allow_nan=False).encode()
