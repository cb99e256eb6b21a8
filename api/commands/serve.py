"""`ossatlas serve`: the pages and the API on this machine."""

from __future__ import annotations

from typing import Annotated

import typer


def serve(
    *,
    host: Annotated[str | None, typer.Option(help="Address to listen on.", show_default="127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port to listen on.", show_default="8765")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
) -> None:
    """Serve the pages and the API until Ctrl-C; another free port is taken where the wanted one is in use.

    Example:
      ossatlas serve --port 9000 --open

    """
    from api.serving import serve_until_stopped  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import

    current = settings()
    with opened() as database:
        serve_until_stopped(database, host or current.host, port or current.port, browser=open_)
