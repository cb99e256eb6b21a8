"""Two periods of a network too large for vis-network: who was there keeps the place, who is new stands on nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import networkx as nx
import numpy as np
import pytest

from graph.model import Edge, Network, Node
from tests.browser import server
from tests.browser.answers import ASKED, VIEW, Document
from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, looking
from tests.browser.test_large import DRIVERS
from viz import pages
from viz.layout.parting import near
from viz.network import MANY, AtlasNetwork
from viz.page_data import Field, NetworkPage, Picture
from viz.views import draw

pytestmark = pytest.mark.browser

COUNT, NEW, GONE = MANY + 100, 60, 100
GRAPH = nx.barabasi_albert_graph(COUNT + NEW, 2, seed=5)
BOTH = "#from=2025-05&to=2025-08&back=3"


def _part(first: int, last: int) -> Network:
    """The nodes of these numbers and what ties them."""
    kept = range(first, last)
    nodes = tuple(
        Node(f"github:made/r{at}", "Repository", f"made/r{at}", float(GRAPH.degree(at)), at % 5) for at in kept
    )
    edges = tuple(
        Edge(f"github:made/r{a}", f"github:made/r{b}", "SHARES_DEVELOPERS", 1.0)
        for a, b in GRAPH.edges
        if a in kept and b in kept
    )
    return Network(nodes, edges, "OpenRank", "shared developers")


def _document(given: Mapping[str, str]) -> Document:
    begin = given.get("from", "")
    network = _part(GONE, COUNT + NEW) if begin >= "2025-05" else _part(0, COUNT)
    return AtlasNetwork(draw(network, view="collaboration"), "Months").data()


@pytest.fixture(scope="module")
def address() -> str:
    """Where the page of such a network stands."""
    fields = (Field("from", "month", None, "first month"), Field("to", "month", None, "last month"))
    picture = Picture(_part(0, COUNT), query="large-months", view="collaboration")
    data = f"{VIEW}/large-months"
    server.PAGES["/large-months"] = pages.network_page(NetworkPage("Months", "Who?", picture, fields=fields, data=data))
    ASKED[data] = _document
    return "/large-months"


@pytest.fixture
def large(visit: Visit) -> Iterator[Visit]:
    """A visit in which the graphics driver may speak of itself."""
    yield visit
    visit.console = [line for line in visit.console if DRIVERS not in line]


def test_two_periods_are_compared_with_places_held(large: Visit, address: str) -> None:
    before = looking(large.open(address))
    page = large.open(address + BOTH)
    after = looking(page)
    assert len(after) == COUNT + NEW
    assert {key: after[key] for key in before} == before
    changes = page.evaluate(f"{STAGE}.model.nodes.map((node) => node.change)")
    assert [changes.count(change) for change in ("appeared", "left", "stayed")] == [NEW, GONE, COUNT - GONE]


def test_who_is_new_stands_beside_its_ties_and_on_nobody(large: Visit, address: str) -> None:
    page = large.open(address + BOTH)
    places, sizes = looking(page), dict(page.evaluate(f"{STAGE}.model.nodes.map((node) => [node.id, node.size])"))
    keys = list(places)
    points, radius = np.array([places[key] for key in keys]), np.array([sizes[key] for key in keys])
    one, other = near(points, radius)
    lying = np.linalg.norm(points[one] - points[other], axis=1) < radius[one] + radius[other]
    new = {f"github:made/r{at}" for at in range(COUNT, COUNT + NEW)}
    assert [keys[a] for a, b, on in zip(one, other, lying, strict=True) if on and {keys[a], keys[b]} & new] == []
