"""The HTTP API: one route for each query of the catalogue, search, profiles, and health."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from api.formats import FORMATS, Format
from api.formats.document import document, finite
from api.web.cursor import following, link
from api.web.described import parameter, parameters, profile_responses, responses
from api.web.freshness import fresh, mark
from api.web.negotiation import PARAMETER, wanted_format
from api.web.portion import apart
from cypher.params import bind
from graph.errors import BadInputError, NotFoundError
from viz import addresses
from viz.language import PARAMETER as LANGUAGE

if TYPE_CHECKING:
    from api.answer import Answer
    from api.web.atlas import Atlas
    from cypher.query import Query


def no_parameters(request: Request) -> None:
    """Nothing, where a request has none; BadInputError names the first: what is not heeded is not taken either."""
    bind((), dict(request.query_params), request.url.path)


Endpoint = Callable[..., Response]
TAKES_NONE = [Depends(no_parameters)]
"""The dependencies of a route without parameters."""
JSON = FORMATS["json"]
SHORT = ("coverage", "snapshots")
"""Queries that have an address of their own, as kinds of nodes have."""
REPOSITORY = tuple(
    {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, "example": example,
     "description": f"of the repository: its {name}"}
    for name, example in (("owner", "vllm-project"), ("name", "vllm"))
)  # fmt: skip
_METRIC = {
    "name": "metric", "in": "path", "required": True, "schema": {"type": "string"}, "example": "openrank",
    "description": "the measure; the list of a repository's series has those that it has",
}  # fmt: skip
_LOGIN = {"name": "login", "in": "path", "required": True, "schema": {"type": "string"}, "example": "youkaichao"}


def api_routes(atlas: Atlas) -> APIRouter:
    """All routes under `/api/v1`."""
    router = APIRouter(prefix=addresses.API)
    router.add_api_route(
        "/queries", listing(atlas), summary="The catalogue", tags=["catalogue"], dependencies=TAKES_NONE
    )
    for query in atlas.catalogue:
        if query.kind != "metric":
            add_query(router, atlas, query)
    router.add_api_route("/queries/{name}", unknown(atlas), include_in_schema=False)
    for name in SHORT:
        if name in atlas.catalogue.queries:
            add_query(router, atlas, atlas.catalogue.find(name), f"/{name}")
    add_search(router, atlas)
    add_profiles(router, atlas)
    add_series(router, atlas)
    return router


def add_query(router: APIRouter, atlas: Atlas, query: Query, path: str = "") -> None:
    """The route of one query, described by its header; `path` is a short one beside its own."""
    router.add_api_route(
        path or f"/queries/{query.name}",
        answering(atlas, query),
        name=query.name,
        operation_id=f"list-{query.name}" if path else query.name,
        summary=query.title,
        description=query.about,
        tags=[query.family],
        responses=responses(query),
        openapi_extra={"parameters": parameters(query)},
        response_class=Response,
    )


def answering(atlas: Atlas, query: Query) -> Endpoint:
    """The endpoint of one query: bind, then run, unless the client has the answer."""

    def answer(request: Request) -> Response:
        form, given = wanted_format(request), given_parameters(request)
        return answered(request, atlas, query, given, form)

    return answer


def answered(request: Request, atlas: Atlas, query: Query, given: Mapping[str, object], form: Format) -> Response:
    """The answer of `query`, or the portion of it that is asked for, in the format `form`."""
    portion, given = apart(given)
    version, question = atlas.version(), mark(query.name, query.text, query.bind(given))
    at = portion.place(question, version)
    tag = mark(version, question, portion, form.name)

    def written() -> Response:
        key = mark(question, version) if portion.paged else ""
        answer = atlas.ask(query.name, given, key)
        address = following(request, portion.next_cursor(answer, at, question, version))
        content = form.write(replace(portion.of(answer, at), next=address))
        return Response(content, media_type=form.media_type, headers=link(address))

    return fresh(request, tag, written, form.media_type, attached(query.name, form))


def attached(name: str, form: Format) -> dict[str, str]:
    """The header by which an answer is saved as a file; JSON is shown."""
    file = f"{name}.{'md' if form.name == 'markdown' else form.name}"
    return {} if form is JSON else {"Content-Disposition": f'attachment; filename="{file}"'}


def given_parameters(request: Request) -> dict[str, object]:
    """The query parameters of `request`, less `format`; repeated ones as lists."""
    found: dict[str, object] = {}
    for name in request.query_params:
        values = request.query_params.getlist(name)
        if name != PARAMETER:
            found[name] = values[0] if len(values) == 1 else values
    return found


def parameters_of_page(request: Request) -> dict[str, object]:
    """The query parameters of the request for a page or for its data: those of the question, and not the language."""
    given = given_parameters(request)
    given.pop(LANGUAGE, None)
    return given


def listing(atlas: Atlas) -> Endpoint:
    """The endpoint that lists the catalogue."""
    content = json.dumps({"queries": [described(query) for query in atlas.catalogue]}, ensure_ascii=False).encode()

    def answer(request: Request) -> Response:
        return fresh(request, mark(content.decode()), lambda: content, JSON.media_type)

    return answer


def described(query: Query) -> dict[str, object]:
    """One query as the catalogue lists it."""
    return {
        "name": query.name,
        "family": query.family,
        "kind": query.kind,
        "title": query.title,
        "about": query.about,
        "parameters": [parameter(param) for param in query.params],
        "columns": [{"name": c.name, "type": c.type, "about": c.about} for c in query.returns],
        "needs": list(query.needs),
        "examples": [dict(example) for example in query.examples],
        "href": f"{addresses.API}/queries/{query.name}" if query.kind != "metric" else None,
    }


def unknown(atlas: Atlas) -> Endpoint:
    """The endpoint of names that have no route: metrics, other spellings, and what the catalogue does not have."""

    def answer(request: Request, name: str) -> Response:
        query = atlas.catalogue.find(name)
        if query.kind == "metric":
            raise NotFoundError(f"{query.name} is a metric, which is computed by `ossatlas measure {query.name}`")
        return answered(request, atlas, query, given_parameters(request), wanted_format(request))

    return answer


def add_search(router: APIRouter, atlas: Atlas) -> None:
    """`/search?q=`: names that fit, for completion."""
    query = atlas.catalogue.queries.get("search")
    if query is None:
        return

    def search(request: Request) -> Response:
        given = given_parameters(request)
        text = replace(query.params[0], name="q").take(given.pop("q", ""))
        if not text:
            raise BadInputError("search needs `q`: found nothing, expected what to look for")
        if "text" in given:
            raise BadInputError("search has no parameter 'text'; it takes `q`")
        return answered(request, atlas, query, {**given, "text": text}, wanted_format(request))

    described_q = {**parameter(query.params[0], "deepep"), "name": "q", "required": True}
    rest = [item for item in parameters(query) if item["name"] != "text"]
    router.add_api_route(
        "/search", search, summary=query.title, description=query.about, tags=["names"], operation_id="search-names",
        responses=responses(query), openapi_extra={"parameters": [described_q, *rest]}, response_class=Response,
    )  # fmt: skip


def add_profiles(router: APIRouter, atlas: Atlas) -> None:
    """`/repositories/{owner}/{name}` and `/developers/{login}`: what is known of one; and a repository's series."""

    def repository(request: Request, owner: str, name: str) -> Response:
        return profile(request, atlas, "repository-profile", {"repository": f"{owner}/{name}"})

    def developer(request: Request, login: str) -> Response:
        return profile(request, atlas, "developer-profile", {"developer": login})

    for path, endpoint, name, params in (
        ("/repositories/{owner}/{name}", repository, "repository-profile", REPOSITORY),
        ("/developers/{login}", developer, "developer-profile", (_LOGIN,)),
    ):
        query = atlas.catalogue.queries.get(name)
        if query:
            router.add_api_route(
                path, endpoint, summary=query.title, description=query.about, tags=["names"],
                operation_id=f"one-{name}", response_class=Response, openapi_extra={"parameters": params},
                responses=profile_responses(query.title, query.name, query.returns), dependencies=TAKES_NONE,
            )  # fmt: skip


def add_series(router: APIRouter, atlas: Atlas) -> None:
    """`/repositories/{owner}/{name}/series`: what is measured of it by month; and below, each of these series."""
    for name, path, of in (("measured-metrics", "", ()), ("measured-series", "/{metric}", ("metric",))):
        query = atlas.catalogue.queries.get(name)
        if query:
            rest = [item for item in parameters(query) if item["name"] not in ("repository", *of)]
            router.add_api_route(
                f"/repositories/{{owner}}/{{name}}/series{path}", series(atlas, query), summary=query.title,
                description=query.about, tags=["names"], operation_id=f"one-{name}", responses=responses(query),
                openapi_extra={"parameters": [*REPOSITORY, *(_METRIC for _ in of), *rest]}, response_class=Response,
            )  # fmt: skip


def series(atlas: Atlas, query: Query) -> Endpoint:
    """The endpoint of a repository's series, or of one of them."""

    def answer(request: Request) -> Response:
        path = dict(request.path_params)
        given = given_parameters(request) | {"repository": f"{path.pop('owner')}/{path.pop('name')}", **path}
        return answered(request, atlas, query, given, wanted_format(request))

    return answer


def profile(request: Request, atlas: Atlas, name: str, given: Mapping[str, object]) -> Response:
    """The one row of a profile query as a document."""
    return one_row(request, mark(atlas.version(), name, given), lambda: atlas.ask(name, given))


def one_row(request: Request, tag: str, ask: Callable[[], Answer]) -> Response:
    """The one row of what `ask` answers, as a document under the ETag `tag`."""
    return fresh(request, tag, lambda: _profile(ask()), JSON.media_type)


def _profile(answer: Answer) -> bytes:
    shown = document(answer)
    kept = {name: shown[name] for name in ("query", "title", "parameters", "columns", "coverage")}
    return json.dumps({**kept, "profile": finite(answer.row)}, ensure_ascii=False).encode()
