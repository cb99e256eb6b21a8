"""The repositories and accounts of labels as nodes: one for each id, whatever names the labels give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import NodeRecord, Where
from ingest import records
from ingest.identity import Identities
from ingest.sources.opendigger.labels.entries import Entry
from ingest.sources.opendigger.labels.label import Label
from ingest.sources.opendigger.names import present

BOT_REASON = "OpenDigger's list of bots"
Id = tuple[str, str, int]
"""Kind of entry, platform, and id there."""


@dataclass(slots=True)
class Known:
    """Makes the nodes of entries; `of_labels` learns their names first, from all labels at once."""

    identities: Identities
    names: dict[Id, tuple[str, tuple[str, ...]]]
    bots: frozenset[Id]
    _made: dict[Id, NodeRecord] = field(default_factory=dict)

    @staticmethod
    def of_labels(labels: Iterable[Label], identities: Identities) -> Known:
        """What the `labels` call each id, and which accounts they list as machines'."""
        weights: dict[Id, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        bots = set[Id]()
        for label in labels:
            for entry in label.entries:
                weights[_id(entry)][entry.name] += 1
                if label.level == "bot" and entry.kind == "users":
                    bots.add(_id(entry))
        return Known(identities, {key: present(names) for key, names in weights.items()}, frozenset(bots))

    def node(self, entry: Entry, where: Where) -> NodeRecord:
        """The repository or the developer that `entry` means."""
        made = self._made.get(_id(entry))
        if made is None:
            made = self._made[_id(entry)] = self._new(entry, where)
        return made

    def _new(self, entry: Entry, where: Where) -> NodeRecord:
        name, former = self.names[_id(entry)]
        if entry.kind == "repos":
            return records.repository(name, where, number=entry.number, former=former, platform=entry.platform)
        login = self.identities.login(name)
        reason = BOT_REASON if _id(entry) in self.bots else self.identities.bot(login)
        return records.developer(
            login, where, number=entry.number, former=former, bot_reason=reason, platform=entry.platform
        )


def _id(entry: Entry) -> Id:
    return entry.kind, entry.platform, entry.number
