"""Developer x repository x month: what every source of contributions comes down to before it reaches the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph import edge_kinds as edges
from graph.keys import GITHUB
from graph.model import NodeRecord, Origin, Record, Value, Where
from ingest import records
from ingest.nodes import Nodes

WHOLE = 0
"""The line of what no single row tells."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What one developer did in one repository in one month; `counts` has names of `records.ACTIVITIES`.

    `developer_id` and `repository_id` are the platform's, where the source knows them; `account_type` is `Bot`
    where the platform says so.
    """

    developer: str
    repository: str
    month: str
    counts: Mapping[str, int]
    developer_id: int | None = None
    repository_id: int | None = None
    account_type: str = ""
    platform: str = GITHUB


@dataclass(frozen=True, slots=True)
class Covered:
    """How far a source tells of one repository: first and last month, the activities that it counts, and totals.

    `facts` are other properties of COVERED_BY, such as `commits_total` or `note`.
    """

    repository: str
    months: tuple[str, str]
    activities: tuple[str, ...]
    repository_id: int | None = None
    platform: str = GITHUB
    facts: Mapping[str, Value] = field(default_factory=dict)


def pair_records(pairs: Iterable[Pair], nodes: Nodes, origin: Origin, *, after: int = 0) -> Iterator[Record]:
    """A contribution for each pair; rows are counted on from `after`."""
    for line, pair in enumerate(pairs, start=after + 1):
        where = Where(origin.title, line)
        who = nodes.developer(
            pair.developer, where, number=pair.developer_id, account_type=pair.account_type, platform=pair.platform
        )
        to = nodes.repository(pair.repository, where, number=pair.repository_id, platform=pair.platform)
        yield records.contribution(who, to, origin.source, pair.month, pair.counts, where)


def coverage_records(covered: Iterable[Covered], nodes: Nodes, origin: Origin) -> Iterator[Record]:
    """COVERED_BY for each repository that the source tells of, and OWNS where its owner's account is known."""
    where = Where(origin.title, WHOLE)
    by = records.snapshot(origin.key, where)
    for told in covered:
        what = nodes.repository(told.repository, where, number=told.repository_id, platform=told.platform)
        yield records.covered_by(
            what, by, origin.source, origin.method, told.activities, told.months, where, **told.facts
        )  # fmt: skip
        yield from _owned(what, told, nodes, origin, where)


def _owned(what: NodeRecord, told: Covered, nodes: Nodes, origin: Origin, where: Where) -> Iterator[Record]:
    owner = nodes.owner(told.repository, where) if told.platform == GITHUB else None
    if owner is not None:
        yield records.link(edges.OWNS, owner, what, origin.source, where)
