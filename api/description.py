"""The description of the API, at `/openapi.json`."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi
from starlette.requests import Request
from starlette.responses import Response

from api.web.described import SCHEMAS, TOKEN
from api.web.freshness import fresh, mark
from viz import addresses

if TYPE_CHECKING:
    from fastapi import FastAPI


def describe(app: FastAPI) -> None:
    """Let `app` answer with the description of all routes that it has."""

    @cache
    def content() -> bytes:
        return json.dumps(description(app), ensure_ascii=False).encode()

    def answer(request: Request) -> Response:
        return fresh(request, mark(content().decode()), content, "application/json")

    app.add_api_route(addresses.OPENAPI, answer, include_in_schema=False)


def description(app: FastAPI) -> dict[str, Any]:
    """The routes of `app` as OpenAPI 3.1."""
    made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    made.setdefault("components", {}).setdefault("schemas", {}).update(SCHEMAS)
    made["components"]["securitySchemes"] = {TOKEN: {"type": "http", "scheme": "bearer"}}
    for operation in (operation for path in made["paths"].values() for operation in path.values()):
        if told := operation.get("parameters"):  # what we say of one goes before what FastAPI reads of it
            operation["parameters"] = [*{(item["name"], item["in"]): item for item in told}.values()]
    return made
