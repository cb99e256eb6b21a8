"""How fast a network becomes a page: ours, laid out, beside stock pyvis, which leaves that to the browser."""

from __future__ import annotations

import random

from benchmarks.report import Section, median, seconds
from graph.model import Edge, Network, Node
from viz.page_data import NetworkPage, Picture
from viz.pages import network_page

SIZES = ((50, 100), (200, 600), (1000, 3000))


def measure() -> Section:
    """The section on pages."""
    rows = []
    for nodes, edges in SIZES:
        network = generated(nodes, edges)
        stock = median(seconds(lambda network=network: _stock(network), 1))  # type: ignore[misc]
        first = seconds(lambda network=network: _ours(network), 1)[0]  # type: ignore[misc]
        again = median(seconds(lambda network=network: _ours(network), 3))  # type: ignore[misc]
        size = len(_ours(network).encode()) / 1024
        rows.append((f"{nodes} nodes, {edges} edges", f"{stock:.2f} s", f"{first:.2f} s", f"{first / stock:.2f}",
                     f"{again:.3f} s", f"{size:.0f} KiB"))  # fmt: skip
    promise = "Stock pyvis leaves the layout to the browser; our page comes laid out. Again: with the layout cached."
    header = ("network", "stock pyvis", "ours, first", "ratio", "ours, again", "page")
    return Section("Networks into pages", promise, header, rows)


def generated(nodes: int, edges: int, seed: int = 1) -> Network:
    """A network with hubs, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    keys = [f"n{at}" for at in range(nodes)]
    weights = [1 / (at + 1) for at in range(nodes)]
    pairs = {tuple(sorted(chance.choices(keys, weights, k=2))) for _ in range(2 * edges)}
    joined = [pair for pair in sorted(pairs) if pair[0] != pair[1]][:edges]
    return Network(
        tuple(
            Node(key, "Repository", key, size=weight, community=1) for key, weight in zip(keys, weights, strict=True)
        ),
        tuple(Edge(a, b, "SHARES_DEVELOPERS") for a, b in joined),
    )


def _ours(network: Network) -> str:
    return network_page(NetworkPage("A network", "Who works with whom?", Picture(network)))


def _stock(network: Network) -> str:
    from pyvis.network import Network as Stock  # noqa: PLC0415 - the peer

    page = Stock()
    for node in network.nodes:
        page.add_node(node.key, label=node.title)
    for edge in network.edges:
        page.add_edge(edge.source, edge.target)
    return str(page.generate_html())
