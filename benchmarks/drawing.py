"""How fast networks are drawn in a real browser, from the server's layout to the picture, beside stock pyvis.

Chromium renders in software where there is no graphics card, so ratios tell more than times. To try the script, call
`measure(SMALL)`.
"""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import inf
from typing import TYPE_CHECKING, Any

import numpy as np
from playwright.sync_api import TimeoutError as TookTooLongError

from benchmarks import peers
from benchmarks.report import Section, against
from benchmarks.world import World
from graph.model import Edge, Network, Node
from tests.browser.conftest import chromium
from viz import addresses, layout
from viz.aggregate import Show
from viz.network import AtlasNetwork
from viz.page_data import NetworkPage, Picture
from viz.pages import CONTENT_SECURITY_POLICY, network_page
from viz.views import draw

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FULL = ((200, 600, 0.5), (5_000, 15_000, 2.0), (50_000, 200_000, 6.0))
SMALL = ((100, 300, 0.5), (2_000, 5_000, 2.0))
PEERS_UP_TO = 5_000
"""Stock pyvis looks through all edges for each that is added, and the physics of all three takes minutes above."""
PATIENCE = 600_000
"""Milliseconds that a page may take."""
PEERS_PATIENCE = 180_000
WHOLE = Show(everything=True)
DATA = "/api/v1/views/made"
DRAWN = """
new MutationObserver((_, seen) => {
  if (!document.querySelector('[data-drawn]')) return;
  seen.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.drawnAt = performance.now(); }));
}).observe(document, { attributes: true, childList: true, subtree: true });
"""
"""Notes when the picture has been painted."""
FRAMES = """(step) => new Promise((done) => {
  let frames = 0;
  const began = performance.now();
  const picture = document.querySelector('.stage')?.atlas?.picture;
  const [x, y, scale] = picture?.position() ?? [0, 0, 1];
  const go = (now) => {
    if (now - began > 3000) return done(frames / 3);
    frames += 1;
    const part = (now - began) / 3000;
    if (step === 'pan') picture.moveTo([x + 1200 * part / scale, y, scale]);
    if (step === 'zoom') picture.moveTo([x, y, scale * (1 + 3 * part)]);
    requestAnimationFrame(go);
  };
  requestAnimationFrame(go);
})"""
PARSED = """async (address) => {
  const text = await (await fetch(address)).text();
  const began = performance.now();
  JSON.parse(text);
  return (performance.now() - began) / 1000;
}"""


@dataclass(frozen=True, slots=True)
class Made:
    """What the server did for a network, in seconds, and what it sends."""

    cold: float
    cached: float
    written: float
    page: bytes
    data: bytes


def measure(sizes: tuple[tuple[int, int, float], ...] = FULL) -> Section:
    """The section on drawing."""
    rows: list[tuple[str, ...]] = []
    given_up: set[str] = set()
    with chromium() as browser, _served() as (files, address):
        empty = _frames_of_nothing(browser)
        for nodes, edges, promised in sizes:
            network = generated(nodes, edges)
            rows += _rows(browser, files, address, network, promised, empty, given_up)
    promise = (
        "Promised: 200 nodes painted under 0.5 s; 5,000 under 2 s and 20 times faster than stock pyvis, whose physics "
        "runs in the browser; 50,000 nodes and 200,000 edges under 6 s; from opening the page until it is painted, "
        "with the layout cached. Frames: share of those that an empty page paints, while the view goes once across "
        "the window in three seconds, or to four times the scale. G6 draws OSGraph's pages, NVL those of Neo4j's tools."
    )
    header = (
        "network", "painted", "stock pyvis", *peers.SCRIPTS, "layout, cold", "cached", "JSON written", "parsed",
        "page, KiB", "data, KiB", "frames, pan", "zoom", "memory of the tab",
    )  # fmt: skip
    return Section("Networks drawn in a browser", promise, header, rows)


def generated(nodes: int, edges: int) -> Network:
    """Developers and repositories, as unevenly busy as in real hours of GH Archive."""
    repositories = nodes // 5
    who, what = World(repositories, nodes - repositories, 3 * edges).ties()
    kept = np.sort(np.random.default_rng(3).permutation(len(who))[:edges])
    pairs = list(zip((who[kept] + repositories).tolist(), what[kept].tolist(), strict=True))
    degree = np.bincount(np.array(pairs).ravel(), minlength=nodes).tolist()
    named = [
        (f"made/repo-{at}", "Repository") if at < repositories else (f"dev-{at}", "Developer") for at in range(nodes)
    ]
    return Network(
        tuple(Node(f"github:{name}", kind, name, float(degree[at])) for at, (name, kind) in enumerate(named)),
        tuple(Edge(f"github:{named[a][0]}", f"github:{named[b][0]}", "CONTRIBUTED_TO") for a, b in pairs),
        "contributions", "contributions",
    )  # fmt: skip


def _rows(
    browser: Browser,
    files: dict[str, bytes],
    address: str,
    network: Network,
    promised: float,
    empty: float,
    given_up: set[str],
) -> Iterator[tuple[str, ...]]:
    made = _made(network)
    files |= {"/made": made.page, DATA: made.data}
    page = _page(browser)
    painted = _painted(page, f"{address}/made")
    parsed = page.evaluate(PARSED, DATA)
    pan, zoom = (page.evaluate(FRAMES, step) / empty for step in ("pan", "zoom"))
    memory = _memory(page)
    page.context.close()
    beside = [_beside(taken, painted) for taken in _peers(browser, files, address, network, given_up)]
    yield (
        f"{len(network.nodes):,} nodes, {len(network.edges):,} edges", against(painted, promised), *beside,
        f"{made.cold:.2f} s", f"{made.cached:.2f} s", f"{made.written:.2f} s", f"{parsed:.2f} s", _kib(made.page),
        _kib(made.data), f"{pan:.2f}", f"{zoom:.2f}", f"{memory:.0f} MiB",
    )  # fmt: skip


def _made(network: Network) -> Made:
    cold, cached = (_seconds(lambda: layout.layout(network)) for _ in range(2))
    began = time.perf_counter()
    data = json.dumps(AtlasNetwork(draw(network, view="collaboration"), "Made").data()).encode()
    written = time.perf_counter() - began
    picture = Picture(network, query="made", view="collaboration", show=WHOLE)
    page = network_page(NetworkPage("Made", "Who works with whom?", picture, data=DATA)).encode()
    return Made(cold, cached, written, page, data)


def _seconds(work: Any) -> float:  # noqa: ANN401  any call
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def _painted(page: Page, url: str) -> float:
    """Seconds from opening the page until the picture is painted; the second time, as scripts are then compiled."""
    page.add_init_script(DRAWN)
    for _ in range(2):
        page.goto("about:blank")
        page.goto(url)
        page.wait_for_function("() => window.drawnAt")
    return float(page.evaluate("window.drawnAt")) / 1000


def _frames_of_nothing(browser: Browser) -> float:
    page = _page(browser)
    frames = float(page.evaluate(FRAMES, "stay"))
    page.context.close()
    return frames


def _memory(page: Page) -> float:
    """Mebibytes of the page's JavaScript, after what is not needed was thrown away."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["JSHeapUsedSize"]) / 2**20


def _peers(
    browser: Browser, files: dict[str, bytes], address: str, network: Network, given_up: set[str]
) -> Iterator[float | None]:
    """How long each peer takes until it is painted with its physics done; None where it is not tried.

    Who was not done in time is not tried with a larger network.
    """
    few = len(network.nodes) <= PEERS_UP_TO
    for peer in ("pyvis", *peers.SCRIPTS):
        if not few or peer in given_up:
            yield None
            continue
        script = files[f"/peer/{peer}.js"] = peers.script(peer) if peer in peers.SCRIPTS else b""
        files["/peer"] = (peers.page(peer, network) if script else peers.pyvis_page(network)).encode()
        taken = _taken(browser, address) if script or peer == "pyvis" else None
        if taken == inf:
            given_up.add(peer)
        yield taken


def _taken(browser: Browser, address: str) -> float:
    page = _page(browser)
    page.route(lambda url: not url.startswith(address), lambda route: route.abort())  # pyvis's page asks other hosts
    try:
        page.goto(f"{address}/peer", timeout=PEERS_PATIENCE)
        page.wait_for_function("() => window.drawnAt", timeout=PEERS_PATIENCE)
        return float(page.evaluate("window.drawnAt")) / 1000
    except TookTooLongError:
        return inf
    finally:
        page.context.close()


def _beside(taken: float | None, painted: float) -> str:
    if taken is None:
        return "not tried"
    if taken == inf:
        return f"not in {PEERS_PATIENCE // 1000} s"
    return f"{taken:.1f} s ({taken / painted:.0f} times)"


def _kib(content: bytes) -> str:
    return f"{len(gzip.compress(content, 6)) / 1024:,.0f}"


@contextmanager
def _served() -> Iterator[tuple[dict[str, bytes], str]]:
    """Files by path that are served, compressed, while the context lasts, beside the static ones; and the address."""
    files: dict[str, bytes] = {}
    kept: dict[tuple[str, int], bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = files.get(self.path) or _static(self.path)
            known = (self.path, hash(content))
            kept.setdefault(known, gzip.compress(content, 1))
            self.send_response(200)
            self.send_header("Content-Type", _type(self.path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(kept[known])))
            if not self.path.startswith("/peer"):
                self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
            self.end_headers()
            self.wfile.write(kept[known])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as the base class has it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield files, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _static(path: str) -> bytes:
    file = addresses.STATIC_FOLDER / path.partition("?")[0].removeprefix(f"{addresses.STATIC}/")
    return file.read_bytes() if file.is_file() else b""


def _type(path: str) -> str:
    kinds = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}
    ending = "." + path.partition("?")[0].rpartition(".")[2]
    return "application/json" if path == DATA else kinds.get(ending, "text/html; charset=utf-8")
