"""A repository, developer or label that OpenDigger's static files tell of: its node, its origin, its hash."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from graph import node_kinds as nodes
from graph.model import NodeRecord, Origin, Where
from ingest import records
from ingest.fingerprint import fingerprint
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.sources.opendigger.asked import Asked
from ingest.sources.opendigger.places import whole
from ingest.sources.opendigger.shelves import ADDRESS, SERVICE
from ingest.sources.opendigger.store import Kept, Store

SOURCE = "opendigger"
TAXONOMY = "opendigger"

Files = list[tuple[str, Kept]]
"""Kept files by the name of their metric."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom files tell of, with the store that holds them and the rules of who is who."""

    asked: Asked
    store: Store
    identities: Identities

    @property
    def number(self) -> int | None:
        """The platform's id, where OpenDigger tells it."""
        try:
            return whole(self.store.meta(self.asked).get("id"))
        except ValueError:
            return None

    def node(self, made: Nodes, where: Where) -> NodeRecord:
        """The node of the repository, the developer or the label."""
        asked = self.asked
        if asked.kind == "repository":
            return made.repository(asked.name, where, number=self.number, platform=asked.platform)
        if asked.kind == "developer":
            return made.developer(asked.name, where, number=self.number, platform=asked.platform)
        return self._label(where)

    def _label(self, where: Where) -> NodeRecord:
        meta, path = self.store.meta(self.asked), self.asked.name.split("/")
        level = str(meta.get("label_type") or "label").lower()
        node = records.domain(TAXONOMY, path, level, where)
        name, name_zh = str(meta.get("name") or path[-1]), str(meta.get("name_zh") or "") or None
        return NodeRecord(node.ref, {**node.props, nodes.NAME.name: name, "name_zh": name_zh}, where)

    def file(self, metric: str) -> str:
        """The file of a metric, below OpenDigger's address."""
        return f"{self.asked.path}/{metric}.json"

    def origin(
        self, part: str, method: str, files: Files, months: tuple[str, str] | None, gaps: Iterable[str]
    ) -> Origin:
        """The origin of what `files` tell; `part` names what kind of it, empty for series."""
        asked = self.asked
        title = f"{SERVICE}: {part or 'series'} of {asked.path}"
        told = [json.dumps([asked.path.lower(), part, self.number])]
        told += [
            json.dumps([name, kept.content, kept.absent, kept.broken, kept.period], sort_keys=True)
            for name, kept in files
        ]
        return Origin(
            source=SOURCE,
            method=method,
            dataset=f"{asked.path.lower()}{f' {part}' if part else ''}",
            title=title,
            address=f"{ADDRESS}/{asked.path}",
            content_hash=fingerprint(told, self.identities.files),
            as_of=months[1] if months else max(kept.day for _, kept in files),
            covers_from=months[0] if months else None,
            covers_to=months[1] if months else None,
            gaps=tuple(gaps),
        )
