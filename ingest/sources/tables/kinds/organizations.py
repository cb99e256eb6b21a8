"""Tables of organizations, and of products, standards, datasets and benchmarks without a repository."""

from __future__ import annotations

from collections.abc import Iterator

from graph import edge_kinds as edges
from graph.model import Record
from ingest import records
from ingest.sources.tables import fields, values
from ingest.sources.tables.context import Context
from ingest.sources.tables.fields import Field, TableKind
from ingest.sources.tables.row import Row

PRODUCT_KINDS = ("product", "standard", "dataset", "benchmark", "project")
ORGANIZATION_KINDS = ("company", "university", "foundation", "community", "unknown")


def read_product(row: Row, context: Context) -> Iterator[Record]:
    """A product, who makes it, and the open project beside it."""
    kind = row.needed("kind", values.one_of(*PRODUCT_KINDS))
    what = records.product(row.needed("name", values.text), kind, row.where, since=row.known("since", values.day))
    yield what
    if maker := row.words("maker"):
        by = context.organization_named(maker, row.where)
        yield records.link(edges.MADE_BY, what, by, context.source, row.where)
    if name := row.known("open_counterpart", values.repository):
        beside = context.repository(name, row.where)
        since = row.known("counterpart_since", values.day)
        yield records.link(edges.OPEN_COUNTERPART_OF, beside, what, context.source, row.where, since=since)


def read_organization(row: Row, context: Context) -> Iterator[Record]:
    """An organization with its kind, seat and accounts."""
    name = row.needed("name", values.text)
    kind = row.known("kind", values.one_of(*ORGANIZATION_KINDS))
    handles = row.known("handles", lambda words: [values.login(part) for part in values.several(words)]) or []
    known = context.organization_named(name, row.where)
    seat = row.words("country")
    codes = context.identities.countries(seat).codes if seat else ()
    if seat and len(codes) != 1:
        raise row.refused("country", "one country")
    country = codes[0] if codes else None
    title = str(known.props["name"])
    yield records.organization(title, row.where, kind=kind, country=country, handles=handles)


PRODUCTS = TableKind(
    "products",
    "products, standards, datasets and benchmarks, their makers, and the open project beside each",
    must=(Field("name", ("product", "standard")), Field("kind")),
    any_of=(Field("maker", ("made_by", "vendor")), Field("open_counterpart", ("counterpart",))),
    may=(fields.SINCE, Field("counterpart_since"), Field("said_by", ("source",))),
    read=read_product,
)
ORGANIZATIONS = TableKind(
    "organizations",
    "companies, universities, foundations and communities with their kind, seat and accounts",
    must=(Field("name", ("organization", "organisation", "company", "org", "组织", "公司", "机构")),),
    any_of=(
        Field("kind", ("type", "类型")),
        Field("country", ("seat", "国家")),
        Field("handles", ("handle", "accounts")),
    ),
    may=(),
    read=read_organization,
)
