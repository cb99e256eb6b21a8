"""The MCP server: what an assistant lists, calls and reads, over standard input and output or over HTTP."""

from __future__ import annotations

from functools import partial
from importlib.metadata import version
from secrets import token_hex
from typing import TYPE_CHECKING

import anyio
import mcp_types as types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from pydantic import ValidationError

from api.asking import queries
from api.assistants import prompts, resources, tools
from api.statements import Desk
from api.web.atlas import Atlas
from graph.errors import AtlasError

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext
    from starlette.applications import Starlette

    from api.served import Served


ABOUT = (
    "A graph of open-source collaboration: who works on what, what belongs together, and why. Each tool is one "
    "question; its answer names sources, months and gaps, and the page where a person can look at it."
)
PATH = "/mcp"


class Assistants:
    """What the protocol's requests are answered from; `site` is where the pages stand."""

    def __init__(self, atlas: Atlas, desk: Desk, site: str) -> None:
        self.atlas, self.desk, self.site = atlas, desk, site
        self.queries = {query.name: query for query in atlas.catalogue if query.kind != "metric"}

    async def tools(self, _: ServerRequestContext, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        """All tools."""
        return types.ListToolsResult(tools=[*map(tools.tool, self.queries.values()), tools.cypher_tool()])

    async def call(self, context: ServerRequestContext, asked: types.CallToolRequestParams) -> types.CallToolResult:
        """What a tool answers; a failure is an answer too, so that the assistant can mend its call.

        A statement is ended when the assistant gives it up.
        """
        name = token_hex(8)
        work = partial(self._called, asked.name, asked.arguments or {}, f"assistant {id(context.session)}", name)
        try:
            return await anyio.to_thread.run_sync(work, abandon_on_cancel=True)
        except anyio.get_cancelled_exc_class():
            if asked.name == tools.CYPHER:
                with anyio.CancelScope(shield=True):
                    await anyio.to_thread.run_sync(self.desk.end, name)
            raise
        except AtlasError as error:
            return tools.refused(" ".join(filter(None, (f"{error}.", error.hint))))
        except ValidationError as error:
            first = error.errors()[0]
            return tools.refused(f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}")

    def _called(self, tool: str, given: dict[str, object], client: str, name: str) -> types.CallToolResult:
        if tool != tools.CYPHER:
            return tools.answer(self.atlas, tool, given, self.site)
        with self.desk.turn(client):
            return tools.run(self.desk, given, name)

    async def resources(
        self, _: ServerRequestContext, __: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        """All resources."""
        return types.ListResourcesResult(resources=resources.resources())

    async def read(self, _: ServerRequestContext, asked: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        """The text of a resource."""
        uri = str(asked.uri)
        try:
            text = resources.read(uri)
        except AtlasError as error:
            raise _of_protocol(error) from error
        contents = [types.TextResourceContents(uri=uri, text=text, mime_type=resources.MARKDOWN)]
        return types.ReadResourceResult(contents=list(contents))

    async def prompts(
        self, _: ServerRequestContext, __: types.PaginatedRequestParams | None
    ) -> types.ListPromptsResult:
        """All prompts."""
        return types.ListPromptsResult(prompts=prompts.prompts())

    async def prompt(self, _: ServerRequestContext, asked: types.GetPromptRequestParams) -> types.GetPromptResult:
        """A prompt with its holes filled."""
        try:
            return prompts.prompt(asked.name, asked.arguments or {})
        except AtlasError as error:
            raise _of_protocol(error) from error


def served(graph: Served, site: str) -> Server[dict[str, object]]:
    """The server of all queries that the settings name, on `graph`."""
    return mcp_server(Atlas(graph.database, queries()), graph.desk, site)


def mcp_server(atlas: Atlas, desk: Desk, site: str) -> Server[dict[str, object]]:
    """The server; `site` is where the pages stand that its answers name."""
    asked = Assistants(atlas, desk, site)
    return Server(
        "ossatlas",
        version=version("ossatlas"),
        title="ossatlas",
        instructions=ABOUT,
        on_list_tools=asked.tools,
        on_call_tool=asked.call,
        on_list_resources=asked.resources,
        on_read_resource=asked.read,
        on_list_prompts=asked.prompts,
        on_get_prompt=asked.prompt,
    )


async def over_standard_streams(server: Server[dict[str, object]]) -> None:
    """Serve one assistant, which started this process, until it closes the streams."""
    async with stdio_server() as (reads, writes):
        await server.run(reads, writes, server.create_initialization_options())


def over_http(server: Server[dict[str, object]], host: str) -> Starlette:
    """The application that serves assistants at `/mcp`; on this machine alone it answers to its own names alone."""
    return server.streamable_http_app(streamable_http_path=PATH, host=host)


def _of_protocol(error: AtlasError) -> MCPError:
    return MCPError(types.INVALID_PARAMS, " ".join(filter(None, (str(error), error.hint))))
