"""Colours, shapes and words of the legend, out of the schema."""

from __future__ import annotations

from collections import Counter, defaultdict

from graph.model import Network, Node
from graph.schema import NODES
from viz.drawing import Group

COMMUNITY_COLORS = (
    "#4477AA", "#EE7733", "#228833", "#AA3377", "#66CCEE", "#CCBB44",
    "#EE6677", "#009988", "#9970AB", "#997700", "#88A0DC", "#DDAA99",
)  # fmt: skip
"""Twelve colours (after Paul Tol) that colour-blind readers can tell apart; further communities are grey."""
RAMP = ("#3F6FC4", "#7B62C4", "#B2559F", "#D0585F", "#DD7A1F")
"""From few to many: five steps of about the same lightness, so that all are seen on light and dark paper."""
CHANGES = {"appeared": "#009E73", "left": "#D55E00", "stayed": "#8A8F98"}
"""What changed between two periods. What left is drawn as an outline too, so that colour does not say it alone."""
GREY = "#8A8F98"
UNKNOWN_SHAPE = "dot"


def kind_group(label: str) -> Group:
    """The legend's entry of a kind of node, as the schema draws it."""
    kind = NODES.get(label)
    if kind is None:
        return Group(label, label, UNKNOWN_SHAPE, GREY)
    return Group(label, kind.plural, kind.shape, kind.color, about=kind.about)


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
    sizes = Counter({community: len(nodes) for community, nodes in members.items() if community is not None})
    ordered = sorted(sizes, key=lambda c: (-sizes[c], c if c is not None else -1))
    groups: dict[int | None, Group] = {c: _community(place, members[c]) for place, c in enumerate(ordered)}
    groups[None] = Group("c-none", "in no community", _shape(members[None]), GREY)
    return {node.key: groups[community] for community in [*ordered, None] for node in members[community]}


def _community(place: int, nodes: list[Node]) -> Group:
    leader = min(nodes, key=lambda n: (-_weight(n), n.title))
    color = COMMUNITY_COLORS[place] if place < len(COMMUNITY_COLORS) and len(nodes) > 1 else GREY
    title = f"around {leader.title.rpartition('/')[2] or leader.title}" if len(nodes) > 1 else leader.title
    return Group(f"c{place}", title, _shape(nodes), color, about="A community: more ties inside than out (Leiden).")


def _weight(node: Node) -> float:
    # By PageRank where it is known, as the query `domain-clusters` orders them, so that both call a cluster alike.
    found = node.facts.get("pagerank")
    return found if isinstance(found, float) else node.size or 0.0


def _shape(nodes: list[Node]) -> str:
    return kind_group(nodes[0].label).shape if nodes else UNKNOWN_SHAPE
