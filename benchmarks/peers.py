"""Other ways to draw networks in a browser, as pages that say when they are done: stock pyvis, AntV G6, Neo4j's NVL.

G6 is what OSGraph draws with. NVL is not free software: both are installed by npm into a folder of their own under
the system's temporary one, measured, and no part of the project.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from graph.model import Network
from viz import addresses

PACKAGE = {
    "private": True,
    "dependencies": {"@antv/g6": "5.0.51", "@neo4j-nvl/base": "1.2.1"},
    "overrides": {"@antv/g-lite": "2.7.0"},  # a part of G6, which asks for one that not every registry has
}
FOLDER = Path(tempfile.gettempdir()) / "ossatlas-peers"
ESBUILD = addresses.STATIC_FOLDER.parent / "browser" / "node_modules" / ".bin" / "esbuild"
DONE = "setTimeout(() => { window.drawnAt = performance.now(); })"
STABLE = f"network.once('stabilizationIterationsDone', () => {DONE});"
SCRIPTS = {
    "G6": """import { Graph } from "@antv/g6";
const { nodes, edges } = window.made;
const data = {
  nodes: nodes.map(([id, label]) => ({ id, data: { label } })),
  edges: edges.map(([source, target]) => ({ source, target })),
};
const graph = new Graph({
  container: "place", width: 1280, height: 800, animation: false, autoFit: "view", data,
  node: { style: { labelText: (node) => node.data.label, size: 12 } },
  layout: { type: "force", animated: false }, behaviors: ["drag-canvas", "zoom-canvas"],
});
graph.render().then(() => requestAnimationFrame(() => %s));
""",
    "NVL": """import NVL from "@neo4j-nvl/base";
const { nodes, edges } = window.made;
new NVL(document.getElementById("place"), nodes.map(([id, caption]) => ({ id, caption, size: 12 })),
  edges.map(([from, to], at) => ({ id: "e" + at, from, to })),
  { renderer: "webgl", layout: "forceDirected", disableTelemetry: true, disableWebWorkers: true },
  { onLayoutDone: () => requestAnimationFrame(() => %s) });
""",
}


def pyvis_page(network: Network) -> str:
    """The page of stock pyvis, with its own scripts in it, that notes when its physics is done and painted."""
    from pyvis.network import Network as Stock  # noqa: PLC0415 - the peer

    stock = Stock(cdn_resources="in_line")
    for node in network.nodes:
        stock.add_node(node.key, label=node.title)
    for edge in network.edges:
        stock.add_edge(edge.source, edge.target)
    made = "network = new vis.Network(container, data, options);"
    return str(stock.generate_html().replace(made, made + STABLE))


def script(peer: str) -> bytes:
    """The bundled script of `peer`, built where it is not there yet; b"" where npm or its package cannot be had."""
    bundle = FOLDER / f"{peer}.bundle.js"
    if not bundle.is_file() and not _built(peer, bundle):
        return b""
    return bundle.read_bytes()


def _built(peer: str, bundle: Path) -> bool:
    npm = shutil.which("npm")
    if npm is None or not ESBUILD.exists():
        return False
    FOLDER.mkdir(exist_ok=True)
    entry = FOLDER / f"{peer}.js"
    entry.write_text(SCRIPTS[peer] % DONE, "utf-8")
    (FOLDER / "package.json").write_text(json.dumps(PACKAGE), "utf-8")
    install = [npm, "install", "--silent", "--no-audit", "--no-fund"]
    bundled = [str(ESBUILD), str(entry), "--bundle", "--format=iife", f"--outfile={bundle}", "--log-level=error"]
    return all(subprocess.run(step, cwd=FOLDER, check=False).returncode == 0 for step in (install, bundled))


def page(peer: str, network: Network) -> str:
    """The page of `peer` that draws `network`."""
    made = {
        "nodes": [(node.key, node.title) for node in network.nodes],
        "edges": [(edge.source, edge.target) for edge in network.edges],
    }
    style = "<style>body { margin: 0 } #place { width: 1280px; height: 800px }</style>"
    data = f"<script>window.made = {json.dumps(made)}</script>"
    return f'<!doctype html>{style}<div id="place"></div>{data}<script src="/peer/{peer}.js"></script>'
