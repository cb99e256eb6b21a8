"""The schema as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.kinds import Prop
from graph.schema import EDGES, NODES


def as_text() -> str:
    """Labels and relationship types with their properties, to read in a terminal."""
    return "\n".join([*_nodes(), *_edges()]) + "\n"


def _nodes() -> Iterator[str]:
    for node in NODES.values():
        yield f"(:{node.label})  {node.about}"
        yield from _props(node.props)
        yield ""


def _edges() -> Iterator[str]:
    for edge in EDGES.values():
        yield f"({'|'.join(edge.start)})-[:{edge.type}]->({'|'.join(edge.end)})  {edge.about}"
        yield from _props(edge.props)
        yield ""


def _props(props: Iterable[Prop]) -> Iterator[str]:
    for prop in props:
        yield f"    {prop.name}: {prop.type}{', required' if prop.required else ''}  {prop.about}"
