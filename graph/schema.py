"""The graph, declared once: from here come constraints, MERGE text, data dictionary, legend and checks."""

from __future__ import annotations

from graph import edge_kinds as edges
from graph import node_kinds as nodes
from graph.kinds import EdgeKind, NodeKind

NODES: dict[str, NodeKind] = {kind.label: kind for kind in vars(nodes).values() if isinstance(kind, NodeKind)}
EDGES: dict[str, EdgeKind] = {kind.type: kind for kind in vars(edges).values() if isinstance(kind, EdgeKind)}
DERIVED = frozenset(prop.name for kind in NODES.values() for prop in kind.props if prop.derived)
"""Properties that measures write; loads do not touch them."""

METHODS = ("correction", "api", "events", "totals", "git", "git-fork", "reference")
"""How a source knows, best first: the rank by which one source answers. `api` is a code host's own complete lists,
`events` a record of what happened, which may have lost some, and `reference` tells no contributions."""

VERSION = 1
"""Goes up when an ossatlas of the number before would misread what this one writes; a graph keeps it."""

SEARCH_INDEX = "search"
ALIAS_LABEL = "Alias"
ALIAS_EDGE = "ALIAS_OF"
FORGOTTEN_LABEL = "Forgotten"
TURN_LABEL = "Turn"
"""Labels beside the schema: names of nodes, people to be left out, and the node by which writers take turns."""
