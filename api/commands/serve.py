"""`ossatlas serve`: the pages and the API on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from api.choices import HostOption, PortOption


def serve(
    *,
    host: HostOption = None,
    port: PortOption = None,
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
