"""A month's graph with own values, and what its numbers stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from graph.openrank.solver import Floats, Graph, Ints, shares_of

Values: TypeAlias = Mapping[str, Mapping[str, float]]
"""Values by kind of node (Developer, Repository, Item) and key."""

DEVELOPER, REPOSITORY, ITEM = "Developer", "Repository", "Item"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of the month the rules of the preset left out.

    bots: pairs of machines; alone: pairs of counts that do not stand alone; wide: developers in too many repositories
    """

    bots: int = 0
    alone: int = 0
    wide: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """What the solver is given, and what its numbers stand for.

    nodes: keys by kind, in the order of the node numbers; a background node, where there is one, comes after them
    new, inherited: (n,) the two parts of the own value; activity: (n,) the month's total, 0 for the background
    """

    graph: Graph
    nodes: Mapping[str, tuple[str, ...]]
    new: Floats
    inherited: Floats
    activity: Floats
    has_background: bool
    left_out: LeftOut

    @property
    def own(self) -> Floats:
        """The own values, (n,)."""
        return self.new + self.inherited

    @property
    def named(self) -> int:
        """The number of nodes without the background."""
        return self.graph.size - self.has_background

    def surplus(self, values: Floats) -> float:
        """What the background hands to each node on publication: its value in equal parts."""
        return float(values[-1]) / self.named if self.has_background and self.named else 0.0

    def published(self, values: Floats) -> dict[str, dict[str, float]]:
        """The values (n,) of a solve as they are published, by kind and key."""
        shown = (values + self.surplus(values)).tolist()
        found, at = {}, 0
        for kind, keys in self.nodes.items():
            found[kind] = dict(zip(keys, shown[at : at + len(keys)], strict=True))
            at += len(keys)
        return found

    def name_of(self, number: int) -> tuple[str, str]:
        """Kind and key of a node's number."""
        for kind, keys in self.nodes.items():
            if number < len(keys):
                return kind, keys[number]
            number -= len(keys)
        return "Background", ""

    def number_of(self, kind: str, key: str) -> int | None:
        """The number of a node; None where it was not active in the month."""
        at = 0
        for other, keys in self.nodes.items():
            if other == kind:
                return at + keys.index(key) if key in keys else None
            at += len(keys)
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Tied:
    """Pairs of nodes with the weight of each pair, (p,); `named` nodes in all."""

    left: Ints
    right: Ints
    weight: Floats
    named: int

    def activity(self) -> Floats:
        """The total of each node, (named,)."""
        ends, weights = np.concatenate([self.left, self.right]), np.concatenate([self.weight, self.weight])
        return np.bincount(ends, weights, self.named).astype(np.float64)

    def edges(self, passed_on: float) -> tuple[Ints, Ints, Floats]:
        """Givers, takers and shares, both ways.

        Where not all is passed on, a node more, numbered `named`, takes the rest and gives to all alike.
        """
        givers, takers = np.concatenate([self.left, self.right]), np.concatenate([self.right, self.left])
        shares = shares_of(givers, np.concatenate([self.weight, self.weight]), self.named, passed_on)
        if passed_on >= 1:
            return givers, takers, shares
        each = np.arange(self.named, dtype=np.int32)
        hub = np.full(self.named, self.named, np.int32)
        to_hub, from_hub = np.full(self.named, 1 - passed_on), np.full(self.named, 1 / max(self.named, 1))
        return (
            np.concatenate([givers, each, hub]),
            np.concatenate([takers, hub, each]),
            np.concatenate([shares, to_hub, from_hub]),
        )


def present(keys: Sequence[str], numbers: Ints) -> tuple[tuple[str, ...], Ints]:
    """The keys that are left, and the numbers of each pair among them."""
    left, renumbered = np.unique(numbers, return_inverse=True)
    return tuple(keys[at] for at in left.tolist()), renumbered.astype(np.int32)


def past_of(keys: Sequence[str], before: Mapping[str, float]) -> Floats:
    """The value that each key had, NaN where it had none."""
    return np.array([before.get(key, np.nan) for key in keys], np.float64)


def padded(values: Floats, size: int) -> Floats:
    """The values with zeros behind, up to `size`."""
    return np.concatenate([values, np.zeros(size - len(values))])
