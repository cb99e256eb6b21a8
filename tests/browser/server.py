"""A small server on loopback for pages of our own making, with the policy that the API sends too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from graph.model import Network
from tests.browser.answers import answer, page
from tests.browser.sharing import share_pages, share_pictures
from tests.viz.test_pages import ALL, HOME, NETWORK
from tests.viz.worlds import communities, hostile, overlap
from viz import addresses, pages
from viz.page_data import NetworkPage, Picture

TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
FOUND = {"rows": [{"label": "Repository", "title": "deepseek-ai/DeepEP"}, {"label": "Developer", "title": "fzyzcjy"}]}
BEGIN = f"{addresses.API}{addresses.query('search')}"
OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "ossatlas", "version": "0.1.0"},
    "paths": {"/healthz": {"get": {"summary": "Healthy?", "responses": {"200": {"description": "yes"}}}}},
}


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is, and which pages of it tests open."""

    address: str
    home: str = "/"
    overlap: str = "/views/overlap"
    landscape: str = "/views/landscape"
    whole: str = "/views/overlap-network"
    hostile: str = "/views/hostile"
    empty: str = "/views/empty"
    repository: str = "/repositories/deepseek-ai/DeepEP"
    developer: str = "/developers/fzyzcjy"
    query: str = "/queries/top"
    queries: str = "/queries"
    docs: str = "/docs"
    error: str = "/nothing"


def _pages() -> dict[str, str]:
    site = Site("")
    evil = NetworkPage("Attack", "Harmless?", Picture(hostile()))
    land = NetworkPage("Landscape", "Which projects share developers?", Picture(communities(5, 8), cypher="RETURN 1"))
    return {
        site.home: pages.home_page(HOME),
        site.overlap: pages.network_page(
            NetworkPage("DeepEP and DeepGEMM", "Who works on both?", Picture(overlap(), "q", "RETURN 1"), "Two.",
                        NETWORK.fields, NETWORK.exports)
        ),
        site.whole: pages.network_page(page()),
        site.landscape: pages.network_page(land),
        site.hostile: pages.network_page(evil),
        site.empty: pages.network_page(NetworkPage("Empty", "Who?", Picture(Network((), ())))),
        site.repository: ALL["repository"],
        site.developer: ALL["developer"],
        site.query: ALL["query"],
        site.queries: ALL["queries"],
        site.docs: pages.docs_page(),
    }  # fmt: skip


PAGES = _pages() | share_pages()
PICTURES = share_pictures()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        status, kind, content = _answer(asked.path, asked.query)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", pages.CONTENT_SECURITY_POLICY)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as the base class has it
        """Keep the tests' output short."""


def _answer(path: str, query: str = "") -> tuple[int, str, bytes]:
    if known := answer(path, query):
        return known[0], "application/json", json.dumps(known[1]).encode()
    if path in PAGES:
        return 200, "text/html; charset=utf-8", PAGES[path].encode()
    if path in PICTURES:
        return 200, TYPES[".svg"], PICTURES[path]
    if path in {addresses.SEARCH, BEGIN, "/openapi.json"}:
        return 200, "application/json", json.dumps(OPENAPI if path == "/openapi.json" else FOUND).encode()
    file = addresses.STATIC_FOLDER / path.removeprefix(f"{addresses.STATIC}/")
    if path.startswith(addresses.STATIC) and file.is_file():
        return 200, TYPES[file.suffix], file.read_bytes()
    return 404, "text/plain", b"not found"


@contextmanager
def serve() -> Iterator[Site]:
    """The site, served while the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join()
