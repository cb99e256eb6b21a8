"""ossatlas for notebooks and scripts: `atlas = ossatlas.connect()`, or `ossatlas.Client(address)` for the HTTP API."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.client import AsyncClient, Client
    from api.notebook.connect import connect
    from api.notebook.explorer import Explorer
    from api.notebook.network_answer import NetworkAnswer
    from api.notebook.table_answer import TableAnswer
    from graph.errors import AtlasError

_FROM = {
    "AsyncClient": "api.client",
    "AtlasError": "graph.errors",
    "Client": "api.client",
    "Explorer": "api.notebook.explorer",
    "NetworkAnswer": "api.notebook.network_answer",
    "TableAnswer": "api.notebook.table_answer",
    "connect": "api.notebook.connect",
}

__version__ = version("ossatlas")
__all__ = [
    "AsyncClient",
    "AtlasError",
    "Client",
    "Explorer",
    "NetworkAnswer",
    "TableAnswer",
    "__version__",
    "connect",
]


def __getattr__(name: str) -> object:
    """What is offered here, imported when it is first used: this module alone is light."""
    if name not in _FROM:
        raise AttributeError(f"ossatlas has no {name!r}; it has {', '.join(sorted(_FROM))}")
    return getattr(import_module(_FROM[name]), name)


def __dir__() -> list[str]:
    return __all__
