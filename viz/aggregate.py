"""Networks too large to be seen at once: their communities or domains are one node each, until they are opened."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.edge_kinds import COLLABORATES_WITH, SHARES_DEVELOPERS
from graph.errors import BadInputError
from graph.model import Edge, Network, Node
from viz.drawing import HOLDS, LARGEST_MEMBERS, PART, ranking
from viz.language import say, translated
from viz.legend import kind_group

MOST = 5_000
"""So many nodes are drawn one by one: the target is that they come in two seconds (docs/decisions/0024)."""
FEW = 100
"""Kinds of which there are so few stay as they are."""
MOST_PARTS = 1_000
AT_ONCE = 1_000
"""So many members of a part that is opened, the largest; the others are a part again."""
NAMED = 5
MORE = "~"
"""How the key of what is left of an opened part ends."""
EVERYTHING, PARTS = "all", "parts"
OPTIONS = {
    "show": f"`{EVERYTHING}` draws every node of a network of more than {MOST:,}, whose communities or domains are "
    "drawn as one node each otherwise",
    "open": "ids of such nodes, with commas between: their members are drawn in their place",
}
"""What an address may ask of the picture of a network, beside the parameters of its query."""
BOTH_WAYS = {SHARES_DEVELOPERS.type, COLLABORATES_WITH.type}


@dataclass(frozen=True, slots=True)
class Show:
    """How much of a large network is drawn: `everything`, or parts, of which some are `opened`."""

    everything: bool = False
    opened: tuple[str, ...] = ()


def asked(given: Mapping[str, object]) -> tuple[dict[str, object], Show]:
    """The values for the query, and what was asked of the picture; BadInputError where there is no such choice."""
    show = str(given.get("show") or PARTS)
    if show not in {EVERYTHING, PARTS}:
        raise BadInputError(f"show is {show!r}: expected {EVERYTHING} or {PARTS}")
    opened = tuple(sorted({name for name in str(given.get("open") or "").split(",") if name}))
    rest = {name: value for name, value in given.items() if name not in OPTIONS}
    return rest, Show(show == EVERYTHING, opened)


def seen(network: Network, show: Show, centre: str = "") -> Network:
    """`network` as it is drawn: all of it where it is small enough or was asked for, else parts for most of its nodes.

    Nothing is left out: each part says how many nodes it stands for, and its edges are the sums of theirs.
    """
    if show.everything or len(network.nodes) <= MOST:
        return network
    ranks = ranking(network)
    part: dict[str, str] = {}
    for name, members in parts(network, centre).items():
        part |= _closed(name, sorted(members, key=ranks.__getitem__), show.opened)
    return folded(network, part)


def parts(network: Network, centre: str = "") -> dict[str, list[str]]:
    """The keys of the members of each part, by the part's key; single nodes and kinds of few nodes are in none."""
    many = {label for label, count in Counter(node.label for node in network.nodes).items() if count > FEW}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node in network.nodes:
        if node.label in many and node.key != centre:
            found[_part(node)].append(node.key)
    large = sorted(found, key=lambda name: (-len(found[name]), name))
    kept = {name: found[name] for name in large[:MOST_PARTS]}
    rest = [key for name in large[MOST_PARTS:] for key in found[name]]
    return {name: keys for name, keys in (kept | {f"{PART}others": rest}).items() if len(keys) > 1}


def _part(node: Node) -> str:
    """The part that a node belongs to: its community, else its domain, else its kind."""
    domain = node.facts.get("domain")
    place = f"c{node.community}" if node.community is not None else domain if isinstance(domain, str) else ""
    return f"{PART}{node.label.lower()}:{place.replace(',', ';')}"


def _closed(name: str, ranked: Sequence[str], opened: Sequence[str]) -> dict[str, str]:
    """The part of each member, the most important first; those that an opened part draws by themselves have none."""
    while name in opened:
        name, ranked = name + MORE, ranked[AT_ONCE:]
    return dict.fromkeys(ranked, name) if len(ranked) > 1 else {}


def folded(network: Network, part: Mapping[str, str]) -> Network:
    """`network` with one node for the members of each part, sized by their sum, and edges summed with their number."""
    members: defaultdict[str, list[Node]] = defaultdict(list)
    for node in network.nodes:
        if node.key in part:
            members[part[node.key]].append(node)
    edges, inside = _folded_edges(network, part)
    made = tuple(_node(name, nodes, inside[name]) for name, nodes in members.items())
    return replace(
        network,
        nodes=(*(node for node in network.nodes if node.key not in part), *made),
        edges=edges,
        size_means=network.size_means and say("groups.sizes", means=translated(network.size_means)),
        weight_means=network.weight_means and say("groups.widths", means=translated(network.weight_means)),
    )


def _folded_edges(network: Network, part: Mapping[str, str]) -> tuple[tuple[Edge, ...], Counter[str]]:
    """The edges between what is drawn, and how many are inside of each part."""
    inside: Counter[str] = Counter()
    plain: list[Edge] = []
    sums: dict[tuple[str, str, str], tuple[float, int]] = {}
    for edge in network.edges:
        ends = part.get(edge.source, edge.source), part.get(edge.target, edge.target)
        if ends == (edge.source, edge.target):
            plain.append(edge)
        elif ends[0] == ends[1]:
            inside[ends[0]] += 1
        else:
            one, other = sorted(ends) if edge.type in BOTH_WAYS else ends
            name = one, other, edge.type
            weight, count = sums.get(name, (0.0, 0))
            sums[name] = weight + edge.weight, count + 1
    summed = [Edge(*name, weight, {"edges": count}) for name, (weight, count) in sums.items()]
    return (*plain, *summed), inside


def _node(name: str, members: Sequence[Node], inside: int) -> Node:
    """The node that stands for `members`."""
    known = [node.size for node in members if node.size is not None]
    first = sorted(members, key=lambda node: (-(node.size or 0.0), node.title))[:NAMED]
    label = members[0].label
    titles = [node.title for node in first]
    facts = {HOLDS: len(members), "edges_inside": inside, LARGEST_MEMBERS: titles}
    communities = {node.community for node in members}
    community = communities.pop() if len(communities) == 1 else None
    leader = titles[0].rpartition("/")[2] or titles[0]
    title = _title(name, leader if community is not None else "", n=len(members), kind=kind_group(label).title)
    return Node(name, label, title, sum(known) if known else None, community, facts)


def _title(name: str, leader: str, *, n: int, kind: str) -> str:
    """How many of what a part stands for, and where they belong."""
    _, of_a_kind, place = name.removeprefix(PART).rstrip(MORE).partition(":")
    where = "around" if leader else "of" if place else "apart" if of_a_kind else "small"
    more = f"{where}More" if name.endswith(MORE) else where
    return say(f"groups.{more}", n=n, kind=kind, leader=leader, place=place)
