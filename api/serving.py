"""The web server of one machine: a free port, an address to open, an end without loose ends."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import typer
import uvicorn

from api.app import create_app
from api.around import around_of
from api.asking import queries
from api.complaint import warn
from api.observing.logs import set_up_logs
from api.settings import settings
from graph.errors import BadInputError

if TYPE_CHECKING:
    from starlette.types import ASGIApp as ASGIApplication

    from api.served import Served

TRIES = 50
LAST_PORT = 65535
Pages = Callable[[str, int], list[str]]
"""The addresses to open first, of the host and port that are served."""
PATIENCE = 5
"""Seconds that a stopping server gives to answers under way."""


class Announcing(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self.announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and say so."""
        await super().startup(sockets)
        self.announce()


def serve_until_stopped(
    served: Served, host: str, port: int, *, browser: bool = False, pages: Pages | None = None
) -> None:
    """Serve pages and API until the process is interrupted; the engine stays up. `pages` are said at the start."""
    current = settings()

    def announce(address: str, taken: int) -> None:
        first = pages(_shown(host), taken) if pages else []
        _announce(address, first, browser=browser)

    with around_of(current, served, host) as around:
        app = create_app(
            served.database, queries(), frame_ancestors=current.frame_ancestors, desk=served.desk, around=around
        )
        serve_app(app, host, port, announce)


def serve_app(app: ASGIApplication, host: str, port: int, announce: Callable[[str, int], None]) -> None:
    """Serve `app` until the process is interrupted; `announce` is called with its address and port as it listens."""
    set_up_logs(settings().log_format, settings().log_level)
    with listening(host, port) as listener:
        taken = listener.getsockname()[1]
        if taken != port:
            warn(f"port {port} is in use; taking {taken}")
        address = f"http://{_shown(host)}:{taken}/"
        config = uvicorn.Config(
            app, log_config=None, log_level="warning", access_log=False, server_header=False,
            timeout_graceful_shutdown=PATIENCE,
            proxy_headers=False,  # uvicorn's own default is to believe every process of this machine
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            Announcing(config, lambda: announce(address, taken)).run(sockets=[listener])
    warn("stopped; the engine keeps running (`ossatlas engine stop` ends it)")


def _announce(address: str, first: list[str], *, browser: bool) -> None:
    typer.echo(f"{address} (pages), {address}docs (API); Ctrl-C stops it")
    for page in first:
        typer.echo(f"  {page}")
    if browser:
        typer.launch(address)


def _shown(host: str) -> str:
    """The host as a browser takes it."""
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on `port`, or on the next free one above it."""
    for candidate in range(port, min(port + TRIES, LAST_PORT + 1)):
        listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
            listener.listen(socket.SOMAXCONN)
        except OSError as error:
            listener.close()
            if error.errno != errno.EADDRINUSE:
                raise _refused(host, candidate, error) from error
        else:
            return listener
    raise BadInputError(f"ports {port} to {port + TRIES - 1} are all in use", hint="name another one with --port")


def _refused(host: str, port: int, error: OSError) -> BadInputError:
    return BadInputError(
        f"cannot listen on {host} port {port}: {error.strerror or error}", hint="name others with --host and --port"
    )
