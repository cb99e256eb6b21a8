"""The port of the engine."""

from __future__ import annotations

import socket

from graph.errors import LockedError

HOST = "127.0.0.1"


def choose_port(wanted: int | None, remembered: int | None) -> int:
    """The port that the user wants, else the remembered one if it is free, else a free one.

    LockedError when another program has the wanted one.
    """
    if wanted is not None:
        if not is_free(wanted):
            raise port_taken(wanted)
        return wanted
    if remembered is not None and is_free(remembered):
        return remembered
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Whether the engine could listen at `port`."""
    with socket.socket() as probe:
        # As Java does: a port whose last connections are still fading away is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def port_taken(port: int) -> LockedError:
    """The error for a port that another program has."""
    return LockedError(
        f"port {port} is in use by another program",
        hint="name a free one in OSSATLAS_BOLT_PORT, or unset it to have one chosen",
    )
