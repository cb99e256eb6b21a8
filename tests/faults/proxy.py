"""A way to Neo4j on which nothing arrives any more, while every connection on it stays open."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from graph.engine.port import HOST

PIECE = 1 << 16
LOOK = 0.05


class Proxy:
    """Passes on what comes at `port`; nothing as long as it is silent, also of connections that are new."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.listening = socket.create_server((HOST, 0))
        self.port = int(self.listening.getsockname()[1])
        self.silent, self.closed = Event(), Event()
        self.held: list[socket.socket] = [self.listening]

    def serve(self) -> None:
        """Take connections until it is closed."""
        with suppress(OSError):
            while True:
                here, _ = self.listening.accept()
                there = socket.create_connection((HOST, self.target))
                self.held += [here, there]
                for one, other in ((here, there), (there, here)):
                    Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(PIECE):
                while self.silent.is_set() and not self.closed.is_set():
                    time.sleep(LOOK)
                other.sendall(piece)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End all connections."""
        self.closed.set()
        for each in self.held:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


@contextmanager
def proxy(target: int) -> Iterator[Proxy]:
    """One before the port `target` of this machine."""
    made = Proxy(target)
    Thread(target=made.serve, daemon=True).start()
    try:
        yield made
    finally:
        made.close()
