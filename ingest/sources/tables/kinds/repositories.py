"""Tables of repositories: their facts, measures, place in a taxonomy, founders, maintainers, stack and names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graph import edge_kinds as edges
from graph import node_kinds as nodes
from graph.check import known
from graph.model import NodeRecord, Record, Value
from ingest import records
from ingest.sources.tables import fields, values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import Field, TableKind
from ingest.sources.tables.kinds.subjects import subject
from ingest.sources.tables.row import Row

LEVELS = ("layer", "section", "domain", "subdomain")
_METRICS = tuple(metric.name for metric in fields.METRICS)
_MAINTAINERS = ("maintainer", "second_maintainer")


def read_repository(row: Row, context: Context) -> Iterator[Record]:
    """All that one row knows of its repository, or of the product where it has none."""
    what = _subject(row, context)
    yield what
    yield from _classified(row, context, what)
    yield from _stack(row, context, what)
    if what.ref.label != nodes.REPOSITORY.label:
        return
    yield from _measured(row, context, what)
    for name in row.known("founder", values.several) or ():
        founder = context.organization_named(name, row.where)
        yield records.link(edges.FOUNDED_BY, what, founder, context.source, row.where)
    yield from _maintained(row, context, what)


def _subject(row: Row, context: Context) -> NodeRecord:
    name = row.known("repository", values.repository)
    if name is None:
        return subject(row, row.needed("project" if "project" in row.index else "repository", values.text), context)
    facts: dict[str, Value] = {fact: row.known(fact, values.day) for fact in records.REPOSITORY_DATES}
    facts |= {fact: row.words(fact) for fact in records.REPOSITORY_WORDS}
    facts["openrank_12m_sum"] = row.known("openrank_12m_sum", values.number)
    former = row.known("former_name", lambda words: [values.repository(part) for part in values.several(words)])
    number = row.known("github_id", values.whole)
    node = records.repository(name, row.where, number=number, former=former or ())
    return NodeRecord(node.ref, known({**node.props, **facts}), node.where)


def _classified(row: Row, context: Context, what: NodeRecord) -> Iterator[Record]:
    parts = [(level, name) for level in LEVELS if (name := row.words(level))]
    if not parts and (name := row.words("category")):
        parts = [(context.mapping.level, name)]
    if not parts:
        return
    taxonomy = context.mapping.taxonomy or context.source
    path, chinese = [name for _, name in parts], context.mapping.names_zh
    tree = [
        records.domain(taxonomy, path[: depth + 1], level, row.where, chinese.get(name))
        for depth, (level, name) in enumerate(parts)
    ]
    for upper, lower in pairwise(tree):
        yield records.link(edges.PART_OF, lower, upper, context.source, row.where)
    yield records.classification(what, tree[-1], context.source, row.where)


def _stack(row: Row, context: Context, what: NodeRecord) -> Iterator[Record]:
    for name in row.known("technique", values.several) or ():
        method, note = records.technique(name, row.where), _note(row, "technique")
        yield records.link(edges.USES_TECHNIQUE, what, method, context.source, row.where, note=note)
    for words in row.known("builds_on", values.several) or ():
        try:
            below = context.repository(values.repository(words), row.where)
        except ValueError as error:
            raise row.refused("builds_on", str(error)) from None
        yield records.link(edges.BUILT_ON, what, below, context.source, row.where, note=_note(row, "builds_on"))


def _note(row: Row, about: str) -> str | None:
    # A note that begins with a field's name is about that field alone.
    note = row.words("note")
    first = note.partition(" ")[0]
    return note if note and first in (about, *({first} - {"technique", "builds_on"})) else None


def _measured(row: Row, context: Context, what: NodeRecord) -> Iterator[Record]:
    for metric in _METRICS:
        value = row.known(metric, values.number) if metric in row.index else None
        if value is not None:
            yield context.measured(what, metric, value, row.where)


def _maintained(row: Row, context: Context, what: NodeRecord) -> Iterator[Record]:
    for order, field in enumerate(_MAINTAINERS, start=1):
        login = row.known(field, context.login)
        if login is None:
            continue
        who = context.developer(login, row.where)
        yield records.link(edges.MAINTAINS, who, what, context.source, row.where, order=order)
        if order == 1 and (employer := row.words("maintainer_organization")):
            for match in context.identities.organizations(employer).matches:
                at = context.organization(match, row.where)
                yield records.affiliation(
                    who,
                    at,
                    context.source,
                    rank=records.RANK_STATED,
                    confidence=match.confidence,
                    raw=employer,
                    where=row.where,
                )


_LEVEL_FIELDS = tuple(Field(level) for level in LEVELS)
_CATEGORY = Field("category", ("technology", "stack_layer", "type", "分类", "类别", "领域"))
_FACTS = (
    Field("github_id", ("repo_id", "repository_id")),
    Field("former_name", ("former_names", "old_name", "曾用名")),
    Field("language", ("main_language", "语言")),
    Field("license", ("spdx", "许可证")),
    Field("created_at", ("created", "creation_date", "创建日期", "创建时间")),
    Field("released_at", ("released", "release_date")),
    Field("released_note"),
    Field("last_commit_at", ("last_commit", "last_commit_year", "last_commit_date", "github_latest_commit_date")),
    Field("openrank_12m_sum"),
    Field("graveyard_note"),
    Field("stack_tier", ("tier",)),
    Field("founder", ("organization", "founded_by", "创始机构")),
    Field("maintainer"),
    Field("second_maintainer"),
    Field("maintainer_organization"),
    Field("technique", ("techniques",)),
    Field("builds_on", ("built_on",)),
)
REPOSITORIES = TableKind(
    "repositories",
    "repositories with their facts and measures: stars, OpenRank, language, dates, founder, maintainer, former names",
    must=(fields.REPOSITORY,),
    any_of=(*fields.METRICS, *_FACTS),
    may=(fields.PROJECT, _CATEGORY, *_LEVEL_FIELDS, Field("note")),
    read=read_repository,
)
CLASSIFICATIONS = TableKind(
    "classifications",
    "which domain each repository belongs to, by the levels of a tree or by one category",
    must=(fields.REPOSITORY,),
    any_of=(*_LEVEL_FIELDS, _CATEGORY),
    may=(fields.PROJECT, *_FACTS, *fields.METRICS, Field("note")),
    read=read_repository,
)
