"""The pages: each gathers its data by queries of the catalogue, and hands them to `viz.pages`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.pages.console import add_console
from api.pages.developer import developer_data
from api.pages.embed import add_embeds
from api.pages.exports import add_exports
from api.pages.gather import given_only, typed
from api.pages.home import home_data
from api.pages.kept import KeptPages, plain_page
from api.pages.query import families, query_data
from api.pages.repository import repository_data
from api.pages.view import add_views, view_page
from api.routes import parameters_of_page
from api.web.anew import keep_form
from viz import addresses, pages
from viz.page_data import Form

if TYPE_CHECKING:
    from api.statements import Desk
    from api.web.atlas import Atlas


def page_routes(atlas: Atlas, openapi: str, desk: Desk, frame_ancestors: str = "'self'") -> APIRouter:
    """All pages; none of them is part of the API's description. `frame_ancestors` says who may frame embedded ones."""
    router, kept = APIRouter(include_in_schema=False), KeptPages(atlas)
    add_entities(router, atlas, kept)
    add_questions(router, atlas, kept)
    add_exports(router, atlas, kept, lambda request, view, path: view_page(request, atlas, kept, view, path))
    add_views(router, atlas, kept)
    add_embeds(router, atlas, kept, frame_ancestors)
    add_console(router, atlas, desk)

    def home(request: Request) -> Response:
        return kept.page(request, lambda: pages.home_page(home_data(atlas)))

    def docs(request: Request) -> Response:
        return plain_page(request, pages.docs_page(openapi))

    router.add_api_route(addresses.HOME, home)
    router.add_api_route(addresses.DOCS, docs)
    return router


def add_entities(router: APIRouter, atlas: Atlas, kept: KeptPages) -> None:
    """The pages of repositories and developers; a former name leads to the present one."""

    def repository(request: Request, owner: str, name: str) -> Response:
        profile = atlas.ask("repository-profile", {"repository": f"{owner}/{name}"})
        present = str(profile.row["repository"])
        return moved(addresses.repository, f"{owner}/{name}", present) or kept.page(
            request, lambda: pages.repository_page(repository_data(atlas, present, profile))
        )

    def developer(request: Request, login: str) -> Response:
        profile = atlas.ask("developer-profile", {"developer": login})
        present = str(profile.row["developer"])
        return moved(addresses.developer, login, present) or kept.page(
            request, lambda: pages.developer_page(developer_data(atlas, present, profile))
        )

    router.add_api_route(f"{addresses.REPOSITORIES}/{{owner}}/{{name}}", repository)
    router.add_api_route(f"{addresses.DEVELOPERS}/{{login}}", developer)


def moved(address: Callable[[str], str], asked: str, present: str) -> Response | None:
    """The way to the present name, or None where it was asked for."""
    return None if asked == present else RedirectResponse(address(present))


def add_questions(router: APIRouter, atlas: Atlas, kept: KeptPages) -> None:
    """The pages of the catalogue: all queries, and one."""

    def queries(request: Request) -> Response:
        return plain_page(request, pages.queries_page(families(atlas.catalogue)))

    def query(request: Request, name: str) -> Response:
        found, given = atlas.catalogue.find(name), given_only(parameters_of_page(request))
        keep_form(request, Form(addresses.query(name), typed(found, given)))
        return kept.page(request, lambda: pages.query_page(query_data(atlas, name, given)))

    router.add_api_route(addresses.QUERIES, queries)
    router.add_api_route(f"{addresses.QUERIES}/{{name}}", query)
