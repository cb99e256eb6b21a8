"""Records of one repository, from its facts and from what is counted in the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph import edge_kinds as edges
from graph.check import known as known_props
from graph.model import EdgeRecord, NodeRecord, Origin, Record, Value, Where
from ingest import records
from ingest.nodes import UNKNOWN, Nodes
from ingest.pairs import WHOLE, Covered, coverage_records, pair_records
from ingest.profiles import without_addresses
from ingest.source import Item
from ingest.sources.github.counting import Counts
from ingest.sources.github.facts import Facts
from ingest.sources.github.models import ORGANIZATION
from ingest.web.replies import Json

STARS, PRESET = "stars", "cumulative"
BURST = {"stars_first_day": 1, "stars_first_week": 7}
"""Metrics that tell how many stars came within so many days of the creation, its day the first."""
OPENED_PRS, EACH = "opened_prs", "all"
RELEASE = "release"
SAID = "github"


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one repository beside the store: facts, former names, forks, coverage, refused rows.

    `forks` are id, name and commits ahead; `ahead` is the same of the repository itself, where it is a fork.
    """

    facts: Facts
    former: tuple[str, ...]
    covered: tuple[Covered, ...] = ()
    ahead: int | None = None
    forks: tuple[tuple[int, str, int], ...] = ()
    stars_at: str = ""
    refused: tuple[Item, ...] = ()


def repository_records(known: Known, counts: Counts, nodes: Nodes, origin: Origin) -> Iterator[Item]:
    """All records of one repository: first what is known as a whole, then rows in a fixed order."""
    where = Where(origin.title, WHOLE)
    what = repository_node(known, where)
    yield what
    yield from _surroundings(known, what, nodes, origin, where)
    yield from coverage_records(known.covered, nodes, origin)
    line = 0
    for pair in counts.pairs(known.facts.name, known.facts.id):
        line += 1
        yield from pair_records([pair], nodes, origin, after=line - 1)
    for record in (*_series(known, counts, what, origin), *_notable(known, counts, what, nodes, origin)):
        line += 1
        yield _at(record, Where(origin.title, line))
    yield from known.refused


def repository_node(known: Known, where: Where) -> NodeRecord:
    """The repository with all its facts."""
    facts = known.facts
    told: dict[str, Value] = {
        "language": facts.language or None,
        "languages": list(facts.languages),
        "license": facts.license or None,
        "description": without_addresses(facts.description) or None,
        "default_branch": facts.branch or None,
        "archived": facts.archived,
        "stars": facts.stars,
        "forks": facts.forks,
        "created_at": facts.created_at[:10],
    }
    bare = records.repository(facts.name, where, number=facts.id, former=known.former)
    return NodeRecord(bare.ref, known_props({**bare.props, **told}), where)


def _surroundings(
    known: Known, what: NodeRecord, nodes: Nodes, origin: Origin, where: Where
) -> Iterator[Record]:  # fmt: skip
    """Topics, owner, and what it is a fork of or is forked by."""
    facts, source = known.facts, origin.source
    for topic in sorted(set(facts.topics)):
        yield records.link(edges.HAS_TOPIC, what, records.topic(topic, where), source, where)
    owner = owner_node(facts, nodes, where)
    if owner is not None:
        yield records.link(edges.OWNS, owner, what, source, where)
    if facts.parent:
        parent = records.repository(facts.parent, where, number=facts.parent_id)
        yield records.link(edges.FORK_OF, what, parent, source, where, ahead=known.ahead)
    for number, name, ahead in known.forks:
        fork = records.repository(name, where, number=number)
        yield records.link(edges.FORK_OF, fork, what, source, where, ahead=ahead)


def owner_node(facts: Facts, nodes: Nodes, where: Where) -> NodeRecord | None:
    """The organization whose account owns the repository, by the rules' name or its own; None for a person."""
    if facts.owner_type != ORGANIZATION:
        return None
    return account_node(facts.owner, nodes, where)


def account_node(login: str, nodes: Nodes, where: Where) -> NodeRecord:
    """The organization whose account `login` is, by the rules' name; by the account's own where they know none."""
    known = nodes.owner(f"{login}/", where)
    return known or records.organization(login, where, kind=UNKNOWN, handles=(login,))


def _series(known: Known, counts: Counts, what: NodeRecord, origin: Origin) -> Iterator[EdgeRecord]:
    """Labels and pull requests by month, releases, and stars by month."""
    where, source = Where(origin.title, WHOLE), origin.source
    for name, month, opened, merged in counts.labels():
        label = records.label(name, where)
        numbers: dict[str, Value] = {"period": month, "opened_prs": opened, "merged_prs": merged}
        yield records.link(edges.LABELLED, what, label, source, where, **numbers)
    for month, opened in counts.opened():
        yield records.measured(what, OPENED_PRS, EACH, float(opened), month, source, where)
    for day, tag, _ in counts.releases():
        event = records.event(day, RELEASE, tag, known.facts.name, source, where)
        yield records.link(edges.CONCERNS, event, what, source, where)
    for month, stars in _stars(known, counts, origin.as_of):
        yield records.measured(what, STARS, PRESET, float(stars), month, source, where)
    for metric, stars in bursts(known, counts):
        yield records.measured(what, metric, PRESET, float(stars), known.facts.created_at[:7], source, where)


def bursts(known: Known, counts: Counts) -> list[tuple[str, int]]:
    """The metrics of BURST whose days were over when all stars were read."""
    created = date.fromisoformat(known.facts.created_at[:10])
    found = counts.burst(created) if known.stars_at else None
    told = zip(BURST.items(), found or (), strict=False)
    return [(name, stars) for (name, days), stars in told if str(created + timedelta(days=days)) <= known.stars_at]


def _notable(known: Known, counts: Counts, what: NodeRecord, nodes: Nodes, origin: Origin) -> Iterator[EdgeRecord]:
    """The pull requests of each month that were talked about most; a kind of talk that was not read is unknown."""
    where, read = Where(origin.title, WHOLE), known.covered[0].activities if known.covered else ()
    for pull in counts.notable() if "opened_prs" in read else ():
        who = nodes.developer(pull.login, where, number=pull.login_id, account_type=pull.login_type)
        told: dict[str, Value] = {"period": pull.month, "number": pull.number, "people": pull.people}
        told["comments"] = pull.comments if "issue_comments" in read else None
        told["reviews"] = pull.reviews if "reviews" in read else None
        yield records.link(edges.PROPOSED, who, what, origin.source, where, **told, merged_at=pull.merged_at or None)


def _stars(known: Known, counts: Counts, as_of: str) -> list[tuple[str, int]]:
    """Stars by month; in the month of the reading, where they were read in it, as many as GitHub says there are."""
    told = dict(counts.stars())
    if told and known.stars_at and as_of.startswith(known.stars_at[:7]):
        told[known.stars_at[:7]] = known.facts.stars
    return sorted(told.items())


def _at(record: EdgeRecord, where: Where) -> EdgeRecord:
    """The same edge, told by a row of its own."""
    return EdgeRecord(record.type, record.start, record.end, record.props, where)


def forks_of(rows: Json) -> tuple[tuple[int, str, int], ...]:
    """The forks that a cursor holds."""
    held = [row for row in rows if isinstance(row, list)] if isinstance(rows, list) else []
    return tuple(sorted((int(str(number)), str(name), int(str(ahead))) for number, name, ahead in held))
