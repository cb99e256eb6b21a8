"""Whether the process is alive, and whether it can answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from api.web.described import PROBLEMS
from graph.errors import GraphUnavailableError

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from graph.connection import Connection

SECONDS = 1.5
"""Who asks whether we are ready gets the answer within two seconds, also where nothing comes back from Neo4j."""


@dataclass(slots=True)
class Look:
    """A look at Neo4j that all share who ask while it lasts: a Neo4j that hangs takes one thread, and not all."""

    atlas: Atlas
    under_way: asyncio.Task[str] | None = None
    at: Connection | None = None

    async def found(self) -> str:
        """What the look tells; GraphUnavailableError where it takes too long."""
        at, task = self.atlas.database.connection, self.under_way
        if task is None or task.done() or at != self.at:
            task = asyncio.create_task(run_in_threadpool(self.atlas.version))
            self.at, self.under_way = at, task
        done, _ = await asyncio.wait([task], timeout=SECONDS)
        if not done:
            task.add_done_callback(lambda late: late.cancelled() or late.exception())  # nobody waits for it any more
            raise GraphUnavailableError(f"Neo4j has said nothing for {SECONDS:g} s")
        return task.result()


def health_routes(atlas: Atlas) -> APIRouter:
    """`/healthz`: the process answers. `/readyz`: Neo4j answers too."""
    router, look = APIRouter(tags=["health"]), Look(atlas)

    def alive() -> dict[str, str]:
        return {"status": "alive"}

    async def ready() -> dict[str, str]:
        return {"status": "ready", "data": await look.found()}

    router.add_api_route("/healthz", alive, summary="Whether the process is alive")
    router.add_api_route("/readyz", ready, summary="Whether Neo4j answers", responses={503: PROBLEMS[503]})
    return router
