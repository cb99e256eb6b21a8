"""OpenDigger's static files, `/github/<owner>/<name>/<metric>.json`, out of our graph, for programs made for them.

A file holds values by month, leaves zeros out, and ends in the raw month of 2021-10, as OpenDigger's do.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.routes import JSON, REPOSITORY
from api.web.described import PROBLEMS
from api.web.freshness import fresh, mark
from cypher.problem import near
from graph.errors import NotFoundError
from ingest.sources.opendigger.metrics import METRICS, STORED, Metric
from ingest.sources.opendigger.series import PRESET, RAW_PRESET
from viz import addresses

if TYPE_CHECKING:
    from api.web.atlas import Atlas

Series = dict[str, float]
PRESETS = (PRESET, RAW_PRESET)
OURS = "openrank"
"""What is also measured here: it answers where OpenDigger's own is not loaded."""
SERVED = {metric.name: metric for metric in METRICS.values() if metric.shape in ("numbers", "parts")}


def opendigger_routes(atlas: Atlas) -> APIRouter:
    """The files of repositories."""
    router = APIRouter(tags=["opendigger"])

    def file(request: Request, owner: str, name: str, metric: str) -> Response:
        repository = f"{owner}/{name}"
        tag = mark(atlas.version(), "opendigger", repository, metric)
        return fresh(request, tag, lambda: _bytes(content(atlas, repository, metric)), JSON.media_type)

    router.add_api_route(
        f"/{addresses.PLATFORM}/{{owner}}/{{name}}/{{metric}}.json", file,
        summary="A series, as OpenDigger publishes it", description=_ABOUT, operation_id="opendigger-file",
        response_class=Response, responses=_RESPONSES,
        openapi_extra={"parameters": [*REPOSITORY, _METRIC]},
    )  # fmt: skip
    return router


def content(atlas: Atlas, repository: str, name: str) -> Mapping[str, object]:
    """The file of a metric: values by month, or several of such objects by their names; NotFoundError where none is."""
    rows = atlas.ask("measured-metrics", {"repository": repository}).table.records()
    measured = {str(row["metric"]) for row in rows if row["preset"] in PRESETS or row["metric"] == OURS}
    metric = SERVED.get(name)
    found = _file(atlas, repository, metric, measured) if metric else {}
    if not found:
        stems = {stored.partition(".")[0] for stored in measured}
        known = sorted(served for served in SERVED if STORED.get(served, served) in stems)
        raise NotFoundError(f"{repository} has no {name} by month, as OpenDigger counts it; {near(name, known)}")
    return found


def _file(atlas: Atlas, repository: str, metric: Metric, measured: set[str]) -> Mapping[str, object]:
    if metric.shape == "numbers":
        return _series(atlas, repository, STORED.get(metric.name, metric.name), zeros=False)
    parts = sorted(name for name in measured if name.startswith(f"{metric.name}."))
    return {name.removeprefix(f"{metric.name}."): _series(atlas, repository, name, zeros=True) for name in parts}


def _series(atlas: Atlas, repository: str, metric: str, *, zeros: bool) -> Series:
    found = _values(atlas, repository, metric, PRESET)
    if not found and metric == OURS:
        found = _values(atlas, repository, metric, None)
    raw = _values(atlas, repository, metric, RAW_PRESET)
    return {month: value for month, value in found.items() if value or zeros} | {
        f"{month}-raw": value for month, value in raw.items()
    }


def _values(atlas: Atlas, repository: str, metric: str, preset: str | None) -> Series:
    given = {"repository": repository, "metric": metric, "preset": preset}
    rows = atlas.ask("measured-series", given).table.records()
    return {str(row["month"]): _number(float(str(row["value"]))) for row in rows}


def _number(value: float) -> float:
    """A whole number without a fraction, as JavaScript writes it."""
    return int(value) if value.is_integer() else value


def _bytes(found: Mapping[str, object]) -> bytes:
    return json.dumps(found, separators=(",", ":")).encode()


_ABOUT = """The monthly values of a repository in the shape of OpenDigger's static files: its own, where they are
loaded, and of OpenRank what is measured here, where they are not."""
_METRIC: dict[str, Any] = {
    "name": "metric", "in": "path", "required": True, "description": "as OpenDigger calls it",
    "schema": {"type": "string", "enum": list(SERVED)}, "example": OURS,
}  # fmt: skip
_VALUES = {"type": "object", "additionalProperties": {"type": ["number", "object"]}}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "Values by month", "content": {JSON.media_type: {"schema": _VALUES}}},
    304: {"description": "Not modified"},
    **PROBLEMS,
}
