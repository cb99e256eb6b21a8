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
from mcp.server.transport_security import TransportSecuritySettings
from mcp.shared.exceptions import MCPError
from pydantic import ValidationError

from api.access.gate import check_scope
from api.access.scopes import wanted
from api.around import Around, add_within, add_without
from api.asking import queries
from api.assistants import prompts, resources, tools
from api.assistants.own_statements import CYPHER, cypher_tool, run
from api.assistants.told import refused
from api.safety.client import client_of
from api.safety.hosts import Visited
from api.statements import Desk
from api.web.atlas import Atlas
from graph.errors import AtlasError
from viz import addresses

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext
    from starlette.applications import Starlette

    from api.access.gate import Access
    from api.served import Served


ABOUT = (
    "A graph of open-source collaboration: who works on what, what belongs together, and why. Each tool is one "
    "question; its answer names sources, months and gaps, and the page where a person can look at it."
)
PATH = "/mcp"


class Assistants:
    """What the protocol's requests are answered from; `site` is where the pages stand.

    `needs` is the scope that a statement of the assistant's own needs, where it asks over HTTP.
    """

    def __init__(self, atlas: Atlas, desk: Desk, site: str, needs: str = "") -> None:
        self.atlas, self.desk, self.site, self.needs = atlas, desk, site, needs
        self.queries = {query.name: query for query in atlas.catalogue if query.kind != "metric"}

    async def tools(self, _: ServerRequestContext, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        """All tools."""
        return types.ListToolsResult(tools=[*map(tools.tool, self.queries.values()), cypher_tool()])

    async def call(self, context: ServerRequestContext, asked: types.CallToolRequestParams) -> types.CallToolResult:
        """What a tool answers; a failure is an answer too, so that the assistant can mend its call.

        A statement is ended when the assistant gives it up.
        """
        name = token_hex(8)
        work = partial(self._called, asked.name, asked.arguments or {}, context, name)
        try:
            return await anyio.to_thread.run_sync(work, abandon_on_cancel=True)
        except anyio.get_cancelled_exc_class():
            if asked.name == CYPHER:
                with anyio.CancelScope(shield=True):
                    await anyio.to_thread.run_sync(self.desk.end, name)
            raise
        except AtlasError as error:
            return refused(" ".join(filter(None, (f"{error}.", error.hint))))
        except ValidationError as error:
            first = error.errors()[0]
            return refused(f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}")

    def _called(
        self, tool: str, given: dict[str, object], context: ServerRequestContext, name: str
    ) -> types.CallToolResult:
        if tool != CYPHER:
            return tools.answer(self.atlas, tool, given, self.site)
        request = context.request  # over standard streams there is none, and one assistant
        if request and self.needs:
            check_scope(request, self.needs)
        with self.desk.turn(client_of(request) if request else "assistant"):
            return run(self.desk, self.atlas.database, given, name, self.site)

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


def served(graph: Served, site: str, access: Access | None = None) -> Server[dict[str, object]]:
    """The server of all queries that the settings name, on `graph`; `access` is told of tokens, over HTTP."""
    needs = wanted(f"{addresses.API}/cypher", public=access.public) if access else ""
    return mcp_server(Atlas(graph.database, queries()), graph.desk, site, needs)


def mcp_server(atlas: Atlas, desk: Desk, site: str, needs: str = "") -> Server[dict[str, object]]:
    """The server; `site` is where the pages stand that its answers name, `needs` the scope of statements."""
    asked = Assistants(atlas, desk, site, needs)
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


def over_http(server: Server[dict[str, object]], around: Around) -> Starlette:
    """The application that serves assistants at `/mcp`, within the rules, rates and tokens of `around`."""
    # The names that it answers for are looked at by our own layer, which knows the settings.
    unguarded = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    app = server.streamable_http_app(streamable_http_path=PATH, transport_security=unguarded)
    app.add_middleware(Visited, hosts=around.rules.hosts, origins=around.rules.origins)
    add_within(app, around)
    add_without(app, around)
    return app


def _of_protocol(error: AtlasError) -> MCPError:
    return MCPError(types.INVALID_PARAMS, " ".join(filter(None, (str(error), error.hint))))
