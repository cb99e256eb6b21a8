"""The pages of the catalogue: all queries, and one with its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from api.pages.gather import exports, fields, given_only, params
from api.picture import is_view
from graph.errors import NotFoundError
from viz import addresses
from viz.language import named, translated
from viz.page_data import Link, QueryFamily, QueryPage

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.catalogue import Catalogue
    from cypher.query import Query
    from graph.model import Table


def families(catalogue: Catalogue, address: Callable[[Query], str] | None = None) -> list[QueryFamily]:
    """The queries of each family, with their pages, or with what `address` says."""
    return [
        QueryFamily(
            named(family),
            tuple(
                Link(translated(query.title), (address or _page)(query), translated(query.about))
                for query in found
                if query.kind != "metric"
            ),
        )
        for family, found in catalogue.families().items()
        if any(query.kind != "metric" for query in found)
    ]


def _page(query: Query) -> str:
    """A network's page with its example, as an empty one shows nothing; a table's page."""
    if query.kind == "graph":
        return addresses.view(query.name, parameters=query.examples[0] if query.examples else {})
    return addresses.query(query.name)


def query_data(atlas: Atlas, name: str, values: Mapping[str, object]) -> QueryPage:
    """What the page of the query `name` shows: its answer as soon as all required parameters are there."""
    query = atlas.catalogue.find(name)
    if query.kind == "metric":
        raise NotFoundError(f"{query.name} is a metric, which is computed by `ossatlas measure {query.name}`")
    given = given_only(values)
    table = answer(atlas, query, given)
    drawn = addresses.view(query.name, parameters=given) if table and is_view(query) else ""
    shown = query.bind(given) if table else given
    typed = {parameter: str(addresses_text(value)) for parameter, value in given.items()}
    return QueryPage(
        query.name,
        translated(query.title),
        translated(query.about),
        fields(query, shown if table else given or examples(query)),
        table,
        query.text,
        exports(query.name, given) if table else (),
        query.command(typed or None),
        drawn,
        params(atlas, query, given),
    )


def answer(atlas: Atlas, query: Query, given: Mapping[str, object]) -> Table | None:
    """The answer; None where nothing was given and something is required."""
    if query.asks_for_values and not given:
        return None
    return atlas.ask(query.name, given).table


def examples(query: Query) -> dict[str, object]:
    """The values of the first example, to begin with."""
    return dict(query.examples[0]) if query.examples else {}


def addresses_text(value: object) -> str:
    """A value as one types it: lists with commas."""
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
