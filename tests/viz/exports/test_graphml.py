from __future__ import annotations

import io

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import BadInputError
from graph.model import Network, Node, Table
from tests.viz.worlds import hostile, overlap
from viz.exports.graphml import export


def test_networkx_reads_the_same_network_again() -> None:
    graph = nx.read_graphml(io.BytesIO(export(overlap())))
    assert graph.number_of_nodes() == 6
    assert graph.number_of_edges() == 6
    node = graph.nodes["github:deepseek-ai/deepep"]
    assert (node["title"], node["size"], node["fact_license"]) == ("deepseek-ai/DeepEP", 29.0, "MIT")


def test_hostile_names_are_harmless() -> None:
    assert nx.read_graphml(io.BytesIO(export(hostile()))).number_of_nodes() == len(hostile().nodes)


@settings(deadline=None, max_examples=30)
@given(st.text(min_size=1))
def test_any_title_can_be_written(title: str) -> None:
    network = Network((Node("a", "Developer", title, None, None, {title: title}),), ())
    assert nx.read_graphml(io.BytesIO(export(network))).number_of_nodes() == 1


def test_a_table_is_refused() -> None:
    with pytest.raises(BadInputError, match="csv and json"):
        export(Table((), []))
