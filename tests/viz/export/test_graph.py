"""GEXF and GraphML, opened again by networkx and compared with the network that was drawn."""

import io
import json
from collections.abc import Callable

import networkx as nx
import pytest

from graph.model import Edge, Network
from tests.viz import worlds
from tests.viz.export import subjects
from viz.drawing import Drawing
from viz.export.gexf import gexf
from viz.export.graph import facts, graph
from viz.export.graphml import graphml
from viz.views import draw

Write = Callable[[Drawing], bytes]
READ: dict[Write, Callable[..., "nx.Graph[str]"]] = {gexf: nx.read_gexf, graphml: nx.read_graphml}
WRITERS = pytest.mark.parametrize("write", READ)


def opened(write: Write, made: bytes) -> "nx.Graph[str]":
    return READ[write](io.BytesIO(made))


def network_of(name: str) -> Network:
    return {"overlap": worlds.overlap, "communities": worlds.communities, "hostile": worlds.hostile}[name]()


@WRITERS
@pytest.mark.parametrize("name", ["overlap", "communities", "hostile"])
def test_networkx_reads_the_same_keys_titles_and_weights_again(write: Write, name: str) -> None:
    network = network_of(name)
    found = opened(write, write(draw(network)))
    assert {key: data["label"] for key, data in found.nodes(data=True)} == {n.key: n.title for n in network.nodes}
    ends = sorted((*sorted((a, b)), float(data["weight"])) for a, b, data in found.edges(data=True))
    assert ends == sorted((*sorted((edge.source, edge.target)), edge.weight) for edge in network.edges)


@WRITERS
def test_facts_and_evidence_come_along_and_unknown_stays_out(write: Write) -> None:
    found = opened(write, write(draw(worlds.overlap())))
    data = found.nodes["github:@lyriczhao"]
    assert data["merged_prs"] == 16
    assert "organization" not in data
    edge = next(data for _, _, data in found.edges(data=True) if data["weight"] == 12)
    assert json.loads(edge["evidence"])[0]["period"] == "2025-02..2025-08"
    assert edge["tie"] == "CONTRIBUTED_TO"


@WRITERS
def test_the_same_drawing_gives_the_same_bytes(write: Write) -> None:
    assert write(draw(worlds.overlap())) == write(draw(worlds.overlap()))


@WRITERS
def test_characters_that_xml_forbids_are_replaced_and_keys_stay_apart(write: Write) -> None:
    drawing = subjects.controlled().drawing
    assert drawing
    found = opened(write, write(drawing))
    assert (len(found), found.number_of_edges()) == (3, 2)
    assert sum(data["label"] == "a\ufffd" for _, data in found.nodes(data=True)) == 2


def test_contributions_have_a_direction_and_shared_developers_none() -> None:
    assert graph(draw(worlds.overlap())).is_directed()
    assert not graph(draw(worlds.communities())).is_directed()


@WRITERS
def test_several_edges_between_the_same_two_are_all_there(write: Write) -> None:
    network = worlds.overlap()
    twice = Network(network.nodes, (*network.edges, *network.edges))
    assert opened(write, write(draw(twice))).number_of_edges() == 12


def test_a_fact_whose_name_means_something_to_the_format_is_renamed() -> None:
    given = {"id": 7, "start": "2025", "viz": "x", "stars": 3, "lists": ["a", "b"], "empty": [], "huge": 2**70}
    assert facts(given) == {
        "fact_id": 7, "fact_start": "2025", "fact_viz": "x", "stars": 3, "lists": '["a", "b"]', "huge": str(2**70),
    }  # fmt: skip


@WRITERS
def test_numbers_that_are_none_are_left_out(write: Write) -> None:
    node = worlds.developer("ada")
    odd = type(node)(node.key, node.label, node.title, None, None, {"score": float("nan"), "share": 0.5})
    data = opened(write, write(draw(Network((odd,), ())))).nodes[node.key]
    assert "score" not in data
    assert data["share"] == 0.5


@WRITERS
def test_a_fact_that_is_a_number_here_and_a_list_or_a_word_there_is_text(write: Write) -> None:
    given: tuple[dict[str, object], ...] = ({"of": 3, "at": 1}, {"of": ["a"], "at": 0.5}, {"of": True})
    nodes = (worlds.developer(name) for name in ("ada", "bob", "eve"))
    odd = tuple(type(n)(n.key, n.label, n.title, None, None, told) for n, told in zip(nodes, given, strict=True))
    found = opened(write, write(draw(Network(odd, ()))))
    assert [found.nodes[node.key].get("of") for node in odd] == ["3", '["a"]', "True"]
    assert [found.nodes[node.key].get("at") for node in odd] == [1.0, 0.5, None]


@WRITERS
def test_an_edge_to_itself_is_kept(write: Write) -> None:
    node = worlds.developer("ada")
    own = Network((node,), (Edge(node.key, node.key, "COLLABORATES_WITH", 2.0),))
    assert opened(write, write(draw(own))).number_of_edges() == 1
