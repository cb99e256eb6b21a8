import json
import subprocess
import sys
from importlib.util import find_spec

import networkx as nx
import pytest

from api.answer import Answer
from api.notebook.network_answer import NetworkAnswer
from graph.errors import BadInputError
from graph.model import Network, Table
from tests.viz import worlds
from viz.network import MANY

NETWORK = worlds.overlap()
ANSWER = NetworkAnswer(Answer("overlap-network", "Who is in both", NETWORK, {"repositories": ["a/b"]}))
KEYS = {node.key for node in NETWORK.nodes}
BY_IGRAPH = """
import io, json, sys
import igraph, pandas as pd
nodes, edges = (pd.read_json(io.StringIO(text)) for text in json.load(sys.stdin))
made = igraph.Graph.DataFrame(edges, vertices=nodes, directed=False, use_vids=False)
print(json.dumps([made.vcount(), made.ecount(), sorted(made.vs["name"]), sum(made.es["weight"])]))
"""


def large() -> Network:
    return Network(tuple(worlds.developer(f"d{n}") for n in range(MANY + 1)), ())


def test_tables_of_nodes_and_edges_begin_with_keys_and_have_every_fact() -> None:
    nodes, edges = ANSWER.nodes(), ANSWER.edges()
    assert set(nodes[nodes.columns[0]]) == KEYS
    assert list(edges.columns[:2]) == ["source", "target"]
    assert set(edges["source"]) | set(edges["target"]) <= KEYS
    assert {"merged_prs", "license"} <= set(nodes.columns)
    assert edges["weight"].sum() == sum(edge.weight for edge in NETWORK.edges)


def test_networkx_gets_all_nodes_and_edges() -> None:
    made = ANSWER.to_networkx()
    assert (set(made), made.number_of_edges()) == (KEYS, len(NETWORK.edges))
    of_edges = nx.from_pandas_edgelist(ANSWER.edges(), edge_attr="weight", create_using=nx.MultiDiGraph)
    assert of_edges.number_of_edges() == len(NETWORK.edges)


def test_igraph_reads_the_tables() -> None:
    """In a process of its own: igraph is GPL."""
    if find_spec("igraph") is None:
        pytest.skip("igraph is not installed: it is of the benchmarks")
    given = json.dumps([ANSWER.nodes().to_json(), ANSWER.edges().to_json()])
    ran = subprocess.run([sys.executable, "-c", BY_IGRAPH], input=given, capture_output=True, text=True, check=True)
    weight = sum(edge.weight for edge in NETWORK.edges)
    assert json.loads(ran.stdout) == [len(KEYS), len(NETWORK.edges), sorted(KEYS), weight]


def test_a_notebook_frames_the_picture_beside_a_still_one() -> None:
    shown = ANSWER._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert 'sandbox="allow-scripts ' in shown["text/html"]
    assert "allow-same-origin" not in shown["text/html"]
    assert "6 nodes, 6 edges · from deepseek-week" in shown["text/html"]
    assert shown["text/plain"] == "<overlap-network: 6 nodes, 6 edges>"


def test_a_large_network_is_a_still_picture() -> None:
    shown = NetworkAnswer(Answer("q", "Q", large()))._repr_mimebundle_()
    assert set(shown) == {"text/plain", "image/svg+xml"}


def test_no_nodes_are_a_picture_that_says_so() -> None:
    shown = NetworkAnswer(Answer("q", "Q", Network((), ())))._repr_mimebundle_()
    assert "0 nodes" in shown["text/plain"]


def test_a_table_is_no_network() -> None:
    with pytest.raises(BadInputError, match="q answers with a table; ask it by `query`"):
        NetworkAnswer(Answer("q", "Q", Table((), [])))


@pytest.mark.parametrize("text", worlds.HOSTILE[:2])
def test_titles_of_strangers_stay_inside_of_the_frame(text: str) -> None:
    shown = NetworkAnswer(Answer("q", text, worlds.hostile()))._repr_mimebundle_()["text/html"]
    assert shown.count("<iframe") == shown.count("</iframe>") == 1
    assert "<script" not in shown
