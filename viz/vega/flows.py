"""Flows between two columns: where each column's blocks stand, and the ribbons between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

GAP = 0.018
STEPS = 24


@dataclass(frozen=True, slots=True)
class Flow:
    """So many from one to another, and what a pointer over the ribbon reads."""

    source: str
    target: str
    amount: float
    tip: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a column (0 the first, 1 the second) from `y` down to `y2`, both 0..1, with its amount."""

    name: str
    column: int
    y: float
    y2: float
    amount: float


def blocks(flows: Sequence[Flow]) -> list[Block]:
    """The blocks of both columns, the largest above, all on one scale."""
    sides = [_amounts(flows, column) for column in (0, 1)]
    longest = max((len(side) for side in sides), default=0)
    gap = min(GAP, 0.4 / max(longest, 1))
    total = sum(flow.amount for flow in flows) or 1.0
    unit = (1 - gap * max(longest - 1, 0)) / total
    return [block for column, side in enumerate(sides) for block in _column(side, column, unit, gap)]


def _amounts(flows: Sequence[Flow], column: int) -> dict[str, float]:
    found: dict[str, float] = {}
    for flow in flows:
        name = flow.target if column else flow.source
        found[name] = found.get(name, 0.0) + flow.amount
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _column(side: Mapping[str, float], column: int, unit: float, gap: float) -> list[Block]:
    height = unit * sum(side.values()) + gap * max(len(side) - 1, 0)
    at, found = (1 - height) / 2, []
    for name, amount in side.items():
        found.append(Block(name, column, at, at + unit * amount, amount))
        at += unit * amount + gap
    return found


def ribbons(flows: Sequence[Flow], placed: Sequence[Block]) -> list[dict[str, object]]:
    """Points along each flow, `x` 0..1, upper and lower edge; a flow's points share its number `flow`."""
    where = {(block.column, block.name): block for block in placed}
    unit = max((block.y2 - block.y) / block.amount for block in placed) if placed else 0.0
    left, right = _starts(flows, where, 0, unit), _starts(flows, where, 1, unit)
    return [
        {"flow": at, "x": step / STEPS, "y": _curve(left[at], right[at], step), "source": flow.source, **flow.tip,
         "y2": _curve(left[at], right[at], step) + unit * flow.amount}
        for at, flow in enumerate(flows) for step in range(STEPS + 1)
    ]  # fmt: skip


def _starts(
    flows: Sequence[Flow], where: Mapping[tuple[int, str], Block], column: int, unit: float
) -> dict[int, float]:
    """The upper end of each flow at that column: within a block in the order of the other ends, so that few cross."""
    order = sorted(range(len(flows)), key=lambda at: where[1 - column, _end(flows[at], 1 - column)].y)
    used: dict[str, float] = {}
    found = {}
    for at in order:
        name = _end(flows[at], column)
        found[at] = where[column, name].y + used.get(name, 0.0)
        used[name] = used.get(name, 0.0) + unit * flows[at].amount
    return found


def _end(flow: Flow, column: int) -> str:
    return flow.target if column else flow.source


def _curve(start: float, end: float, step: int) -> float:
    share = step / STEPS
    return start + (end - start) * share * share * (3 - 2 * share)
