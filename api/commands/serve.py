"""`ossatlas serve`: the pages and the API on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from api.choices import HostOption, PortOption, PublicOption, SnapshotOption


def serve(
    *,
    host: HostOption = None,
    port: PortOption = None,
    public: PublicOption = False,
    snapshot: SnapshotOption = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
) -> None:
    """Serve the pages and the API until Ctrl-C; another free port is taken where the wanted one is in use.

    With --public, nobody reaches your own graph: two further engines serve a snapshot of it.

    Examples:
      ossatlas serve --port 9000 --open
      ossatlas serve --public --host 0.0.0.0

    """
    from api.served import opened_for  # noqa: PLC0415 - slow to import
    from api.serving import serve_until_stopped  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import

    current = settings()
    at = host or current.host
    with opened_for(current, at, public=public, snapshot=snapshot) as served:
        serve_until_stopped(served, at, port or current.port, browser=open_)
