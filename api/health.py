"""Whether the process is alive, and whether it can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter

from api.web.described import PROBLEMS

if TYPE_CHECKING:
    from api.web.atlas import Atlas


def health_routes(atlas: Atlas) -> APIRouter:
    """`/healthz`: the process answers. `/readyz`: Neo4j answers too."""
    router = APIRouter(tags=["health"])

    def alive() -> dict[str, str]:
        return {"status": "alive"}

    def ready() -> dict[str, str]:
        return {"status": "ready", "data": atlas.version()}

    router.add_api_route("/healthz", alive, summary="Whether the process is alive")
    router.add_api_route("/readyz", ready, summary="Whether Neo4j answers", responses={503: PROBLEMS[503]})
    return router
