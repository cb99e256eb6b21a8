"""A server stays with its Neo4j: where the embedded engine was started anew at another port, it is found there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING

from api.problems import answer_to
from graph.engine.home import Home, read_password
from graph.engine.port import HOST
from graph.engine.state import read_state
from graph.errors import GraphUnavailableError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

    from graph.connection import Connection
    from graph.database import Database
    from graph.engine.options import EngineOptions

Follow = Callable[[], None]
"""What is done when Neo4j does not answer."""


@dataclass(frozen=True, slots=True)
class Following:
    """Called when Neo4j does not answer: `database` reaches the embedded engine where it is now."""

    database: Database
    options: EngineOptions
    one: Lock = field(default_factory=Lock)

    def __call__(self) -> None:
        """Look where the engine is; of several threads the first does it."""
        with self.one:
            found = moved(self.options, self.database.connection)
            if found:
                self.database.reopen(found)


def moved(options: EngineOptions, known: Connection) -> Connection | None:
    """How the embedded engine is reached, where that is not as it was `known`; a named server never moves."""
    home = Home.of(options)
    port = read_state(home).port if known.embedded else None
    if port is None:
        return None
    found = replace(known, uri=f"bolt://{HOST}:{port}", password=read_password(home))
    return found if found != known else None


def install_following(app: FastAPI, follow: Follow) -> None:
    """Have `app` call `follow` whenever Neo4j does not answer: the next request may find it."""

    def unreachable(request: Request, error: GraphUnavailableError) -> Response:
        follow()
        return answer_to(request, error)

    app.add_exception_handler(GraphUnavailableError, unreachable)  # type: ignore[arg-type] # typed by Exception
