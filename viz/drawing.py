"""A picture before it is a page: marks with place, size, colour and shape, lines, and the legend's groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import sqrt

from graph.model import Coverage, Edge, Network, Node
from graph.node_kinds import COUNTRY, DEVELOPER, DOMAIN, ORGANIZATION, REPOSITORY
from viz import addresses
from viz.language import country, told

Place = tuple[float, float]
SMALLEST, LARGEST = 5.0, 30.0
LARGEST_OF = {DEVELOPER.label: 24.0}
"""Kinds whose largest mark is smaller, as there are many of them beside the kind that the picture is about."""
PLAIN_SIZE = {REPOSITORY.label: 13.0, ORGANIZATION.label: 11.0, DOMAIN.label: 14.0}
THINNEST, THICKEST = 0.8, 7.0
LONGEST_LABEL = 42
UNKNOWN = "unknown:"
"""How the key of a node begins that stands for what is not known, such as the employers of some developers."""
PART = "part:"
"""How the key of a node begins that stands for several (`viz.aggregate`), whose facts say for how many and which."""
HOLDS, LARGEST_MEMBERS = "nodes", "largest"


@dataclass(frozen=True, slots=True)
class Group:
    """An entry of the legend: marks that look alike, how many they are, and what they are."""

    id: str
    title: str
    shape: str
    color: str
    count: int = 0
    about: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn node. `radius` is in pixels at scale 1, its square by `measure`; `rank` 0 has the first label.

    It may stand for several (`holds`), or have come out of the opened `part`.
    """

    id: str
    kind: str
    title: str
    label: str
    group: str
    radius: float
    x: float
    y: float
    rank: int
    measure: float | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    holds: int = 1
    part: str = ""

    @property
    def name(self) -> str:
        """What its page is found by: owner/name of a repository, whose title may be its project's; else the title."""
        name = self.facts.get("name")
        return name if self.kind == REPOSITORY.label and isinstance(name, str) and "/" in name else self.title

    @property
    def page(self) -> str:
        """The address of its page, or ""; what is not known and what stands for several has none."""
        return "" if self.id.startswith((UNKNOWN, PART)) else addresses.page_of(self.kind, self.name, self.id)


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn edge. `width` is in pixels, proportional to the square root of `weight`."""

    id: str
    source: str
    target: str
    type: str
    width: float
    weight: float
    facts: Mapping[str, object]
    evidence: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that a network page draws, what its sizes and widths mean, and what it rests on and leaves out."""

    view: str
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    size_means: str = ""
    weight_means: str = ""
    coverage: Coverage = field(default_factory=Coverage)
    cut: bool = False
    left_out: int = 0

    @property
    def holds(self) -> int:
        """How many nodes the marks stand for."""
        return sum(mark.holds for mark in self.marks)

    @property
    def own_scales(self) -> bool:
        """Whether several kinds are measured, so that sizes compare within a kind and not across kinds."""
        return len({mark.kind for mark in self.marks if mark.measure is not None}) > 1


def compose(
    view: str,
    network: Network,
    groups: Mapping[str, Group],
    places: Mapping[str, Place],
    *,
    first: tuple[str, ...] = (),
) -> Drawing:
    """The drawing of `network` with each node's group and place, by key. The nodes of `first` are labelled first."""
    network = replace(network, nodes=tuple(map(_spoken, network.nodes)))
    radius, ranks, labels = radii(network), ranking(network, first), short_labels(network)
    marks = tuple(
        Mark(
            node.key, node.label, node.title, labels[node.key], groups[node.key].id, round(radius[node.key], 2),
            *places[node.key], ranks[node.key], node.size, node.facts, holds(node),
        )
        for node in network.nodes
    )  # fmt: skip
    used: Counter[str] = Counter()
    for mark in marks:
        used[mark.group] += mark.holds
    legend = {group.id: replace(group, count=used[group.id]) for group in groups.values()}
    return Drawing(
        view, marks, lines(network), tuple(legend.values()), network.size_means, network.weight_means,
        network.coverage, network.cut, network.left_out,
    )  # fmt: skip


def _spoken(node: Node) -> Node:
    """A node whose title is no name, or a country's, with its title in the language of the page."""
    if node.key.startswith(UNKNOWN):
        return replace(node, title=told(node.title))
    return replace(node, title=country(node.title)) if node.label == COUNTRY.label else node


def holds(node: Node) -> int:
    """For how many nodes a node stands: one, but where it is a part."""
    count = node.facts.get(HOLDS)
    return count if node.key.startswith(PART) and isinstance(count, int) else 1


def radii(network: Network) -> dict[str, float]:
    """Each node's radius in pixels: area proportional to its size within its kind, and plain where it has none.

    Kinds measure different things (developers, contributions), so the largest of each kind is drawn large.
    """
    largest: dict[str, float] = {}
    for node in network.nodes:
        largest[node.label] = max(largest.get(node.label, 0.0), node.size or 0.0)
    return {node.key: _radius(node, largest[node.label]) for node in network.nodes}


def _radius(node: Node, largest: float) -> float:
    if node.size is None or largest <= 0:
        return PLAIN_SIZE.get(node.label, 7.0)
    full = LARGEST_OF.get(node.label, LARGEST)
    return max(SMALLEST, full * sqrt(max(node.size, 0.0) / largest))


def ranking(network: Network, first: tuple[str, ...] = ()) -> dict[str, int]:
    """Each node's place in the order of labels: those of `first`, then as large as drawn, then by number of edges."""
    radius = radii(network)
    ends = Counter(key for edge in network.edges for key in (edge.source, edge.target))
    ahead = {key: place for place, key in enumerate(first)}

    def order(node: Node) -> tuple[float, float, int, str]:
        return ahead.get(node.key, len(ahead)), -radius[node.key], -ends[node.key], node.key

    return {node.key: rank for rank, node in enumerate(sorted(network.nodes, key=order))}


def lines(network: Network) -> tuple[Line, ...]:
    """The edges whose two ends are in the network, one line each.

    Types measure different things (developers, contributions), so the heaviest of each type is drawn thick.
    """
    known = {node.key for node in network.nodes}
    drawn = [edge for edge in network.edges if edge.source in known and edge.target in known]
    heaviest: dict[str, float] = {}
    for edge in drawn:
        heaviest[edge.type] = max(heaviest.get(edge.type, 0.0), edge.weight)
    seen: Counter[str] = Counter()
    return tuple(_line(edge, heaviest[edge.type], seen) for edge in drawn)


def _line(edge: Edge, heaviest: float, seen: Counter[str]) -> Line:
    share = sqrt(max(edge.weight, 0.0) / heaviest) if heaviest > 0 else 0.0
    width = round(max(THINNEST, THICKEST * share), 2)
    name = f"{edge.source}~{edge.target}~{edge.type}"
    seen[name] += 1
    number = f"~{seen[name]}" if seen[name] > 1 else ""
    return Line(
        name + number, edge.source, edge.target, edge.type, width, edge.weight, edge.facts, tuple(edge.evidence)
    )


def short_labels(network: Network) -> dict[str, str]:
    """What stands beside each mark, by key: a repository's name without its owner where no other has that name."""
    names = {
        node.key: node.title if node.key.startswith(PART) else node.title.rpartition("/")[2] or node.title
        for node in network.nodes
    }
    seen = Counter(name.casefold() for name in names.values())
    return {
        node.key: shorten(names[node.key] if seen[names[node.key].casefold()] == 1 else node.title)
        for node in network.nodes
    }


def shorten(text: str) -> str:
    """`text` on one line, at most 42 characters long: what fits beside a mark."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…"
