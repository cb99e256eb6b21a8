"""The page of a network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from api.pages.gather import exports, fields, given_only, part
from api.story import shared_in_words
from graph.errors import BadInputError
from viz import addresses
from viz.page_data import Link, NetworkPage, Picture

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.query import Query
    from graph.model import Network

VIEWS = {"overlap-network": "overlap", "collaboration-network": "collaboration", "ego-network": "ego"}
CRUMBS = (Link("Queries", addresses.QUERIES),)


def network_data(atlas: Atlas, name: str, values: Mapping[str, object]) -> NetworkPage:
    """What the page of the network `name` shows; without parameters where some are required, its example."""
    query = atlas.catalogue.find(name)
    if query.kind != "graph":
        raise BadInputError(f"{query.name} is no network", hint=f"its page is {addresses.query(query.name)}")
    given = given_only(values) or _example(query)
    bound = query.bind(given)
    network = cast("Network", atlas.ask(query.name, given).result)
    picture = Picture(network, query.name, query.text, bound, VIEWS.get(query.name, ""), _centre(network, bound))
    return NetworkPage(
        query.title,
        query.about,
        picture,
        _finding(atlas, query, bound),
        fields(query, bound),
        exports(query.name, given),
        CRUMBS,
    )


def _example(query: Query) -> dict[str, object]:
    return dict(query.examples[0]) if query.asks_for_values and query.examples else {}


def _centre(network: Network, bound: Mapping[str, object]) -> str:
    """The key of the node that the network is about, where its parameters name one."""
    named = bound.get("repository") or bound.get("developer")
    return next((node.key for node in network.nodes if node.title == named), "")


def _finding(atlas: Atlas, query: Query, bound: Mapping[str, object]) -> str:
    """Who is in several of the repositories, where the network is about that."""
    names = bound.get("repositories")
    if query.name != "overlap-network" or not isinstance(names, list) or len(names) < 2:  # noqa: PLR2004 - several
        return ""
    known = {param.name for param in atlas.catalogue.find("shared-developers").params}
    asked = {name: value for name, value in bound.items() if name in known}
    return shared_in_words(part(atlas, "shared-developers", asked).table)
