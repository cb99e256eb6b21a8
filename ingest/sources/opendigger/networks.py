"""OpenDigger's networks of developers and of repositories as weighted ties between two nodes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from graph import edge_kinds as edges
from graph.model import NodeRecord
from ingest import records
from ingest.nodes import Nodes
from ingest.source import Dataset, Item
from ingest.sources.opendigger.metrics import METRICS
from ingest.sources.opendigger.places import Place, shown
from ingest.sources.opendigger.platforms import login, repository
from ingest.sources.opendigger.series import NUMBER, finite
from ingest.sources.opendigger.store import Kept
from ingest.sources.opendigger.subject import SOURCE, Subject

DEVELOPERS = "developer_network"
ENDS = ("first", "second")
EDGE = "two names and a weight"
PERIOD = "the months that it stands for: say them with --period, such as 2025-02..2025-04"
GAP = "the network holds the thirty nearest alone"


def network_datasets(subject: Subject) -> Iterator[Dataset]:
    """The networks that are kept of `subject`, one data set each; earlier months of one stay beside it."""
    for name, metric in METRICS.items():
        kept = subject.store.read(subject.asked, name) if metric.shape == "network" else None
        if kept is None or kept.absent:
            continue
        first, _, last = kept.period.partition("..")
        months = (first, last or first) if first else None
        origin = subject.origin(f"{name} {kept.period}".strip(), "reference", [(name, kept)], months, [GAP])
        yield Dataset(origin, partial(_items, subject, name), replaces=True)


def _items(subject: Subject, name: str) -> Iterator[Item]:
    kept = subject.store.read(subject.asked, name) or Kept("", broken="nothing")
    file, content = subject.file(name), kept.content
    rows = content.get("edges") if isinstance(content, dict) else None
    if kept.broken or not isinstance(rows, list):
        found = kept.broken or (rows if isinstance(content, dict) else content)
        yield Place(file, 1).bad("edges", found, "a list of edges, as OpenDigger writes it")
        return
    made = Nodes(subject.identities)
    if not kept.period:
        yield Place(file, 1).bad("period", None, PERIOD)
        return
    for line, row in enumerate(sorted(rows, key=_order), start=1):
        yield _tie(subject, made, name, kept.period, row, Place(file, line))


def _order(row: object) -> str:
    return json.dumps(row, sort_keys=True)


def _tie(subject: Subject, made: Nodes, name: str, period: str, row: object, place: Place) -> Item:
    if not isinstance(row, list) or len(row) != len(ENDS) + 1:
        return place.bad("edges", row, EDGE)
    if not finite(row[-1]) or row[-1] < 0:
        return place.bad("edges.weight", row[-1], NUMBER)
    try:
        ends = [_node(subject, made, name, one, place) for one in row[: len(ENDS)]]
    except ValueError as error:
        return place.bad("edges", " and ".join(map(shown, row[: len(ENDS)])), str(error))
    start, end = sorted(ends, key=lambda node: node.ref.key)
    if start.ref.key == end.ref.key:
        return place.bad("edges", row[0], "two different names")
    weight = float(row[-1])
    return records.link(edges.RELATED_TO, start, end, SOURCE, place.where, period=period, weight=weight)


def _node(subject: Subject, made: Nodes, name: str, told: object, place: Place) -> NodeRecord:
    platform = subject.asked.platform
    if name == DEVELOPERS:
        return made.developer(login(told), place.where, platform=platform)
    return made.repository(repository(told, platform), place.where, platform=platform)
