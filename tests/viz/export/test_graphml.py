import io

import networkx as nx

from graph.model import Network
from tests.viz import worlds
from viz.export.graphml import graphml
from viz.views import draw


def test_whole_numbers_and_fractions_of_one_name_are_fractions() -> None:
    ada, bob = worlds.developer("ada"), worlds.developer("bob")
    nodes = tuple(type(n)(n.key, n.label, n.title, 1.0, None, {"score": s}) for n, s in ((ada, 1), (bob, 0.5)))
    found = nx.read_graphml(io.BytesIO(graphml(draw(Network(nodes, ())))))
    assert (found.nodes[ada.key]["score"], found.nodes[bob.key]["score"]) == (1.0, 0.5)
