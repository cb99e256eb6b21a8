"""The server asked by the client of the protocol's own SDK: within this process, over standard streams, over HTTP."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import anyio
import httpx
import mcp_types as types
import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.shared.exceptions import MCPError

from api.assistants.server import mcp_server
from api.statements import Desk
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.connection import Connection
from graph.database import Database
from tests.api.conftest import BOTH

OSSATLAS = Path(sys.executable).with_name("ossatlas")
SITE = "https://atlas.example"
T = TypeVar("T")
PEOPLE = {"LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"}


def asked(database: Database, work: Callable[[Client], Awaitable[T]]) -> T:
    """What `work` gets from a client of a server on `database`."""

    async def talk() -> T:
        server = mcp_server(Atlas(database, catalogue()), Desk(lambda: database), SITE)
        async with Client(server) as client:
            try:
                return await work(client)
            except MCPError as error:  # beyond the client's own tasks it would come in a group
                failure = error
        raise failure

    return run(talk)


def run(work: Callable[[], Awaitable[T]]) -> T:
    """What `work` gives, in a thread of its own: tests in a browser leave a running loop in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(anyio.run, work).result()


def called(database: Database, name: str, **given: object) -> types.CallToolResult:
    return asked(database, lambda client: client.call_tool(name, given))


def text(result: types.CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, types.TextContent)
    return content.text


def test_every_query_is_a_tool_with_a_schema(atlas: Database) -> None:
    tools = {tool.name: tool for tool in asked(atlas, lambda client: client.list_tools()).tools}
    assert tools.keys() == {query.name for query in catalogue() if query.kind != "metric"} | {"cypher"}
    shared = tools["shared-developers"].input_schema
    assert shared["required"] == ["repositories"]
    assert shared["properties"]["repositories"]["type"] == "array"
    assert all(one["description"] for tool in tools.values() for one in tool.input_schema["properties"].values()
               if tool.name != "cypher")  # fmt: skip
    assert all(tool.description and tool.annotations and tool.annotations.read_only_hint for tool in tools.values())


def test_an_answer_is_compact_and_tells_what_it_rests_on(atlas: Database) -> None:
    answer = called(atlas, "shared-developers", repositories=BOTH.split(","))
    values = answer.structured_content
    assert {row["developer"] for row in values["rows"]} == PEOPLE
    assert (values["sources"], values["months"]) == (["deepseek-week"], ["2025-02", "2025-08"])
    assert values["page"].startswith(f"{SITE}/queries/shared-developers?repositories=")
    assert all(name in text(answer) for name in (*PEOPLE, "2025-02", SITE))
    assert not answer.is_error


def test_a_long_answer_is_cut_and_says_so(atlas: Database) -> None:
    answer = called(atlas, "collaboration-network")
    values = answer.structured_content
    assert (len(values["rows"]), values["more"]) == (50, True)
    assert values["nodes"] > 50
    assert f"50 of {values['found']} rows are shown" in text(answer)
    assert "/views/collaboration-network" in values["page"]


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("shared-developers", {"repositories": ["nosuch/nosuch", "deepseek-ai/DeepEP"]}, "nosuch/nosuch"),
        ("shared-developers", {}, "repositories"),
        ("shared-developer", {}, "shared-developers"),
        ("cypher", {"statement": "MATCH (n) DETACH DELETE n"}, "more than read"),
        ("cypher", {"statement": "RETRUN 1"}, "RETRUN"),
        ("cypher", {}, "statement"),
    ],
)
def test_a_failure_is_an_answer_that_can_be_mended(
    atlas: Database, name: str, given: dict[str, object], words: str
) -> None:
    answer = called(atlas, name, **given)
    assert answer.is_error
    assert words in text(answer)


def test_the_schema_and_the_measures_can_be_read(atlas: Database) -> None:
    listed = {str(one.uri) for one in asked(atlas, lambda client: client.list_resources()).resources}
    assert {"ossatlas://schema", "ossatlas://methods/openrank"} <= listed
    for uri, words in (("ossatlas://schema", "## Labels"), ("ossatlas://methods/openrank", "# OpenRank")):
        (content,) = asked(atlas, lambda client, uri=uri: client.read_resource(uri)).contents  # type: ignore[misc]
        assert isinstance(content, types.TextResourceContents)
        assert words in content.text
    with pytest.raises(MCPError, match="ossatlas://schema"):
        asked(atlas, lambda client: client.read_resource("ossatlas://nosuch"))


def test_prompts_name_tools_that_there_are(atlas: Database) -> None:
    offered = asked(atlas, lambda client: client.list_prompts()).prompts
    known = {query.name for query in catalogue() if query.kind != "metric"}  # measures are no tools
    for prompt in offered:
        holes = {argument.name: "x/y" for argument in prompt.arguments or []}
        (message,) = asked(atlas, lambda client, p=prompt, h=holes: client.get_prompt(p.name, h)).messages  # type: ignore[misc]
        assert isinstance(message.content, types.TextContent)
        named = message.content.text.split("`")[1::2]
        assert named
        assert set(named) <= known
    with pytest.raises(MCPError, match="needs repositories"):
        asked(atlas, lambda client: client.get_prompt("who-connects", {}))


def environment(connection: Connection, folder: Path) -> dict[str, str]:
    told = {"NEO4J_URI": connection.uri, "NEO4J_USERNAME": connection.username, "NEO4J_PASSWORD": connection.password}
    return {**os.environ, **told, "OSSATLAS_DATA_DIR": str(folder)}  # noqa: TID251 - handed on to the command


async def overlap(client: Client) -> set[str]:
    answer = await client.call_tool("shared-developers", {"repositories": BOTH.split(",")})
    return {row["developer"] for row in answer.structured_content["rows"]}


def test_the_command_answers_over_standard_streams(atlas: Database, connection: Connection, tmp_path: Path) -> None:
    assert atlas
    command = StdioServerParameters(command=str(OSSATLAS), args=["mcp"], env=environment(connection, tmp_path))

    async def talk() -> set[str]:
        async with Client(stdio_client(command)) as client:
            return await overlap(client)

    assert run(talk) == PEOPLE


def test_the_command_answers_over_http_and_to_no_foreign_page(
    atlas: Database, connection: Connection, tmp_path: Path
) -> None:
    assert atlas
    command = [str(OSSATLAS), "mcp", "--http", "--port", "18790"]
    with subprocess.Popen(
        command, env=environment(connection, tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as served:
        assert served.stdout is not None
        address = served.stdout.readline().split(" ")[0]

        async def talk() -> set[str]:
            async with Client(address) as client:
                return await overlap(client)

        try:
            assert run(talk) == PEOPLE
            foreign = httpx.post(address, json={}, headers={"host": "evil.example"})
            assert foreign.status_code == 421
        finally:
            served.terminate()
            served.communicate(timeout=60)
