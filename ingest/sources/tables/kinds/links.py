"""Tables of links: founded by, hosted by, part of, succeeded by; and who integrated whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from graph import edge_kinds as edges
from graph.kinds import EdgeKind
from graph.model import NodeRecord, Record, Value
from ingest import records
from ingest.sources.tables import fields, values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import Field, TableKind
from ingest.sources.tables.kinds.subjects import PRODUCT, subject
from ingest.sources.tables.row import Row

Ends = Callable[[Row, str, Context], NodeRecord]


def _organization(row: Row, words: str, context: Context) -> NodeRecord:
    return context.organization_named(words, row.where)


def _successor(row: Row, words: str, context: Context) -> NodeRecord:
    # A product may be called like its maker: Lovable.
    found = subject(row, words, context)
    return found if found.ref.label in edges.SUCCEEDED_BY.end else records.product(words, PRODUCT, row.where)


RELATIONS: dict[str, tuple[EdgeKind, Ends, dict[str, Value]]] = {
    "founded_by": (edges.FOUNDED_BY, _organization, {}),
    "hosted_by": (edges.HOSTED_BY, _organization, {"form": "hosted"}),
    "joined_ecosystem_of": (edges.HOSTED_BY, _organization, {"form": "ecosystem"}),
    "part_of": (edges.PART_OF, _organization, {}),
    "succeeded_by": (edges.SUCCEEDED_BY, _successor, {}),
    "fork_of": (edges.FORK_OF, subject, {}),
    "built_on": (edges.BUILT_ON, subject, {}),
}


def read_link(row: Row, context: Context) -> Iterator[Record]:
    """The links of one row: one for each object, and what an object such as `SkyLab, UC Berkeley` is part of."""
    start = subject(row, row.needed("subject", values.text), context)
    kind, end_of, props = RELATIONS[row.needed("relation", values.one_of(*RELATIONS))]
    _fit(row, "subject", start, kind.start)
    since = row.known("since", values.day) if kind.prop("since") else None
    for words in row.needed("object", _objects):
        names = [part.strip() for part in words.split(",") if part.strip()]
        chain = _chain(row, names, context) if len(names) > 1 else [end_of(row, names[0], context)]
        _fit(row, "object", chain[0], kind.end)
        yield records.link(kind, start, chain[0], context.source, row.where, since=since, **props)
        for part, whole in pairwise(chain):
            yield records.link(edges.PART_OF, part, whole, context.source, row.where)


def _chain(row: Row, names: list[str], context: Context) -> list[NodeRecord]:
    """A lab and the university that it is of: `SkyLab, UC Berkeley`."""
    whole = context.organization_named(names[-1], row.where)
    chain = [whole]
    for name in reversed(names[:-1]):
        part = context.organization_named(name, row.where)
        # The alias files may count a lab's people as its university's; here it stands for itself.
        same = part.ref == chain[0].ref
        chain.insert(0, records.organization(name, row.where, kind=str(whole.props["kind"])) if same else part)
    return chain


def _objects(words: str) -> list[str]:
    found = [part for part in values.several(words) if part.strip(" ,")]
    if not found:
        raise ValueError(values.TEXT)
    return found


def _fit(row: Row, field: str, node: NodeRecord, labels: tuple[str, ...]) -> None:
    if node.ref.label not in labels:
        raise row.refused(field, f"{' or '.join(label.lower() for label in labels)} for this relation")


def read_integration(row: Row, context: Context) -> Iterator[Record]:
    """That one repository took another in: announced, completed where it is, and the evidence."""
    into = context.repository(row.needed("repository", values.repository), row.where)
    taken = context.repository(row.needed("integrates", values.repository), row.where)
    dates = {name: row.known(name, values.day) for name in ("announced", "completed")}
    evidence = row.words("evidence")
    yield records.link(edges.INTEGRATES, into, taken, context.source, row.where, evidence=evidence, **dates)
    login = row.known("submitted_by", context.login)
    if login is not None:  # a person is a node, never a word on an edge, so that they can be forgotten
        who = context.developer(login, row.where)
        yield records.link(edges.SUBMITTED, who, taken, context.source, row.where, into=str(into.props["name"]))


LINKS = TableKind(
    "links",
    f"links between two names: {', '.join(RELATIONS)}",
    must=(Field("subject"), Field("relation", ("type", "link")), Field("object", ("target",))),
    may=(fields.SINCE, Field("said_by", ("source",))),
    read=read_link,
)
INTEGRATIONS = TableKind(
    "integrations",
    "which repository took which other in, when announced and completed",
    must=(fields.REPOSITORY, Field("integrates", ("integrated", "uses"))),
    may=(Field("announced"), Field("completed"), Field("evidence"), Field("submitted_by")),
    read=read_integration,
)
