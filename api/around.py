"""What is around the application: the rules that it keeps, what it tells of itself, and how it stays with its Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from api.access.gate import Access, Gate
from api.access.tokens import Tokens
from api.following import Following, install_following
from api.jobs.corrections import correction_routes
from api.jobs.processes import start_worker
from api.jobs.routes import Bureau, job_routes
from api.jobs.store import Jobs
from api.observing.observed import add_ids, add_metrics, observing
from api.observing.requests import Observer
from api.safety.layers import add_inner, add_outer, add_shared
from api.safety.rules import Rules, parts, rules_of
from graph.errors import BadInputError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.applications import Starlette

    from api.following import Follow
    from api.served import Served
    from api.settings import Settings
    from graph.engine.options import EngineOptions


@dataclass(frozen=True, slots=True)
class Around:
    """What a server has around its routes; by default what suits one that only this machine reaches.

    `follow` is called when Neo4j does not answer. Without `access` no token is taken, and nothing that needs one is
    there.
    """

    rules: Rules = field(default_factory=Rules)
    observer: Observer = field(default_factory=Observer)
    follow: Follow | None = None
    access: Access | None = None
    bureau: Bureau | None = None


@contextmanager
def around_of(settings: Settings, served: Served, host: str) -> Iterator[Around]:
    """What the settings put around a server that listens on `host`, for as long as it does."""
    with observing(settings, served.database, host) as observer:
        follow = Following(served.database, served.engine)
        bureau = bureau_of(settings, served.engine)
        if bureau:
            bureau.wake()
        yield Around(rules_of(settings, host), observer, follow, access_of(settings), bureau)


def guarded(settings: Settings, host: str) -> Around:
    """The rules and the tokens alone, of a server beside the API that listens on `host`."""
    return Around(rules_of(settings, host), access=access_of(settings))


def bureau_of(settings: Settings, engine: EngineOptions) -> Bureau | None:
    """Where the settings have jobs taken; nowhere by a public server, which is not to reach its owner's graph."""
    if engine.confined:
        return None
    folder = settings.data_dir
    folders = tuple(Path(named) for named in parts(settings.job_folders))
    return Bureau(Jobs(folder), partial(start_worker, folder), folders)


def access_of(settings: Settings) -> Access:
    """Whose tokens the settings take, and whether everybody may read."""
    issuer = None
    if settings.oidc_issuer:
        if not settings.oidc_audience:
            raise BadInputError("OSSATLAS_OIDC_ISSUER is set, and OSSATLAS_OIDC_AUDIENCE is not: both are needed")
        from api.access.oidc import Issuer  # noqa: PLC0415 - slow to import

        issuer = Issuer(settings.oidc_issuer, settings.oidc_audience, settings.oidc_claim)
    return Access(Tokens(settings.data_dir), settings.reading == "public", issuer)


def add_routes(app: FastAPI, around: Around) -> None:
    """The routes that belong to the server and not to the graph."""
    add_metrics(app, around.observer)
    if around.bureau:
        app.include_router(job_routes(around.bureau))
        app.include_router(correction_routes(around.bureau))
    if around.follow:
        install_following(app, around.follow)


def add_within(app: Starlette, around: Around) -> None:
    """The layers between the routes and those that speak and compress."""
    rate = add_inner(app, around.rules)
    if around.access:
        app.add_middleware(Gate, access=around.access, rate=rate)
    add_shared(app, around.rules, rate)


def add_without(app: Starlette, around: Around) -> None:
    """The layers around all others but that of the headers, which comes between."""
    add_ids(app)
    add_outer(app, around.rules)
