"""The pages: each gathers its data by queries of the catalogue, and hands them to `viz.pages`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.pages.developer import developer_data
from api.pages.home import home_data
from api.pages.network import network_data
from api.pages.query import families, query_data
from api.pages.repository import repository_data
from api.routes import given_parameters
from api.web.freshness import fresh, mark
from graph.errors import NotFoundError
from viz import addresses, pages

if TYPE_CHECKING:
    from api.web.atlas import Atlas

HTML = "text/html; charset=utf-8"
VIEWS = {"overlap": "overlap-network", "landscape": "collaboration-network"}
"""Short addresses of views, and the query that each draws."""


def page_routes(atlas: Atlas, openapi: str) -> APIRouter:
    """All pages; none of them is part of the API's description."""
    router = APIRouter(include_in_schema=False)
    add_entities(router, atlas)
    add_questions(router, atlas)

    def home(request: Request) -> Response:
        return page(request, pages.home_page(home_data(atlas)))

    def docs(request: Request) -> Response:
        return page(request, pages.docs_page(openapi))

    router.add_api_route(addresses.HOME, home)
    router.add_api_route(addresses.DOCS, docs)
    return router


def page(request: Request, text: str) -> Response:
    """The page, or 304 where the browser has the same one."""
    return fresh(request, mark(text), text.encode, HTML)


def add_entities(router: APIRouter, atlas: Atlas) -> None:
    """The pages of repositories and developers; a former name leads to the present one."""

    def repository(request: Request, owner: str, name: str) -> Response:
        data = repository_data(atlas, f"{owner}/{name}")
        return moved(addresses.repository, f"{owner}/{name}", data.name) or page(request, pages.repository_page(data))

    def developer(request: Request, login: str) -> Response:
        data = developer_data(atlas, login)
        return moved(addresses.developer, login, data.login) or page(request, pages.developer_page(data))

    router.add_api_route(f"{addresses.REPOSITORIES}/{{owner}}/{{name}}", repository)
    router.add_api_route(f"{addresses.DEVELOPERS}/{{login}}", developer)


def moved(address: Callable[[str], str], asked: str, present: str) -> Response | None:
    """The way to the present name, or None where it was asked for."""
    return None if asked == present else RedirectResponse(address(present))


def add_questions(router: APIRouter, atlas: Atlas) -> None:
    """The pages of the catalogue: all queries, one query, one network."""

    def queries(request: Request) -> Response:
        return page(request, pages.queries_page(families(atlas.catalogue)))

    def query(request: Request, name: str) -> Response:
        return page(request, pages.query_page(query_data(atlas, name, given_parameters(request))))

    def network(request: Request, name: str) -> Response:
        return page(request, pages.network_page(network_data(atlas, name, given_parameters(request))))

    def view(request: Request, name: str) -> Response:
        if name not in VIEWS:
            raise NotFoundError(f"there is no view {name!r}; there are {', '.join(VIEWS)}")
        query_string = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{addresses.network(VIEWS[name])}{query_string}")

    router.add_api_route(addresses.QUERIES, queries)
    router.add_api_route(f"{addresses.QUERIES}/{{name}}", query)
    router.add_api_route(f"{addresses.NETWORKS}/{{name}}", network)
    router.add_api_route("/views/{name}", view)
