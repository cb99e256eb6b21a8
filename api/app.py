"""The web application: API, pages, and what they share."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette_compress import CompressMiddleware

from api.around import Around, add_routes, add_within, add_without
from api.badges import badge_routes
from api.description import describe
from api.entities import entity_routes
from api.exports import export_routes
from api.health import health_routes
from api.observing.requests import Observed
from api.opendigger import opendigger_routes
from api.osgraph import osgraph_routes
from api.pages import page_routes
from api.problems import install
from api.routes import api_routes
from api.statements import Desk, statement_routes
from api.views import view_routes
from api.web.atlas import Atlas
from api.web.headers import SecurityHeaders
from api.web.language import Speaking
from api.web.static_files import KeptFiles
from viz import addresses

if TYPE_CHECKING:
    from cypher.catalogue import Catalogue
    from graph.database import Database

ABOUT = "Questions to a graph of open-source collaboration. Every answer names its sources, months and known gaps."


def create_app(
    database: Database,
    catalogue: Catalogue,
    *,
    frame_ancestors: str = "'self'",
    desk: Desk | None = None,
    around: Around | None = None,
) -> FastAPI:
    """The application that answers from `database` by the queries of `catalogue`; it does not close the database.

    `desk` runs statements of the callers' own, on `database` where none is given. `frame_ancestors` says who may frame
    the pages under `/embed`, as Content-Security-Policy has it. `around` is what keeps and observes
    the server.
    """
    around, desk = around or Around(), desk or Desk(lambda: database)
    atlas = Atlas(database, catalogue, around.observer.query)
    app = FastAPI(
        title="ossatlas",
        version=version("ossatlas"),
        description=ABOUT,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
    )
    install(app)
    _add_routes(app, atlas, desk)
    add_routes(app, around)
    app.include_router(page_routes(atlas, addresses.OPENAPI, desk, frame_ancestors))
    add_within(app, around)
    app.add_middleware(Speaking)
    app.add_middleware(CompressMiddleware)
    app.add_middleware(Observed, observer=around.observer)
    app.add_middleware(SecurityHeaders)
    add_without(app, around)
    describe(app)
    return app


def _add_routes(app: FastAPI, atlas: Atlas, desk: Desk) -> None:
    app.include_router(api_routes(atlas))
    app.include_router(entity_routes(atlas))
    app.include_router(export_routes(atlas))
    app.include_router(view_routes(atlas))
    app.include_router(statement_routes(desk))
    app.include_router(osgraph_routes(atlas))
    app.include_router(opendigger_routes(atlas))
    app.include_router(badge_routes(atlas))
    app.include_router(health_routes(atlas))
    app.mount(addresses.STATIC, KeptFiles(directory=addresses.STATIC_FOLDER), name="static")
