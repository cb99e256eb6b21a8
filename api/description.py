"""The description of the API, at `/openapi.json`."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi
from starlette.requests import Request
from starlette.responses import Response

from api.access.scopes import is_free
from api.web.described import REFUSALS, SCHEMAS, TOKEN
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
    made["components"]["responses"] = {str(status): told for status, told in REFUSALS.items()}
    for path, operations in made["paths"].items():
        for operation in operations.values():
            _complete(path, operation)
    return made


def _complete(path: str, operation: dict[str, Any]) -> None:
    """Say each parameter once, ours before what FastAPI reads of it, and what the layers around the routes refuse."""
    if told := operation.get("parameters"):
        operation["parameters"] = [*{(item["name"], item["in"]): item for item in told}.values()]
    refused = () if is_free(path) else REFUSALS
    refs = {str(status): {"$ref": f"#/components/responses/{status}"} for status in refused}
    operation["responses"] = refs | operation["responses"]
