"""The page of a network: pyvis builds and writes it, through our own template.

pyvis as it comes puts the heading unescaped into the page, loads styles and scripts from other hosts, strips the
spaces out of options, and looks through all nodes and edges for each that is added. This subclass mends all four.
pyvis is slow to import (it brings IPython), so this module is imported where a page is written, and not before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pyvis.edge import Edge as VisEdge
from pyvis.network import Network as PyvisNetwork
from pyvis.node import Node as VisNode

from graph.edge_kinds import ACTIVITIES
from graph.schema import EDGES, NODES
from viz import addresses
from viz.drawing import LARGEST, SMALLEST, Drawing, Group, Line, Mark
from viz.export.graph import BOTH_WAYS
from viz.language import named, translated
from viz.legend import CHANGES, COMMUNITY_COLORS, GREY, RAMP, kind_group
from viz.question import parameters_as_cypher, question
from viz.templating import environment, plain

OPTIONS: dict[str, object] = {
    "autoResize": True,
    "physics": False,
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False, "keyboard": False},
    "nodes": {"chosen": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}
"""vis-network's options: positions come from the server, so nothing moves by itself."""


PALETTE: dict[str, object] = {
    "categories": COMMUNITY_COLORS, "ramp": RAMP, "unknown": GREY, "changes": CHANGES,
    "smallest": SMALLEST, "largest": LARGEST,
}  # fmt: skip
"""What the browser colours and sizes by where a reader chooses another measure or fact."""


MANY = 1500
"""Pages of larger networks come without their data, ask for it when they are there, and draw it by WebGL."""
CROWDED = 60
"""From so many nodes on a narrow screen keeps its room for their labels: the heading's texts are one line there."""


class AtlasNetwork(PyvisNetwork):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network that is safe to fill with names of strangers, and quick."""

    def __init__(self, drawing: Drawing, heading: str = "") -> None:
        super().__init__(height="100%", width="100%", heading=heading, cdn_resources="local")
        self.templateEnv = environment()
        self.path = "network.html"
        self.drawing = drawing
        self._edge_ids: set[str] = set()
        self.set_options(json.dumps(OPTIONS))
        groups = {group.id: group for group in drawing.groups}
        for mark in drawing.marks:
            self._add_mark(mark, groups[mark.group])
        for line in drawing.lines:
            self._add_line(line)

    def set_options(self, options: str) -> None:
        """Take vis-network options as JSON, spaces inside strings and all."""
        self.options = json.loads(options)

    def add_node(self, n_id: str | int, label: str = "", shape: str = "dot", color: str = "", **options: Any) -> None:  # noqa: ANN401  as pyvis has it
        """Add a node in constant time; one that is there already stays as it is."""
        if n_id in self.node_map:
            return
        node = VisNode(n_id, shape, label=label or n_id, font_color=self.font_color, color=color, **options)
        self.nodes.append(node.options)
        self.node_ids.append(n_id)
        self.node_map[n_id] = node.options

    def add_edge(self, source: str | int, to: str | int, **options: Any) -> None:  # noqa: ANN401  as pyvis has it
        """Add an edge in constant time; one whose `id` (or else its ends) is there already is left out."""
        if source not in self.node_map or to not in self.node_map:
            missing = to if source in self.node_map else source
            raise ValueError(f"The edge {source!r} to {to!r} has no node {missing!r} to end in")
        name = str(options.get("id") or "~".join(sorted((str(source), str(to)))))
        if name not in self._edge_ids:
            self._edge_ids.add(name)
            self.edges.append(VisEdge(source, to, self.directed, **options).options)

    def _add_mark(self, mark: Mark, group: Group) -> None:
        self.add_node(
            mark.id, mark.label or mark.id, group.shape, group.color,
            size=mark.radius, x=mark.x, y=mark.y, title=mark.title, kind=mark.kind, legend=mark.group,
            rank=mark.rank, measure=plain(mark.measure), facts=_facts(mark.facts),
            href=mark.page, host=_host(mark), **_parts(mark),
        )  # fmt: skip

    def _add_line(self, line: Line) -> None:
        self.add_edge(
            line.source, line.target, id=line.id, width=line.width, weight=plain(line.weight), type=line.type,
            facts=_facts(line.facts), evidence=[_facts(row) for row in line.evidence],
        )  # fmt: skip

    def data(self) -> dict[str, object]:
        """What the browser draws, ready for JSON."""
        drawing = self.drawing
        present = sorted({mark.kind for mark in drawing.marks})
        return {
            "heading": self.heading,
            "view": drawing.view,
            "nodes": self.nodes,
            "edges": self.edges,
            "options": self.options,
            "groups": [_group(group) for group in drawing.groups],
            "kind_groups": [_group(kind_group(kind)) for kind in present],
            "palette": PALETTE,
            "both_ways": sorted(BOTH_WAYS),
            "contributions": [activity.name for activity in ACTIVITIES],
            "size_means": translated(drawing.size_means),
            "weight_means": translated(drawing.weight_means),
            "own_scales": drawing.own_scales,
            "sources": list(drawing.coverage.sources),
            "months": [drawing.coverage.covers_from, drawing.coverage.covers_to],
            "gaps": [translated(gap) for gap in drawing.coverage.gaps],
            "cut": drawing.cut,
            "left_out": drawing.left_out,
            "holds": drawing.holds,
            "kinds": {kind: named(NODES[kind].plural) for kind in present if kind in NODES},
            "words": words(self.nodes, self.edges),
            "types": {line.type: translated(EDGES[line.type].about) for line in drawing.lines if line.type in EDGES},
        }

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False, **page: Any) -> str:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The whole page through our autoescaped template; `page` is what the template needs beside the network."""
        context: dict[str, object] = dict.fromkeys(("crumbs", "fields", "exports", "files"), ())
        context |= dict.fromkeys(("question", "answer", "cypher", "query", "whole", "more", "undated"), "")
        context |= {"parameters": {}, "statement": {}, "shared": {}} | page
        context["data"] = page.get("data", "") if len(self.nodes) > MANY else ""
        context |= {"params": parameters_as_cypher(context["statement"])}  # type: ignore[arg-type]
        dated = not page.get("undated") or any("period" in row for edge in self.edges for row in edge["evidence"])
        asked = question(
            str(context["query"]), context["fields"], context["statement"],  # type: ignore[arg-type]
            everything=bool(page.get("everything")), dated=dated,
        )  # fmt: skip
        self.html = self.templateEnv.get_template(self.path).render(
            title=self.heading,
            drawing=self.drawing,
            network=None if context["data"] else self.data(),
            asked=asked,
            crowded=len(self.nodes) >= CROWDED,
            **context,
        )
        return self.html


def words(nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What each fact's name means, as the schema says it: name -> meaning, for the names that occur."""
    maps = [item["facts"] for item in (*nodes, *edges)] + [row for edge in edges for row in edge["evidence"]]
    used = {name for facts in maps for name in facts}
    props = [p for node in NODES.values() for p in node.props] + [p for edge in EDGES.values() for p in edge.props]
    return {prop.name: translated(prop.about) for prop in reversed(props) if prop.name in used}


def _facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: plain(value) for name, value in facts.items()} if facts else {}


def _parts(mark: Mark) -> dict[str, object]:
    """What is said of a mark that stands for several, or that came out of such a one."""
    return ({"holds": mark.holds} if mark.holds > 1 else {}) | ({"part": mark.part} if mark.part else {})


def _group(group: Group) -> dict[str, object]:
    return {
        "id": group.id, "title": group.title, "shape": group.shape, "color": group.color,
        "count": group.count, "about": group.about, "faint": group.faint,
    }  # fmt: skip


def _host(mark: Mark) -> str:
    if mark.kind not in {"Repository", "Developer"}:
        return ""
    return addresses.code_host(mark.name, str(mark.facts.get("platform") or mark.id.partition(":")[0]))
