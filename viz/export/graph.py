"""A drawing as a graph of networkx: what the formats of Gephi and its like are written from."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.edge_kinds import COLLABORATES_WITH, SHARES_DEVELOPERS
from viz.export.rows import apart
from viz.export.text import storable

if TYPE_CHECKING:
    import networkx as nx

    from viz.drawing import Drawing, Line, Mark

BOTH_WAYS = {SHARES_DEVELOPERS.type, COLLABORATES_WITH.type}
"""Edges that have no direction."""
OURS = {
    "id", "label", "title", "kind", "group", "size", "x", "y", "viz", "source", "target", "type", "tie", "weight",
    "evidence", "start", "end", "pid", "parents", "spells", "slices", "key", "networkx_key",
}  # fmt: skip
"""Names with a meaning in the formats: a fact called so gets another."""
Plain = str | int | float | bool
LARGEST = 2**63


def graph(drawing: Drawing) -> nx.MultiGraph[str] | nx.MultiDiGraph[str]:
    """The nodes and edges of `drawing` with plain values; ids are the keys, unknown is left out."""
    import networkx as nx  # noqa: PLC0415  slow to import

    directed = any(line.type not in BOTH_WAYS for line in drawing.lines)
    made: nx.MultiGraph[str] | nx.MultiDiGraph[str] = nx.MultiDiGraph() if directed else nx.MultiGraph()
    made.graph["name"] = drawing.view
    ids, groups = _ids(mark.id for mark in drawing.marks), {group.id: group.title for group in drawing.groups}
    nodes = _agreed([_node(mark, groups[mark.group]) for mark in drawing.marks])
    made.add_nodes_from(zip((ids[mark.id] for mark in drawing.marks), nodes, strict=True))
    edges = _agreed([_edge(line, number) for number, line in enumerate(drawing.lines)])
    for number, (line, attributes) in enumerate(zip(drawing.lines, edges, strict=True)):
        made.add_edge(ids[line.source], ids[line.target], key=number, **attributes)
    return made


def _ids(keys: Iterable[str]) -> dict[str, str]:
    """An id for each key; two that differ only in characters that XML lacks are numbered."""
    ids: dict[str, str] = {}
    seen: dict[str, int] = {}
    for key in keys:
        clean = storable(key)
        seen[clean] = seen.get(clean, 0) + 1
        ids[key] = clean if seen[clean] == 1 else f"{clean}#{seen[clean]}"
    return ids


def _node(mark: Mark, group: str) -> dict[str, Plain]:
    ours: dict[str, object] = {
        "label": mark.title, "kind": mark.kind, "group": group, "size": mark.measure, "x": mark.x, "y": mark.y,
    }  # fmt: skip
    return _plain(ours) | facts(mark.facts)


def _edge(line: Line, number: int) -> dict[str, Plain]:
    evidence = (
        json.dumps([dict(row) for row in line.evidence], ensure_ascii=False, default=str) if line.evidence else None
    )
    ours: dict[str, object] = {"id": str(number), "weight": float(line.weight), "tie": line.type, "evidence": evidence}
    return _plain(ours) | facts(line.facts)


def facts(given: Mapping[str, object]) -> dict[str, Plain]:
    """The facts that are known, as plain values under names that mean nothing else."""
    return _plain({apart(storable(name), OURS): value for name, value in given.items()})


def _agreed(rows: Sequence[dict[str, Plain]]) -> list[dict[str, Plain]]:
    """`rows` with one type for each name, for the formats declare it once: a number, or text where one value is."""
    types: dict[str, set[type]] = defaultdict(set)
    for row in rows:
        for name, value in row.items():
            types[name].add(type(value))
    mixed = {name: float if found == {int, float} else str for name, found in types.items() if len(found) > 1}
    return [{name: mixed.get(name, type(value))(value) for name, value in row.items()} for row in rows]


def _plain(values: Mapping[str, object]) -> dict[str, Plain]:
    found = {name: _value(value) for name, value in values.items()}
    return {name: value for name, value in found.items() if value is not None}


def _value(value: object) -> Plain | None:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < LARGEST else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str):
        return storable(value)
    return storable(json.dumps(value, ensure_ascii=False, default=str)) if value else None
