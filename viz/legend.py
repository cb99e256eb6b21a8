"""Colours, shapes and words of the legend, out of the schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.model import Network, Node
from graph.schema import NODES
from viz.drawing import LARGEST_MEMBERS, PART, Group, holds
from viz.language import named, say, translated
from viz.prose import uncoded

COMMUNITY_COLORS = (
    "#3A658D", "#DE780E", "#0895FF", "#A14702", "#0B8E7B", "#932ED6",
    "#E7285F", "#B553C0", "#2A52EF", "#B81F6C", "#6E709C", "#B37AB0",
)  # fmt: skip
"""Twelve colours, each as far as can be from those before it for colour-blind readers too; further ones are grey.

All of them stand out on light and on dark paper (WCAG 2, 1.4.11). They tell the first six or eight apart safely. Of
twelve no palette does, so names and shapes say it as well.
"""
RAMP = ("#5848DF", "#7668B3", "#9A728E", "#C07661", "#E67318")
"""From few to many: five steps from dark blue to light orange, whose order colour-blind readers see too."""
CHANGES = {"appeared": "#0072B2", "left": "#D55E00", "stayed": "#8A8F98"}
"""What changed between two periods. What left is drawn as an outline too, so that colour does not say it alone."""
GREY = "#8A8F98"
UNKNOWN_SHAPE = "dot"


def kind_group(label: str) -> Group:
    """The legend's entry of a kind of node, as the schema draws it."""
    kind = NODES.get(label)
    if kind is None:
        return Group(label, label, UNKNOWN_SHAPE, GREY)
    return Group(label, named(kind.plural), kind.shape, kind.color, about=uncoded(translated(kind.about)))


def coloured(counts: Mapping[str, int], colors: Mapping[str, str], shape: str) -> tuple[Group, ...]:
    """The legend of marks of one shape, coloured by group in the order of `colors`; empty groups are left out."""
    return tuple(
        Group(name, translated(name), shape, color, counts[name]) for name, color in colors.items() if counts.get(name)
    )


def by_kind(network: Network) -> dict[str, Group]:
    """Each node's group where colours mean kinds, by key, the kinds in the schema's order."""
    order = list(NODES)
    nodes = sorted(network.nodes, key=lambda n: order.index(n.label) if n.label in order else len(order))
    return {node.key: kind_group(node.label) for node in nodes}


def by_community(network: Network) -> dict[str, Group]:
    """Each node's group where colours mean communities, largest first; named after their weightiest member."""
    members: dict[int | None, list[Node]] = defaultdict(list)
    for node in network.nodes:
        members[node.community].append(node)
    sizes = {c: sum(map(holds, nodes)) for c, nodes in members.items() if c is not None}
    ordered = sorted(sizes, key=lambda c: (-sizes[c], c if c is not None else -1))
    groups: dict[int | None, Group] = {c: _community(place, members[c]) for place, c in enumerate(ordered)}
    groups[None] = Group("c-none", say("legend.noCommunity"), _shape(members[None]), GREY)
    return {node.key: groups[community] for community in [*ordered, None] for node in members[community]}


def _community(place: int, nodes: list[Node]) -> Group:
    leader = min(nodes, key=lambda n: (n.key.startswith(PART), -_weight(n), n.title))
    several = len(nodes) > 1 or holds(leader) > 1
    color = COMMUNITY_COLORS[place] if place < len(COMMUNITY_COLORS) and several else GREY
    name = _named(leader)
    title = say("legend.around", leader=name.rpartition("/")[2] or name) if several else name
    return Group(f"c{place}", title, _shape(nodes), color, about=say("legend.community"))


def _named(node: Node) -> str:
    """A node's title; of one that stands for several that of the largest."""
    largest = node.facts.get(LARGEST_MEMBERS)
    return str(largest[0]) if node.key.startswith(PART) and isinstance(largest, list) and largest else node.title


def _weight(node: Node) -> float:
    # By PageRank where it is known, as the query `domain-clusters` orders them, so that both call a cluster alike.
    found = node.facts.get("pagerank")
    return found if isinstance(found, float) else node.size or 0.0


def _shape(nodes: list[Node]) -> str:
    return kind_group(nodes[0].label).shape if nodes else UNKNOWN_SHAPE
