"""`POST /api/v1/cypher`: a statement of the caller's own, read-only, within caps, ended when the caller has left."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from secrets import token_hex
from threading import Event, Timer
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.answer import Answer, of_rows
from api.formats.document import finite
from api.routes import JSON
from api.safety.client import client_of
from api.web.described import PROBLEMS, TYPES
from api.web.negotiation import wanted_format
from cypher.guard import LONGEST, check_plan, check_words
from graph.capped import Caps, Told, end, read_capped
from graph.errors import AtlasError, GraphUnavailableError, NotAllowedError, QueryTimeoutError, TooManyError
from viz import addresses
from viz.prose import remarked

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.database import Database

LOOKED_FOR = 0.25
"""Seconds between two looks at whether the caller is still there."""
WAITED = 1.0
"""Seconds that a statement waits for the former one of its client, which may be at its end."""
AGAIN = 1.0
"""Seconds until a statement that goes on is ended once more."""
DEEPEST_PARAMETER = 50
"""Lists and maps within one another in a parameter."""
LEAST = 0.5
"""Seconds that a statement has to run, however long its plan took."""
GRACE = 2.0
"""Seconds that a statement has beyond its cap, for the server looks at the clock now and then."""
CLOSED_HINT = "run your own: `ossatlas serve --public` opens it to others, on an engine of its own"
_ENDED = "the engine of statements ended meanwhile, under this one or another, most likely for want of memory"
_LOOPS = "it spends its time within one expression: take UNWIND in place of reduce() or a list"


EXAMPLE: dict[str, Any] = {
    "statement": "MATCH (r:Repository) RETURN r.name AS name ORDER BY name LIMIT $n",
    "parameters": {"n": 5},
}


class Statement(BaseModel):
    """A statement and what to do with it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    statement: Annotated[str, Field(min_length=1, max_length=LONGEST, examples=["MATCH (r:Repository) RETURN r.name"])]
    parameters: Annotated[dict[str, Any], Field(default_factory=dict, examples=[{}])]
    mode: Annotated[Literal["run", "explain", "profile"], Field(description="explain runs nothing")] = "run"
    limit: Annotated[int, Field(ge=1, description="rows at most, below the server's own cap")] = 1_000

    @field_validator("statement", "parameters")
    @classmethod
    def plain(cls, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        """`value`, where the driver can write it: whole characters, and lists that are not too deep."""
        check_value(value)
        return value


def check_value(value: object, depth: int = 0) -> None:
    """Nothing, where the driver can write `value`; ValueError otherwise."""
    if depth > DEEPEST_PARAMETER:
        raise ValueError(f"more than {DEEPEST_PARAMETER} lists and maps within one another")
    if isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise ValueError("half of a character (a lone surrogate)")
    held = [*value.keys(), *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in held:
        check_value(item, depth + 1)


@dataclass(slots=True)
class Desk:
    """Where statements of others are run: `at_once` of them, one for each client, all within `caps`.

    `force` ends the engine under a statement that heeds no cap. `closed` says why nothing is run here at all.
    """

    database: Callable[[], Database]
    caps: Caps = field(default_factory=Caps)
    at_once: int = 2
    force: Callable[[], None] | None = None
    closed: str = ""
    running: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def turn(self, client: str) -> Iterator[None]:
        """A place at the desk; TooManyError where `client` has one, or all are taken; NotAllowedError where closed."""
        if self.closed:
            raise NotAllowedError(self.closed, hint=CLOSED_HINT)
        if self.running[client]:
            raise TooManyError("a statement of yours is running; one at a time", 1)
        if self.running.total() >= self.at_once:
            raise TooManyError("the console is busy with other statements", 2)
        self.running[client] += 1
        try:
            yield
        finally:
            self.running[client] -= 1
            self.running += Counter()  # forgets whoever runs nothing

    def read(self, asked: Statement, name: str = "") -> Told:
        """What the statement tells; NotAllowedError where it may not run. `name` is what `end` ends it by."""
        check_words(asked.statement)
        database = self.database()
        caps = Caps(self.caps.seconds, min(asked.limit, self.caps.rows), self.caps.bytes)
        with _forced(self.force, self.caps.seconds):
            began = monotonic()
            check_plan(database.explain(asked.statement, asked.parameters, timeout=caps.seconds, name=name))
            caps = replace(caps, seconds=max(LEAST, caps.seconds - (monotonic() - began)))
            return read_capped(database, asked.statement, asked.parameters, caps, name=name, mode=asked.mode)

    def end(self, name: str) -> None:
        """End the statement that runs under `name`."""
        end(self.database(), name)


@contextmanager
def _forced(end_engine: Callable[[], None] | None, seconds: float) -> Iterator[None]:
    """Inside, a statement has `seconds` and `GRACE`; then its engine is ended, where that may be."""
    if end_engine is None:
        yield
        return
    forced = Event()

    def force() -> None:
        forced.set()
        end_engine()

    timer = Timer(seconds + GRACE, force)
    timer.start()
    try:
        yield
    except GraphUnavailableError as error:
        if forced.is_set():
            message = f"the statement did not heed its {seconds:g} s, and was ended with its engine"
            raise QueryTimeoutError(message, hint=_LOOPS) from error
        raise GraphUnavailableError(_ENDED, hint="ask again, for less where it was yours") from error
    finally:
        timer.cancel()


def statement_routes(desk: Desk) -> APIRouter:
    """The route of statements."""
    router = APIRouter(prefix=addresses.API)

    async def answer(request: Request, asked: Statement) -> Response:
        form = wanted_format(request)
        told = await attended(request, desk, asked)
        answered = of_rows("cypher", told.rows, asked.parameters, cap=asked.limit)
        content = _document(answered, told) if form is JSON else await run_in_threadpool(form.write, answered)
        return Response(content, media_type=form.media_type, headers={"Cache-Control": "no-store"})

    router.add_api_route(
        "/cypher", answer, methods=["POST"], summary="A statement of your own", tags=["cypher"],
        operation_id="run-cypher", description=_ABOUT, responses=_responses(), response_class=Response,
    )  # fmt: skip
    return router


async def attended(request: Request, desk: Desk, asked: Statement) -> Told:
    """What the statement tells, in the turn of whoever asks; it is ended when nobody waits for it any more."""
    name = token_hex(8)
    client = client_of(request)
    await _left(desk, client)
    with desk.turn(client):
        work = asyncio.create_task(run_in_threadpool(desk.read, asked, name))
        try:
            while not (await asyncio.wait([work], timeout=LOOKED_FOR))[0]:
                if await request.is_disconnected():
                    break
        finally:  # also where the server gives the request up
            while not work.done():  # again, where it was between its plan and its run
                with suppress(AtlasError):
                    await run_in_threadpool(desk.end, name)
                await asyncio.wait([work], timeout=AGAIN)
        return await work


async def _left(desk: Desk, client: str) -> None:
    """Once the former statement of `client` is ended, or `WAITED` is over: who stops one may run the next at once."""
    began = monotonic()
    while desk.running[client] and monotonic() - began < WAITED:
        await asyncio.sleep(LOOKED_FOR / 2)


def _document(answer: Answer, told: Told) -> bytes:
    columns = [{"name": column.name, "type": column.type} for column in answer.table.columns]
    document = {
        "columns": columns, "rows": answer.table.rows, "cut": told.rows.cut, "cut_by": told.cut_by or None,
        "remarks": [remarked(remark) for remark in told.remarks], "plan": asdict(told.plan) if told.plan else None,
    }  # fmt: skip
    return json.dumps(finite(document), ensure_ascii=False, allow_nan=False).encode()


def _responses() -> dict[int | str, dict[str, Any]]:
    table = {"type": "array", "items": {"type": "array", "items": {}}}
    schema = {
        "type": "object", "required": ["columns", "rows", "cut", "cut_by", "remarks", "plan"],
        "properties": {
            "columns": {"type": "array", "items": TYPES["map"]}, "rows": table, "cut": TYPES["bool"],
            "cut_by": {"enum": ["rows", "bytes", None]}, "remarks": {"type": "array", "items": TYPES["str"]},
            "plan": {"type": ["object", "null"]},
        },
    }  # fmt: skip
    return {200: {"description": "What it tells", "content": {"application/json": {"schema": schema}}}, **PROBLEMS}


_ABOUT = """Runs a Cypher statement that only reads, and tells its rows. Nodes come with labels and properties,
relationships with type and ends. What is left out by the caps on rows and bytes is said in `cut_by`. Statements that
write, read files or the network, or ask the server about itself are refused with 403."""
