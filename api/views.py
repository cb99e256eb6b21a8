"""Views as JSON: what a page of the view draws, by the address of the page, so that a page can ask for another one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.formats.document import coverage_document, finite
from api.picture import about_one, check_platform, is_view, picture_of
from api.routes import JSON, TAKES_NONE, Endpoint, parameters_of_page
from api.web.described import PROBLEMS, TYPES, about_path, parameter
from api.web.freshness import fresh, mark
from cypher.problem import near
from graph.errors import NotFoundError
from viz import addresses, aggregate, charts, pages
from viz.language import language, translated
from viz.views import draw

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.catalogue import Catalogue
    from cypher.query import Query
    from graph.model import Coverage

VIEWS = "/views"


def view_routes(atlas: Atlas) -> APIRouter:
    """The routes of all views under `/api/v1/views`."""
    router = APIRouter(prefix=addresses.API)
    router.add_api_route(
        VIEWS, listing(atlas.catalogue), summary="All views", tags=["views"], operation_id="list-views",
        description="Networks and charts, with their parameters and the addresses of their pages.",
        dependencies=TAKES_NONE,
    )  # fmt: skip
    for query in drawn_queries(atlas.catalogue):
        add_view(router, atlas, query)
    router.add_api_route(f"{VIEWS}/{{name}}", unknown(atlas.catalogue), include_in_schema=False)
    router.add_api_route(
        f"{VIEWS}/{{name}}/{{platform}}/{{path:path}}", unknown(atlas.catalogue), include_in_schema=False
    )
    return router


def drawn_queries(catalogue: Catalogue) -> Iterator[Query]:
    """The queries whose answers are drawn: as networks, or as charts."""
    return (query for query in catalogue if is_view(query))


def add_view(router: APIRouter, atlas: Atlas, query: Query) -> None:
    """The routes of one view: by parameters, and by the repository or developer that it is about."""

    def by_parameters(request: Request) -> Response:
        return answered(request, atlas, query, parameters_of_page(request))

    def by_path(request: Request, path: str) -> Response:
        return answered(request, atlas, query, {**parameters_of_page(request), **about_one(query, path)})

    params = described_parameters(query)
    described: dict[str, Any] = {
        "summary": query.title, "description": query.about, "tags": ["views"], "responses": _responses(query),
        "response_class": Response,
    }  # fmt: skip
    router.add_api_route(
        f"{VIEWS}/{query.name}", by_parameters, operation_id=f"view-{query.name}",
        openapi_extra={"parameters": params}, **described,
    )  # fmt: skip
    if query.subjects:
        others = [item for item in params if item["name"] not in query.subjects]
        router.add_api_route(
            f"{VIEWS}/{query.name}/{addresses.PLATFORM}/{{path:path}}", by_path, operation_id=f"view-{query.name}-of",
            openapi_extra={"parameters": [about_path(query, query.subjects[0]), *others]}, **described,
        )  # fmt: skip


def answered(request: Request, atlas: Atlas, query: Query, given: Mapping[str, object]) -> Response:
    """The view as JSON, unless the client has it."""
    values, options = apart(query, given)
    tag = mark(atlas.version(), "view", query.name, query.text, query.bind(values), options, language())
    return fresh(request, tag, lambda: _bytes(document(atlas, query, given)), JSON.media_type)


def apart(query: Query, given: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """The values for the query, and the choice for each way to look at its chart, or how much of a network to draw."""
    if query.kind == "graph":
        values, _ = aggregate.asked(given)
        return values, {name: str(given[name]) for name in aggregate.OPTIONS if given.get(name)}
    options = charts.chosen(query.name, given)
    return {name: value for name, value in given.items() if name not in options}, options


def document(atlas: Atlas, query: Query, given: Mapping[str, object]) -> dict[str, object]:
    """What a page of the view draws, and beside it title, query, parameters, Cypher, page and coverage."""
    values, options = apart(query, given)
    drawn, coverage = _network(atlas, query, given) if query.kind == "graph" else _chart(atlas, query, given)
    return {
        **drawn,
        "title": translated(query.title),
        "about": translated(query.about),
        "query": query.name,
        "parameters": dict(query.bind(values)),
        "options": options,
        "cypher": query.text,
        "page": page_address(query, given),
        "coverage": coverage_document(_in_words(coverage)),
    }


def _in_words(coverage: Coverage) -> Coverage:
    """The coverage with the titles of its snapshots and its gaps in the language of the page."""
    snapshots = (
        {**found, "title": translated(str(found["title"]))} if found.get("title") else found
        for found in coverage.snapshots
    )
    return replace(coverage, snapshots=tuple(snapshots), gaps=tuple(map(translated, coverage.gaps)))


def _network(atlas: Atlas, query: Query, given: Mapping[str, object]) -> tuple[dict[str, object], Coverage]:
    from api.pages.network import finding  # noqa: PLC0415  the pages take addresses from here
    from viz.network import AtlasNetwork  # noqa: PLC0415  pyvis is slow to import

    picture = picture_of(atlas, query, given)
    drawing = draw(picture.network, view=picture.view, centre=picture.centre, show=picture.show)
    data = AtlasNetwork(drawing, translated(query.title)).data()
    return {**data, "answer": finding(atlas, query, picture), "centre": picture.centre}, drawing.coverage


def _chart(atlas: Atlas, query: Query, given: Mapping[str, object]) -> tuple[dict[str, object], Coverage]:
    from api.pages.chart import chart_data  # noqa: PLC0415  the pages take addresses from here

    panel = chart_data(atlas, query, given).panel
    table = panel.table
    told = {"columns": [asdict(column) for column in table.columns], "rows": table.records(), "cut": table.cut}
    return {**pages.chart_data(panel), **told}, table.coverage


def listing(catalogue: Catalogue) -> Endpoint:
    """The endpoint that lists the views."""
    content = _bytes({"views": [described(query) for query in drawn_queries(catalogue)]})

    def answer(request: Request) -> Response:
        return fresh(request, mark(content.decode()), lambda: content, JSON.media_type)

    return answer


def described(query: Query) -> dict[str, object]:
    """One view as the list has it."""
    href, page = f"{addresses.API}{VIEWS}/{query.name}", f"{addresses.VIEWS}/{query.name}"
    of_one = f"/{addresses.PLATFORM}/{{path}}" if query.subjects else None
    return {
        "name": query.name,
        "title": query.title,
        "about": query.about,
        "kind": "network" if query.kind == "graph" else "chart",
        "parameters": described_parameters(query),
        "about_one": list(query.subjects),
        "page": page,
        "page_of_one": of_one and page + of_one,
        "href": href,
        "href_of_one": of_one and href + of_one,
        "examples": [dict(example) for example in query.examples],
    }


def described_parameters(query: Query) -> list[dict[str, Any]]:
    """The parameters of a view: those of its query, and ways to look at its chart, or how much of a network to draw."""
    example = query.examples[0] if query.examples else {}
    params = [parameter(param, example.get(param.name)) for param in query.params]
    if query.kind == "graph":
        return [*params, *_PARTS]
    looks = [
        {"name": option.name, "in": "query", "required": False, "description": f"way to draw: {option.title.lower()}",
         "schema": {"type": "string", "enum": list(option.choices), "default": option.choices[0]}}
        for option in charts.options(query.name)
    ]  # fmt: skip
    return [*params, *looks]


def page_address(query: Query, given: Mapping[str, object]) -> str:
    """The address of the page of the view with these values, by its repository or developer where it is about one."""
    values = {name: value for name, value in given.items() if value not in (None, "")}
    by_path = (name for name in query.subjects if name in values and not addresses.has_ending(str(values[name])))
    named = next((str(values.pop(name)) for name in by_path), "")
    return addresses.view(query.name, named, values)


def more(query: Query, given: Mapping[str, object]) -> str:
    """The page of the view with higher limits; "" where they are as high as they may be."""
    raised = query.raised(given)
    return page_address(query, raised) if raised else ""


def unknown(catalogue: Catalogue) -> Endpoint:
    """The endpoint of names and platforms that have no view."""
    names = [query.name for query in drawn_queries(catalogue)]

    def answer(name: str, platform: str = addresses.PLATFORM) -> Response:
        if name not in names:
            raise NotFoundError(f"there is no view {name!r}; {near(name, names)}")
        check_platform(platform)
        raise NotFoundError(f"{name} is about no single repository or developer", hint=f"{addresses.API}{VIEWS}/{name}")

    return answer


def _responses(query: Query) -> dict[int | str, dict[str, Any]]:
    content = {"application/json": {"schema": _SCHEMA}}
    return {200: {"description": query.title, "content": content}, 304: {"description": "Not modified"}, **PROBLEMS}


def _bytes(document: Mapping[str, object]) -> bytes:
    return json.dumps(finite(document), ensure_ascii=False, allow_nan=False).encode()


_PARTS = [
    {"name": name, "in": "query", "required": False, "description": about,
     "schema": {"type": "string", **({"enum": [aggregate.PARTS, aggregate.EVERYTHING]} if name == "show" else {})}}
    for name, about in aggregate.OPTIONS.items()
]  # fmt: skip
_MAPS = {"type": "array", "items": TYPES["map"]}
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["query", "parameters", "coverage", "cypher", "page"],
    "properties": {
        "query": TYPES["str"], "title": TYPES["str"], "about": TYPES["str"], "page": TYPES["str"],
        "cypher": {"type": "string", "description": "the statement behind the picture"},
        "centre": {"type": "string", "description": "id of the node that the picture is about, or empty"},
        "parameters": TYPES["map"],
        "nodes": {**_MAPS, "description": "with place (x, y in pixels), size, colour, label, kind and facts"},
        "edges": {**_MAPS, "description": "with width, weight, type, facts and evidence"},
        "groups": {"type": "array", "description": "the legend: what looks alike; of a chart names alone"},
        "size_means": TYPES["str"], "weight_means": TYPES["str"],
        "vega": {"type": "object", "description": "a chart as Vega, with its data"},
        "columns": {"type": "array", "items": {"$ref": "#/components/schemas/Column"}}, "rows": _MAPS,
        "answer": {"type": "string", "description": "the finding of a network in a sentence, or empty"},
        "cut": {"type": "boolean", "description": "whether more was found than is drawn"},
        "left_out": {"type": "integer", "description": "how many more nodes were found; 0 where that is not known"},
        "gaps": {"type": "array", "items": TYPES["str"], "description": "what a network could not rest on"},
        "holds": {"type": "integer", "description": "how many nodes the drawn ones stand for"},
        "coverage": {"$ref": "#/components/schemas/Coverage"},
    },
}  # fmt: skip
