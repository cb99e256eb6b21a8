"""The schema as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from api.schema_pages.mermaid import as_mermaid
from graph.kinds import Prop
from graph.schema import EDGES, NODES

_HEAD = ("| property | type | meaning |", "|---|---|---|")


def as_markdown() -> str:
    """The data dictionary: a picture, then every label and relationship type with its properties."""
    return "\n".join(
        [
            "# The graph",
            "",
            "Every node and relationship has a unique `key`, and `snapshots`, which names the loads that tell of it.",
            "",
            "```mermaid",
            as_mermaid().rstrip(),
            "```",
            "",
            "## Labels",
            "",
            *_nodes(),
            "## Relationship types",
            "",
            *_edges(),
        ]
    )


def _nodes() -> Iterator[str]:
    for node in NODES.values():
        yield from (f"### {node.label}", "", node.about, "", *_props(node.props), "")


def _edges() -> Iterator[str]:
    for edge in EDGES.values():
        ends = f"`({' | '.join(edge.start)})-[:{edge.type}]->({' | '.join(edge.end)})`"
        derived = " Written by a measure." if edge.derived else ""
        yield from (f"### {edge.type}", "", ends, "", f"{edge.about}{derived}", "", *_props(edge.props), "")


def _props(props: Iterable[Prop]) -> Iterator[str]:
    yield from _HEAD
    for prop in props:
        notes = [note for note, holds in (("required", prop.required), ("by a measure", prop.derived)) if holds]
        about = f"{prop.about} ({', '.join(notes)})" if notes else prop.about
        yield f"| `{prop.name}` | {prop.type} | {about.replace('|', chr(92) + '|')} |"
