"""The real application with its real pages, on loopback in a thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from api.app import create_app
from api.serving import listening
from cypher.catalogue import catalogue
from graph.database import Database
from tests.browser.server import Site

BOTH = "repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"
PAGES = {
    "home": "/",
    "overlap": f"/views/overlap-network?{BOTH}",
    "landscape": "/views/collaboration-network",
    "repository": "/repositories/vllm-project/vllm",
    "developer": "/developers/fzyzcjy",
    "queries": "/queries",
    "query": "/queries/domain-clusters",
    "empty": "/views/overlap-network?repositories=mindverse/Second-Me",
    "docs": "/docs",
    "error": "/repositories/no/such",
}


@contextmanager
def serve_atlas(database: Database) -> Iterator[Site]:
    """The application over `database`, served while the context lasts."""
    with listening("127.0.0.1", 23000) as listener:
        config = uvicorn.Config(
            create_app(database, catalogue()), log_level="warning", access_log=False, lifespan="off"
        )
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield Site(f"http://127.0.0.1:{listener.getsockname()[1]}", **PAGES)
        server.should_exit = True
        thread.join()
