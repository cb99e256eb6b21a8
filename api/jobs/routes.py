"""`/api/v1/jobs`: start a load or a measure, see how far it is, hear what it says, end it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.access.gate import check_scope
from api.access.scopes import JOBS as SCOPE
from api.access.scopes import Caller
from api.beside import is_there
from api.jobs.allowed import check
from api.jobs.store import Job, Jobs
from api.jobs.worker import end_lost
from api.web.described import PROBLEMS, TOKEN
from graph.errors import BadInputError
from viz import addresses

LOOK = 0.4
"""Seconds between two looks at what a job said."""
PING = 15
LAST = "last-event-id"
AT = f"{addresses.API}/jobs"
NOT_KEPT = {"Cache-Control": "no-store"}


class Asked(BaseModel):
    """A command of `ossatlas` with its arguments, as one would type them."""

    model_config = ConfigDict(extra="forbid")

    command: Annotated[str, Field(max_length=40, examples=["load"])]
    arguments: Annotated[
        list[Annotated[str, Field(max_length=1_000)]],
        Field(default_factory=list, max_length=100, examples=[["github", "deepseek-ai/DeepEP", "--since", "2025-02"]]),
    ]


@dataclass(frozen=True, slots=True)
class Bureau:
    """Where jobs are taken: their list, the folders that they may read, what starts a worker."""

    jobs: Jobs
    start: Callable[[], object]
    folders: tuple[Path, ...] = ()

    def look(self) -> Jobs:
        """The list as it is now: what lost its worker is noted."""
        end_lost(self.jobs)
        return self.jobs

    def wake(self) -> None:
        """Start a worker where jobs wait, as after a start of the machine."""
        if is_there(self.jobs.folder) and any(not job.is_over for job in self.look().all()):
            self.start()


def job_routes(bureau: Bureau) -> APIRouter:
    """The routes of jobs; all need a token with the scope jobs."""
    router = APIRouter(prefix=AT, tags=["jobs"])

    def create(request: Request, asked: Asked) -> Response:
        caller = caller_of(request)
        line = check(asked.command, asked.arguments, bureau.folders)
        job = bureau.jobs.add(line, caller.name, datetime.now(UTC))
        bureau.start()
        return told(job, HTTPStatus.ACCEPTED, {"Location": f"{AT}/{job.id}"})

    def listing(request: Request) -> Response:
        caller_of(request)
        return JSONResponse({"jobs": [shown(job) for job in bureau.look().all()]}, headers=NOT_KEPT)

    def one(request: Request, job: str) -> Response:
        caller_of(request)
        return told(bureau.look().find(job))

    def cancel(request: Request, job: str) -> Response:
        caller_of(request)
        return told(bureau.look().cancel(job, datetime.now(UTC)), HTTPStatus.ACCEPTED)

    async def events(request: Request, job: str) -> Response:
        caller_of(request)
        after = last_heard(request)
        await run_in_threadpool(bureau.jobs.find, job)
        return EventSourceResponse(told_as_it_goes(bureau, job, after), ping=PING, headers=NOT_KEPT)

    more: dict[str, Any] = {"responses": PROBLEMS, "response_class": Response}
    more["openapi_extra"] = {"security": [{TOKEN: []}]}
    router.add_api_route("", create, methods=["POST"], summary="Start a job", status_code=202, **more)
    router.add_api_route("", listing, summary="All jobs, the newest first", **more)
    router.add_api_route("/{job}", one, summary="How far a job is", **more)
    router.add_api_route("/{job}", cancel, methods=["DELETE"], summary="End a job", status_code=202, **more)
    router.add_api_route("/{job}/events", events, summary="What a job says, as it says it", **more)
    return router


async def told_as_it_goes(bureau: Bureau, key: str, after: int) -> AsyncIterator[ServerSentEvent]:
    """Each line of a job behind its `after`-th, each change of its state; it ends with the job."""
    state = ""
    while True:
        job = await run_in_threadpool(lambda: bureau.look().find(key))  # before the lines: the last ones are not missed
        for line in await run_in_threadpool(bureau.jobs.lines, key, after):
            after = line.number
            yield ServerSentEvent(line.text, event="line", id=str(line.number))
        if job.state != state:
            state = job.state
            yield ServerSentEvent(json.dumps(shown(job)), event="state")
        if job.is_over:
            return
        await asyncio.sleep(LOOK)


def caller_of(request: Request) -> Caller:
    """Whose job it is. The gate has looked already; a route that writes looks again."""
    return check_scope(request, SCOPE)


def last_heard(request: Request) -> int:
    """The number of the last line that the client has, which a browser sends when it comes again."""
    text = request.headers.get(LAST, "0")
    if not text.isdecimal():
        raise BadInputError(f"Last-Event-ID is {text!r}: expected the number of a line")
    return int(text)


def told(job: Job, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """The answer about one job."""
    return JSONResponse(shown(job), status, headers=NOT_KEPT | (headers or {}))


def shown(job: Job) -> dict[str, object]:
    """A job as the API tells it; of files their names alone, for folders are the server's own business."""
    command, *arguments = (Path(word).name if Path(word).is_absolute() else word for word in job.line)
    kept = asdict(job)
    del kept["line"]
    return {**kept, "command": command, "arguments": arguments, "events": f"{AT}/{job.id}/events"}
