"""Badges of repositories, in the JSON that shields.io draws: `/api/v1/badges/<owner>/<name>/<measure>`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.routes import JSON, REPOSITORY
from api.web.described import PROBLEMS, TYPES
from api.web.freshness import fresh, mark
from cypher.problem import near
from graph.errors import NotFoundError
from viz import addresses

if TYPE_CHECKING:
    from api.web.atlas import Atlas

Profile = dict[str, object]
UNKNOWN, GREY, BLUE = "unknown", "lightgrey", "blue"
THOUSAND, MILLION = 1_000, 1_000_000
RANKED = 10_000
"""Places that a rank is looked for in."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says on its left, what it means, and what it says on its right; "" where that is not known."""

    label: str
    about: str
    message: Callable[[Atlas, Profile], str]


def badge_routes(atlas: Atlas) -> APIRouter:
    """The route of badges."""
    router = APIRouter(prefix=addresses.API, tags=["badges"])

    def badge(request: Request, owner: str, name: str, measure: str) -> Response:
        if measure not in BADGES:
            raise NotFoundError(f"there is no badge {measure!r}; {near(measure, BADGES)}")
        repository = f"{owner}/{name}"
        tag = mark(atlas.version(), "badge", repository, measure)
        return fresh(request, tag, lambda: drawn(atlas, repository, BADGES[measure]), JSON.media_type)

    router.add_api_route(
        "/badges/{owner}/{name}/{measure}", badge, summary="A badge, for shields.io", operation_id="badge",
        description="What https://shields.io/badges/endpoint-badge takes as its `url`.", responses=_RESPONSES,
        response_class=Response, openapi_extra={"parameters": [*REPOSITORY, _MEASURE]},
    )  # fmt: skip
    return router


def drawn(atlas: Atlas, repository: str, badge: Badge) -> bytes:
    """The badge as shields.io reads it; grey where the graph does not know the repository, or the value."""
    try:
        message = badge.message(atlas, atlas.ask("repository-profile", {"repository": repository}).row)
    except NotFoundError:  # shields.io would draw a failure of ours in its place
        message = ""
    color = BLUE if message else GREY
    told = {"schemaVersion": 1, "label": badge.label, "message": message or UNKNOWN, "color": color}
    return json.dumps(told, ensure_ascii=False).encode()


def short(value: object) -> str:
    """A number as a badge has room for: 44.4, 980, 12.3k; "" where it is not known."""
    if not isinstance(value, int | float):
        return ""
    for size, sign in ((MILLION, "M"), (THOUSAND, "k")):
        if value >= size:
            return f"{value / size:.1f}".removesuffix(".0") + sign
    return f"{value:.1f}".removesuffix(".0")


def _rank(atlas: Atlas, profile: Profile) -> str:
    month = profile["openrank_month"]
    if not month:
        return ""
    rows = atlas.ask("top-openrank", {"period": month, "limit": RANKED}).table.records()
    rank = next((row["rank"] for row in rows if row["repository"] == profile["repository"]), None)
    return f"#{rank} in {month}" if rank else ""


def _bus_factor(atlas: Atlas, profile: Profile) -> str:
    rows = atlas.ask("bus-factor", {"repositories": [profile["repository"]]}).table.records()
    return short(rows[0]["bus_factor"]) if rows else ""


BADGES = {
    "openrank": Badge("OpenRank", "of its last month", lambda _, profile: short(profile["openrank"])),
    "openrank-rank": Badge("OpenRank", "its place in its last month, among all that are loaded", _rank),
    "stars": Badge("stars", "at the last reading", lambda _, profile: short(profile["stars"])),
    "contributors": Badge("contributors", "known by login", lambda _, profile: short(profile["developers"])),
    "bus-factor": Badge("bus factor", "fewest developers who made half of the contributions", _bus_factor),
}
_MEASURE: dict[str, Any] = {
    "name": "measure", "in": "path", "required": True, "example": "openrank",
    "description": "; ".join(f"{name}: {badge.about}" for name, badge in BADGES.items()),
    "schema": {"type": "string", "enum": list(BADGES)},
}  # fmt: skip
_TEXTS = ("label", "message", "color")
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The badge",
        "content": {
            JSON.media_type: {
                "schema": {
                    "type": "object", "required": ["schemaVersion", *_TEXTS], "additionalProperties": False,
                    "properties": {"schemaVersion": {"const": 1}, **dict.fromkeys(_TEXTS, TYPES["str"])},
                }
            }
        },
    },
    304: {"description": "Not modified"},
    **PROBLEMS,
}  # fmt: skip
