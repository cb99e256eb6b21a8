from __future__ import annotations

from datetime import date

import httpx
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from api.web.leaving import Leaving
from tests.api.conftest import serving

LEAVING = Leaving(date(2026, 1, 1), date(2026, 7, 1), "/api/v1/new")


def test_a_route_that_will_go_says_so_on_every_answer_and_in_the_description() -> None:
    def old(request: Request, name: str) -> Response:
        return Response(f"{name} {request.url.path}", headers={"Link": '</old?cursor=x>; rel="next"'})

    app = FastAPI()
    app.add_api_route("/old/{name}", LEAVING.endpoint(old), deprecated=True, response_class=Response)
    with serving(app) as address, httpx.Client(base_url=address) as web:
        answer = web.get("/old/a")
        described = web.get("/openapi.json").json()["paths"]["/old/{name}"]["get"]
    assert answer.text == "a /old/a"
    assert answer.headers["deprecation"] == "@1767225600"
    assert answer.headers["sunset"] == "Wed, 01 Jul 2026 00:00:00 GMT"
    assert {rel: link["url"] for rel, link in answer.links.items()} == {
        "next": "/old?cursor=x", "successor-version": "/api/v1/new",
    }  # fmt: skip
    assert described["deprecated"] is True
