"""The page of a view: a network or a chart, by what its query is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.pages.chart import chart_data
from api.pages.gallery import gallery
from api.pages.gather import given_only, typed
from api.pages.network import network_data
from api.picture import about_one, check_platform
from api.routes import parameters_of_page
from api.views import apart, drawn_queries
from api.web.anew import keep_form
from cypher.problem import near
from graph.errors import NotFoundError
from viz import addresses, pages
from viz.page_data import Form

if TYPE_CHECKING:
    from fastapi import APIRouter

    from api.pages.kept import KeptPages
    from api.web.atlas import Atlas
    from cypher.catalogue import Catalogue
    from cypher.query import Query

SHORT = {"overlap": "overlap-network", "landscape": "collaboration-network"}
"""Short names of views."""
MOVED = 301


def add_views(router: APIRouter, atlas: Atlas, kept: KeptPages) -> None:
    """The pages of all views, of their list, and the way from where networks stood before."""

    def views(request: Request) -> Response:
        return kept.page(request, lambda: pages.views_page(gallery(atlas)))

    def by_parameters(request: Request, name: str) -> Response:
        return view_page(request, atlas, kept, name)

    def by_path(request: Request, name: str, platform: str, path: str) -> Response:
        check_platform(platform)
        return view_page(request, atlas, kept, name, path)

    def former(request: Request, name: str) -> Response:
        return moved(request, SHORT.get(name, name))

    router.add_api_route(addresses.VIEWS, views)
    router.add_api_route(f"{addresses.VIEWS}/{{name}}", by_parameters)
    router.add_api_route(f"{addresses.VIEWS}/{{name}}/{{platform}}/{{path:path}}", by_path)
    router.add_api_route(f"{addresses.FORMER_NETWORKS}/{{name}}", former)


def view_page(request: Request, atlas: Atlas, kept: KeptPages, name: str, path: str = "") -> Response:
    """The page of the view `name` with the parameters of `request`; `path` is the one repository or developer."""
    if name in SHORT:
        return moved(request, SHORT[name])
    query = view_of(atlas.catalogue, name)
    given = given_only(parameters_of_page(request))
    if path:
        given |= about_one(query, path)
    keep_form(request, Form(addresses.view(query.name), typed(query, apart(query, given)[0])))
    return kept.page(request, lambda: view_html(atlas, query, given))


def view_html(atlas: Atlas, query: Query, given: Mapping[str, object], *, embedded: bool = False) -> str:
    """The page of a view as HTML; `embedded` without the bar, to be framed."""
    if query.kind == "graph":
        return pages.network_page(network_data(atlas, query.name, given), embedded=embedded)
    return pages.chart_page(chart_data(atlas, query, given), embedded=embedded)


def view_of(catalogue: Catalogue, name: str) -> Query:
    """The query that the view `name` draws; NotFoundError says which views are near."""
    views = [query.name for query in drawn_queries(catalogue)]
    query = catalogue.queries.get(name)
    if query is None or name not in views:
        told = f"its answer is a table: {addresses.query(name)}" if query else near(name, views)
        raise NotFoundError(f"there is no view {name!r}; {told}")
    return query


def moved(request: Request, name: str) -> Response:
    """The way to the view `name` for good, with the parameters of `request`."""
    asked = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{addresses.view(name)}{asked}", MOVED)
