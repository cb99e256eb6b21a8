"""All views by family, each with the page of its example: the gallery of the home page and of the list of views."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from api.pages.gather import example, part
from api.picture import is_view
from api.views import drawn_queries, page_address
from viz.language import named, say, translated
from viz.page_data import Gallery, Leads, Link, QueryFamily

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.catalogue import Catalogue
    from cypher.query import Query


BY_EXAMPLE = {"trending"}
"""Views that need no values, and yet show nothing of the bundled data without those of their example."""


def gallery(atlas: Atlas) -> Gallery:
    """The gallery, with pictures as soon as something is loaded that they could show."""
    return Gallery(tuple(view_families(atlas.catalogue)), bool(part(atlas, "snapshots", {}).table.rows))


def view_families(catalogue: Catalogue) -> list[QueryFamily]:
    """The views of each family, families with networks first, then those with most views; each leads to its example."""
    found = {family: [query for query in queries if is_view(query)] for family, queries in catalogue.families().items()}
    order = sorted(found.items(), key=lambda item: (all(q.kind != "graph" for q in item[1]), -len(item[1]), item[0]))
    return [
        QueryFamily(named(family), tuple(_link(query) for query in queries)) for family, queries in order if queries
    ]


def views_of(catalogue: Catalogue, subject: str, name: str) -> Leads:
    """The views of one repository or developer, as `subject` says."""
    about = [query for query in drawn_queries(catalogue) if subject in query.subjects]
    return Leads(say("profile.views"), tuple(_link(query, {subject: name}) for query in about))


def _link(query: Query, given: Mapping[str, object] | None = None) -> Link:
    shown = query.examples[0] if query.name in BY_EXAMPLE else example(query)
    return Link(translated(query.title), page_address(query, given or shown), translated(query.about))
