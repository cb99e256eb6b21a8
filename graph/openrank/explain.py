"""Why this score: the parts of a node's value in a month, which add up to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.errors import NotFoundError
from graph.openrank.networks import Network
from graph.openrank.solver import Floats


@dataclass(frozen=True, slots=True)
class Received:
    """What a node got from a neighbour: its kind, key and value, the share that it gave (0..1), and what arrived."""

    kind: str
    key: str
    value: float
    share: float
    amount: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of a published value, all in its unit.

    new: kept of what the month added to the own value; inherited: kept of what the months before left
    received: from each neighbour, the most first; background: from all nodes alike, through the background
    remainder: what rounds left undone; 0 at the fixed point, not so with `freeze`
    """

    kind: str
    key: str
    value: float
    new: float
    inherited: float
    received: tuple[Received, ...]
    background: float
    remainder: float

    @property
    def total(self) -> float:
        """The sum of the parts: the value, but for rounding."""
        return self.new + self.inherited + sum(part.amount for part in self.received) + self.background + self.remainder


def explain(network: Network, values: Floats, kind: str, key: str) -> Explanation:
    """The parts of the published value of a node, from its month's network and solved values (n,).

    Cost: O(n) to find the node, then that of its neighbours. NotFoundError where it was not active in the month.
    """
    node = network.number_of(kind, key)
    if node is None:
        raise NotFoundError(f"{kind} {key} was not active in the month, so its value is only what it had, decayed")
    graph = network.graph
    row = slice(int(graph.starts[node]), int(graph.starts[node + 1]))
    keeps = float(graph.retention[node])
    amounts = (1.0 - keeps) * graph.shares[row] * values[graph.givers[row]]
    order = np.argsort(-amounts, kind="stable")
    hub = network.named if network.has_background else -1
    received, background = [], network.surplus(values)
    for at in order.tolist():
        giver = int(graph.givers[row][at])
        if giver == hub:
            background += float(amounts[at])
        else:
            share, amount = float(graph.shares[row][at]), float(amounts[at])
            received.append(Received(*network.name_of(giver), float(values[giver]), share, amount))
    new, inherited = keeps * float(network.new[node]), keeps * float(network.inherited[node])
    remainder = float(values[node]) - new - inherited - float(amounts.sum())
    value = float(values[node]) + network.surplus(values)
    return Explanation(kind, key, value, new, inherited, tuple(received), background, remainder)
