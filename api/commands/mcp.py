"""`ossatlas mcp`: the catalogue for assistants, by the Model Context Protocol."""

from __future__ import annotations

from typing import Annotated

import typer

from api.choices import HostOption, PublicOption, SnapshotOption

PORT = 8766


HttpOption = Annotated[bool, typer.Option("--http", help="Listen for assistants over HTTP, at /mcp.")]
McpPortOption = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="Port to listen on.", show_default=str(PORT))
]
SiteOption = Annotated[
    str | None,
    typer.Option("--site", metavar="ADDRESS", help="Where the pages stand.", show_default="that of `ossatlas serve`"),
]


def mcp(
    *,
    http: HttpOption = False,
    host: HostOption = None,
    port: McpPortOption = None,
    site: SiteOption = None,
    public: PublicOption = False,
    snapshot: SnapshotOption = None,
) -> None:
    """Serve an assistant: the queries as tools, schema and methods to read, prompts, and Cypher that only reads.

    Without --http it speaks over standard input and output, as programs expect that start it themselves.

    Examples:
      ossatlas mcp
      ossatlas mcp --http --port 8766

    """
    import anyio  # noqa: PLC0415 - slow to import

    from api.around import guarded  # noqa: PLC0415 - slow to import
    from api.assistants.server import PATH, over_http, over_standard_streams, served  # noqa: PLC0415 - slow to import
    from api.served import opened_for  # noqa: PLC0415 - slow to import
    from api.serving import serve_app  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import

    current = settings()
    at, pages = host or current.host, (site or f"http://{current.host}:{current.port}").rstrip("/")
    with opened_for(current, at if http else "localhost", public=public, snapshot=snapshot) as graph:
        if not http:
            anyio.run(over_standard_streams, served(graph, pages))
            return
        around, told = guarded(current, at), f"{PATH} (MCP); Ctrl-C stops it"
        app = over_http(served(graph, pages, around.access), around)
        serve_app(app, at, port or PORT, lambda address, _: typer.echo(f"{address[:-1]}{told}"))
