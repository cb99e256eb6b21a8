"""Small typed makers of records: the only place in ingest that knows the graph's property names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph import edge_kinds as edges
from graph import keys
from graph import node_kinds as nodes
from graph.check import known
from graph.kinds import EdgeKind
from graph.model import EdgeRecord, NodeRecord, Props, Value, Where
from graph.schema import METHODS

ACTIVITIES: tuple[str, ...] = tuple(prop.name for prop in edges.ACTIVITIES)
RANK_CORRECTION, RANK_STATED, RANK_INFERRED = 1, 2, 3
"""Of affiliations: a user's correction, what a profile or published table states, what is inferred."""
REPOSITORY_DATES = ("created_at", "released_at", "last_commit_at")
REPOSITORY_WORDS = ("project", "language", "license", "released_note", "graveyard_note", "stack_tier")


def repository(
    name: str, where: Where, *, number: int | None = None, former: Sequence[str] = (), platform: str = keys.GITHUB,
    **facts: Value,
) -> NodeRecord:  # fmt: skip
    """A repository by `owner/name`, with its id on the platform, former names and any other of its facts."""
    ref = keys.repository(name, number=number, former=tuple(former), platform=platform)
    props: dict[str, Value] = {"name": name, "platform": platform, "former_names": list(former), **facts}
    return NodeRecord(ref, known(props | _github_id(number, platform)), where)


def developer(
    login: str, where: Where, *, number: int | None = None, former: Sequence[str] = (), bot_reason: str | None = None,
    platform: str = keys.GITHUB, **facts: Value,
) -> NodeRecord:  # fmt: skip
    """A developer by login; `bot_reason` names the rule that told a machine's account."""
    ref = keys.developer(login, number=number, former=tuple(former), platform=platform)
    props: dict[str, Value] = {"login": login, "platform": platform, "former_logins": list(former), **facts}
    props |= {"bot": True if bot_reason else None, "bot_reason": bot_reason}
    return NodeRecord(ref, known(props | _github_id(number, platform)), where)


def _github_id(number: int | None, platform: str) -> dict[str, Value]:
    return {"github_id": number if platform == keys.GITHUB else None}


def organization(
    name: str, where: Where, *, kind: str | None = None, country: str | None = None, handles: Sequence[str] = (),
    names_zh: Sequence[str] = (),
) -> NodeRecord:  # fmt: skip
    """An organization by name; `kind` is company, university, foundation, community or unknown."""
    props = {"name": name, "kind": kind, "country": country, "handles": list(handles), "names_zh": list(names_zh)}
    return NodeRecord(keys.named(nodes.ORGANIZATION.label, name), known(props), where)


def country(code: str, name: str, where: Where, name_zh: str | None = None) -> NodeRecord:
    """A country by its ISO 3166 alpha-2 code, with its names in English and, where known, in Chinese."""
    props = known({"name": name, "code": code, "name_zh": name_zh})
    return NodeRecord(keys.coded(nodes.COUNTRY.label, code), props, where)


def domain(
    taxonomy: str, path: Sequence[str], level: str, where: Where, name_zh: str | None = None
) -> NodeRecord:  # fmt: skip
    """A node of a labelled tree: its key is the whole `path`, its name the last part; `name_zh` its Chinese one."""
    ref = keys.named(nodes.DOMAIN.label, taxonomy, *path)
    return NodeRecord(ref, known({"name": path[-1], "taxonomy": taxonomy, "level": level, "name_zh": name_zh}), where)


def month(text: str, where: Where) -> NodeRecord:
    """A calendar month such as `2025-04`."""
    return NodeRecord(keys.coded(nodes.MONTH.label, text), {"month": text}, where)


def technique(name: str, where: Where) -> NodeRecord:
    """A method that projects implement."""
    return NodeRecord(keys.named(nodes.TECHNIQUE.label, name), {"name": name}, where)


def topic(name: str, where: Where) -> NodeRecord:
    """A topic that a repository's owners gave it."""
    return NodeRecord(keys.named(nodes.TOPIC.label, name), {"name": name}, where)


def label(name: str, where: Where) -> NodeRecord:
    """A mark on pull requests."""
    return NodeRecord(keys.named(nodes.LABEL.label, name), {"name": name}, where)


def feature(name: str, where: Where) -> NodeRecord:
    """A capability that platforms are compared by."""
    return NodeRecord(keys.named(nodes.FEATURE.label, name), {"name": name}, where)


def product(name: str, kind: str, where: Where, *, since: str | None = None) -> NodeRecord:
    """A product, standard, dataset, benchmark or project without a repository of its own."""
    props = {"name": name, "kind": kind, "since": since}
    return NodeRecord(keys.named(nodes.PRODUCT.label, name), known(props), where)


def event(date: str, kind: str, name: str, subject: str, source: str, where: Where) -> NodeRecord:
    """Something dated that charts mark."""
    props = {"date": date, "kind": kind, "name": name, "subject": subject, "source": source}
    return NodeRecord(keys.named(nodes.EVENT.label, date, subject, name), props, where)


def figure(number: str, subject: str, name: str, value: float, unit: str, source: str, where: Where) -> NodeRecord:
    """A figure that a report publishes, by its number in our list."""
    props: Props = {"id": number, "subject": subject, "name": name, "value": value, "unit": unit, "source": source}
    return NodeRecord(keys.named(nodes.FIGURE.label, number), props, where)


def noted(node: NodeRecord, note: str | None) -> NodeRecord:
    """`node` with a remark, where there is one."""
    return NodeRecord(node.ref, {**node.props, "note": note}, node.where) if note else node


def snapshot(key: str, where: Where) -> NodeRecord:
    """The load that is under way, as an edge's end: the loader itself writes its properties."""
    return NodeRecord(keys.coded(nodes.SNAPSHOT.label, key), {}, where)


def contribution(
    who: NodeRecord, to: NodeRecord, source: str, period: str, counts: Mapping[str, Value], where: Where
) -> EdgeRecord:
    """What a developer did in a repository in `period`; `counts` has names of `ACTIVITIES`."""
    props = {"period": period, "source": source, **counts}
    return EdgeRecord(edges.CONTRIBUTED_TO.type, who, to, props, where)


def covered_by(
    what: NodeRecord, by: NodeRecord, source: str, method: str, activities: Sequence[str], months: tuple[str, str],
    where: Where, **counts: Value,
) -> EdgeRecord:  # fmt: skip
    """A source tells of a repository's contributions in `months` (first, last); its rank follows from `method`."""
    props: dict[str, Value] = {"source": source, "method": method, "rank": METHODS.index(method) + 1}
    props |= {"activities": sorted(activities), "covers_from": months[0], "covers_to": months[1], **counts}
    return EdgeRecord(edges.COVERED_BY.type, what, by, known(props), where)


def not_covered_by(what: NodeRecord, by: NodeRecord, source: str, note: str, where: Where) -> EdgeRecord:
    """A gap: the source was asked for the repository and could not tell, and why."""
    return EdgeRecord(edges.NOT_COVERED_BY.type, what, by, {"source": source, "note": note}, where)


def affiliation(
    who: NodeRecord, at: NodeRecord, source: str, *, rank: int, confidence: float, raw: str, where: Where,
) -> EdgeRecord:  # fmt: skip
    """A developer works or studies at; `rank` is one of the RANK constants, the lowest answers."""
    props: Props = {"source": source, "rank": rank, "confidence": confidence, "raw": raw}
    return EdgeRecord(edges.AFFILIATED_WITH.type, who, at, props, where)


def dated(edge: EdgeRecord, since: str | None, until: str | None) -> EdgeRecord:
    """An affiliation with the dates from and to which it holds."""
    return _with(edge, {"from": since, "to": until})


def read_on(edge: EdgeRecord, day: str | None) -> EdgeRecord:
    """An affiliation with the day on which it was read; None is the day of its whole dataset."""
    return _with(edge, {"read_on": day})


def _with(edge: EdgeRecord, more: Props) -> EdgeRecord:
    return EdgeRecord(edge.type, edge.start, edge.end, known({**edge.props, **more}), edge.where)


def location(who: NodeRecord, at: NodeRecord, source: str, *, confidence: float, raw: str, where: Where) -> EdgeRecord:
    """The country that a stated location lies in."""
    props: Props = {"source": source, "confidence": confidence, "raw": raw}
    return EdgeRecord(edges.LOCATED_IN.type, who, at, props, where)


def stated(who: NodeRecord, by: NodeRecord, source: str, words: Props, where: Where) -> EdgeRecord:
    """What a profile said: company, location, company_reason, location_reason, location_candidates, read_on."""
    return EdgeRecord(edges.STATED.type, who, by, known({"source": source, **words}), where)


def measured(
    what: NodeRecord, metric: str, preset: str, value: float, period: str, source: str, where: Where
) -> EdgeRecord:
    """A value of a series, at the last month of `period`."""
    props: Props = {"metric": metric, "preset": preset, "value": value, "period": period, "source": source}
    return EdgeRecord(edges.MEASURED.type, what, month(period.rpartition("..")[2], where), props, where)


def classification(what: NodeRecord, into: NodeRecord, source: str, where: Where) -> EdgeRecord:
    """A source files a repository or product under a domain."""
    return EdgeRecord(edges.IN_DOMAIN.type, what, into, {"source": source}, where)


def link(kind: EdgeKind, start: NodeRecord, end: NodeRecord, source: str, where: Where, **props: Value) -> EdgeRecord:
    """An edge of a plain kind: FOUNDED_BY, HOSTED_BY, OWNS, MAINTAINS, INTEGRATES, BUILT_ON and the like."""
    return EdgeRecord(kind.type, start, end, known({"source": source, **props}), where)
