"""GraphML, for Gephi, igraph, yEd and networkx: a network with its places of the page's layout."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

from graph.errors import BadInputError
from graph.model import Network, Table
from viz.layout import layout
from viz.templating import shown

MEDIA_TYPE = "application/graphml+xml"
SUFFIX = ".graphml"
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, even escaped."""


def export(answer: Table | Network) -> bytes:
    """The network's nodes (kind, title, size, community, x, y, facts) and edges (type, weight, facts)."""
    if isinstance(answer, Table):
        raise BadInputError("A table has no edges to write as graphml; csv and json can hold it")
    import networkx as nx  # noqa: PLC0415  slow to import

    graph: nx.MultiGraph[str] = nx.MultiGraph()
    places = layout(answer)
    for node in answer.nodes:
        x, y = places[node.key]
        known = {"size": node.size, "community": node.community, "x": x, "y": y}
        own = {name: value for name, value in known.items() if value is not None}
        graph.add_node(_text(node.key), kind=node.label, title=_text(node.title), **own, **_facts(node.facts))
    for edge in answer.edges:
        ends = _text(edge.source), _text(edge.target)
        graph.add_edge(*ends, type=edge.type, weight=float(edge.weight), **_facts(edge.facts))
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file)
    return file.getvalue()


def _facts(facts: Mapping[str, object]) -> dict[str, str]:
    """Facts as texts under a prefix: one GraphML attribute has one type, and no fact may hide a node's own."""
    return {f"fact_{_text(name)}": _text(shown(value)) for name, value in facts.items() if value is not None}


def _text(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
