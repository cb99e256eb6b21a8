"""What the rows of a table told so far: which repository in which months, and which values, to find contradictions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph import edge_kinds as edges
from graph import node_kinds as nodes
from graph.errors import BadRowError
from graph.model import EdgeRecord, NodeRecord, Record
from ingest.records import ACTIVITIES
from ingest.sources.tables.row import Row

REMEMBERED = 1_000_000
_COUNTED = (edges.CONTRIBUTED_TO.type, edges.MEASURED.type)


@dataclass(slots=True)
class Told:
    """What is told of one repository: its node, the months from first to last, the kinds of activity."""

    what: NodeRecord
    months: tuple[str, str]
    activities: set[str]

    def add(self, first: str, last: str, activities: Iterable[str]) -> None:
        """Widen by one more contribution."""
        self.months = (min(first, self.months[0]), max(last, self.months[1]))
        self.activities.update(activities)


@dataclass(slots=True)
class Seen:
    """Collects what was told: one entry per repository, and two numbers for each of the latest values."""

    told: dict[str, Told] = field(default_factory=dict)
    covered: set[str] = field(default_factory=set)
    repositories: dict[str, NodeRecord] = field(default_factory=dict)
    _values: dict[int, int] = field(default_factory=dict)

    def of(self, repository: str) -> Told | None:
        """What is told of the repository with this key."""
        return self.told.get(repository)

    def add(self, items: Iterable[Record], row: Row) -> None:
        """Take the records of one row in; BadRowError when an earlier row told it otherwise."""
        for item in items:
            if isinstance(item, NodeRecord):
                self._node(item)
                continue
            if item.type in _COUNTED:
                self._once(item, row)
            if item.type == edges.CONTRIBUTED_TO.type:
                self._contribution(item)
            if item.type == edges.COVERED_BY.type:
                self.covered.add(item.start.ref.key)
            self._node(item.start)
            self._node(item.end)

    def _once(self, item: EdgeRecord, row: Row) -> None:
        period, metric = item.props["period"], item.props.get("metric")
        key = hash((item.start.ref.key, item.end.ref.key, period, metric))
        value = hash(tuple(sorted((name, str(held)) for name, held in item.props.items())))
        if self._values.setdefault(key, value) != value:
            whom = item.start.props.get("login") or item.start.props.get("name")
            where = item.end.props.get("name") or metric
            found = f"other values for {whom}, {where}, {period} than an earlier row"
            raise BadRowError(row.where.file, row.where.line, "row", found, "one row for each")
        if len(self._values) >= REMEMBERED:
            self._values.clear()

    def _contribution(self, item: EdgeRecord) -> None:
        first, dots, last = str(item.props["period"]).partition("..")
        counted = [name for name in ACTIVITIES if name in item.props]
        held = self.told.get(item.end.ref.key)
        if held is None:
            self.told[item.end.ref.key] = Told(item.end, (first, last if dots else first), set(counted))
        else:
            held.add(first, last if dots else first, counted)

    def _node(self, node: NodeRecord) -> None:
        if node.ref.label == nodes.REPOSITORY.label:
            self.repositories.setdefault(node.ref.key, node)
