"""A view with its answer, gathered for its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from api.answer import ties
from api.pages.chart import beside
from api.pages.gather import example, given_only
from api.pages.network import network_data
from api.pages.view import SHORT, view_of
from api.picture import about_one
from api.views import apart
from viz import charts
from viz.aggregate import EVERYTHING
from viz.export.subject import Subject
from viz.language import translated
from viz.vega.drawn import Look
from viz.views import draw

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.query import Query
    from graph.model import Table


def subject(
    atlas: Atlas, view: str, given: Mapping[str, object], path: str = "", address: str = "", *, whole: bool = True
) -> Subject:
    """The view `view` of what was given, `path` standing for its repository or developer; `address` is its page's.

    `whole`: with every node of a large network, as data have it; else as its page draws it.
    """
    query = view_query(atlas, view)
    values = {**given_only(given), **(about_one(query, path) if path else {})}
    if query.kind == "graph":
        return _network(atlas, query, values | ({"show": EVERYTHING} if whole else {}), address)
    return _chart(atlas, query, values, address)


def view_query(atlas: Atlas, view: str) -> Query:
    """The query that a view draws, by its own or by a short name; NotFoundError where it has no picture."""
    return view_of(atlas.catalogue, SHORT.get(view, view))


def _network(atlas: Atlas, query: Query, given: Mapping[str, object], address: str) -> Subject:
    page = network_data(atlas, query.name, given)
    picture = page.picture
    return Subject(
        query.name, page.title, ties(picture.network), page.question, page.answer, picture.parameters, picture.cypher,
        address, draw(picture.network, view=picture.view, centre=picture.centre, show=picture.show),
    )  # fmt: skip


def _chart(atlas: Atlas, query: Query, given: Mapping[str, object], address: str) -> Subject:
    values, options = apart(query, given)
    bound = query.bind(values or example(query))
    table = cast("Table", atlas.ask(query.name, bound).result)

    def chart(theme: str) -> str:
        return charts.svg(query.name, table, theme, Look(options, bound, beside(atlas, query, bound)))

    return Subject(
        query.name, translated(query.title), table, translated(query.about), "", bound, query.text, address, chart=chart
    )
