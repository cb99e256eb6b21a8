"""The schema as a Mermaid diagram."""

from __future__ import annotations

from collections.abc import Iterator

from graph.kinds import EdgeKind
from graph.schema import EDGES, NODES


def as_mermaid() -> str:
    """A flowchart of labels and relationship types; what a measure writes is dotted."""
    return "\n".join(["flowchart LR", *_nodes(), *_edges(), *_styles()]) + "\n"


def _nodes() -> Iterator[str]:
    for label in NODES:
        yield f"  {label}([{label}])"


def _edges() -> Iterator[str]:
    for edge in EDGES.values():
        for start, end in ends(edge):
            yield f"  {start} {'-.->' if edge.derived else '-->'}|{edge.type}| {end}"


def ends(edge: EdgeKind) -> list[tuple[str, str]]:
    """Each pair of labels that `edge` may join."""
    return [(start, end) for start in edge.start for end in edge.end]


def _styles() -> Iterator[str]:
    for node in NODES.values():
        yield f"  style {node.label} fill:{node.color}22,stroke:{node.color}"
