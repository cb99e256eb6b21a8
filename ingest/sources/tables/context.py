"""What the rows of one table have in common: its origin, its mapping, and who is who."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import EdgeRecord, NodeRecord, Origin, Where
from ingest import records
from ingest.nodes import Nodes, remember
from ingest.sources.tables import values
from ingest.sources.tables.mapping import Mapping
from ingest.sources.tables.seen import Seen


@dataclass(slots=True, kw_only=True)
class Context(Nodes):
    """Makes the nodes that rows speak of, as the identity rules see them, and notes what the rows tell."""

    origin: Origin
    mapping: Mapping
    seen: Seen = field(default_factory=Seen)
    _logins: dict[str, str] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The source's name, which stands on each edge."""
        return self.origin.source

    def login(self, words: str) -> str:
        """The login that `words` write, look-alike letters undone; ValueError for a name with spaces."""
        held = self._logins.get(words)
        if held is None:
            held = values.login(words if " " in words else self.identities.login(words))
            remember(self._logins, words, held)
        return held

    def snapshot(self, where: Where) -> NodeRecord:
        """The load that is under way."""
        return records.snapshot(self.origin.key, where)

    def measured(self, what: NodeRecord, metric: str, value: float, where: Where) -> EdgeRecord:
        """A value of a table without months: at the period that the mapping tells, else in the month of its data."""
        plan = self.mapping
        period = plan.periods.get(metric) or plan.period or self.origin.as_of[:7]
        return records.measured(what, metric, plan.preset(metric), value, period, self.source, where)
