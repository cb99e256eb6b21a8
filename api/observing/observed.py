"""What observes a server, out of the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from asgi_correlation_id import CorrelationIdMiddleware
from starlette.responses import Response

from api.observing.requests import Observer
from graph.errors import BadInputError

if TYPE_CHECKING:
    from wsgiref.simple_server import WSGIServer

    from fastapi import FastAPI
    from starlette.applications import Starlette

    from api.observing.metrics import Metrics
    from api.settings import Settings
    from graph.database import Database

PATH = "/metrics"
TEXT = "text/plain; version=0.0.4; charset=utf-8"
HERE = "on"
NONE = "off"
ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@contextmanager
def observing(settings: Settings, database: Database, host: str) -> Iterator[Observer]:
    """The observer that the settings ask for; metrics have a server of their own at `host` where they name a port."""
    metrics = traces = None
    if settings.metrics != NONE:
        from api.observing.metrics import Metrics  # noqa: PLC0415 - not every server counts

        metrics = Metrics(database)
    if settings.traces_url:
        from api.observing.traces import traces_to  # noqa: PLC0415 - an extra

        traces = traces_to(settings.traces_url)
    own = _own_server(metrics, int(settings.metrics), host) if metrics and settings.metrics != HERE else None
    try:
        yield Observer(metrics, traces, settings.log_details)
    finally:
        if own:
            own.shutdown()
            own.server_close()
        if traces:
            traces.close()


def _own_server(metrics: Metrics, port: int, host: str) -> WSGIServer:
    from prometheus_client import start_http_server  # noqa: PLC0415 - not every server counts

    try:
        return start_http_server(port, host, metrics.registry)[0]
    except OSError as error:
        raise BadInputError(f"OSSATLAS_METRICS names port {port}, which cannot be had: {error.strerror}") from error


def add_metrics(app: FastAPI, observer: Observer) -> None:
    """`/metrics`, of what is counted."""
    metrics = observer.metrics
    if metrics:

        def told() -> Response:
            return Response(metrics.text(), media_type=TEXT, headers={"Cache-Control": "no-store"})

        app.add_api_route(PATH, told, include_in_schema=False)


def add_ids(app: Starlette) -> None:
    """Give each request an id, that of the caller where it has one, and tell it in the answer."""
    app.add_middleware(CorrelationIdMiddleware, validator=lambda given: bool(ID.fullmatch(given)))
