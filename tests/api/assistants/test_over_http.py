"""Assistants over HTTP: the same names, rates and tokens as the API, tried with the SDK's own client."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client

from api.access.gate import Access
from api.access.tokens import Tokens
from api.around import Around
from api.assistants.server import PATH, over_http, served
from api.safety.rules import Rules
from api.served import Served
from api.statements import Desk
from graph.database import Database
from graph.engine.options import EngineOptions
from tests.api.assistants.test_server import PEOPLE, SITE, overlap, run, text
from tests.api.conftest import serving
from tests.api.safety.keeping import NOWHERE

HELLO = {
    "jsonrpc": "2.0", "id": 1, "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}  # fmt: skip
TAKES = {"accept": "application/json, text/event-stream"}


def server(database: Database, around: Around, folder: Path) -> serving:
    graph = Served(database, Desk(lambda: database), EngineOptions(folder))
    return serving(over_http(served(graph, SITE, around.access), around))


def test_where_reading_needs_a_token_an_assistant_shows_one(atlas: Database, tmp_path: Path) -> None:
    tokens, now = Tokens(tmp_path), datetime.now(UTC)
    reader, writer = (tokens.create(name, name.split("+"), 1, now) for name in ("read", "read+cypher"))
    statement = {"statement": "RETURN 1 AS one"}

    async def told(address: str, token: str) -> tuple[set[str], bool, str]:
        async with (
            create_mcp_http_client(headers={"authorization": f"Bearer {token}"}) as web,
            Client(streamable_http_client(f"{address}{PATH}", http_client=web)) as client,
        ):
            own = await client.call_tool("cypher", statement)
            return await overlap(client), own.is_error, text(own)

    async def stranger(address: str) -> None:
        async with Client(f"{address}{PATH}") as client:
            await client.list_tools()

    with server(atlas, Around(access=Access(tokens, public=False)), tmp_path) as address:
        people, refused, words = run(lambda: told(address, reader))
        assert (people, refused) == (PEOPLE, True)
        assert "the token 'read' has not the scope cypher" in words
        assert run(lambda: told(address, writer))[:2] == (PEOPLE, False)
        with pytest.raises(ExceptionGroup, match="TaskGroup"):
            run(lambda: stranger(address))
        refusal = httpx.post(f"{address}{PATH}", json=HELLO, headers=TAKES)
        assert refusal.status_code == 401
        assert refusal.headers["www-authenticate"] == 'Bearer realm="ossatlas", scope="read"'


def test_names_pages_and_rates_are_looked_at_as_those_of_the_api(tmp_path: Path) -> None:
    rules = Rules(hosts=("127.0.0.1", "atlas.example"), origins=("https://page.example",), rate="6/hour")
    asked: dict[str, int] = {
        "host: atlas.example": 200,
        "host: evil.example": 421,
        "origin: https://evil.example": 403,
        "origin: https://page.example": 200,
        "origin: http://127.0.0.1:8765": 200,
        "x-none: 1": 200,
        "x-one-more: 1": 429,
    }
    with Database(NOWHERE) as away, server(away, Around(rules), tmp_path) as address:
        for header, status in asked.items():
            name, _, value = header.partition(": ")
            answer = httpx.post(f"{address}{PATH}", json=HELLO, headers={**TAKES, name: value})
            assert answer.status_code == status, header
            assert answer.headers["ratelimit-policy"] == '"default";q=6;w=3600'
            assert ("retry-after" in answer.headers) is (status == 429)
            assert status == 200 or answer.headers["content-type"] == "application/problem+json"
