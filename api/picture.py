"""The picture of an answer: its network, the query behind it, and the node that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from cypher.query import SUBJECTS
from cypher.run import keyed
from graph.errors import NotFoundError
from viz import addresses, aggregate, charts
from viz.page_data import Picture
from viz.views import OF_QUERY

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.query import Query
    from graph.model import Network


def is_view(query: Query) -> bool:
    """Whether a query has a picture: a network, or a chart."""
    return query.kind == "graph" or query.name in charts.names()


def picture_of(atlas: Atlas, query: Query, given: Mapping[str, object]) -> Picture:
    """The picture of the answer of `query`, a query of kind graph, to what is `given`: values, and how much to draw."""
    values, show = aggregate.asked(given)
    bound = query.bind(values)
    network = cast("Network", atlas.ask(query.name, values).result)
    return Picture(
        network, query.name, query.text, bound, OF_QUERY.get(query.name, ""), centre_of(network, bound),
        keyed(atlas.database, query, bound), show,
    )  # fmt: skip


def centre_of(network: Network, bound: Mapping[str, object]) -> str:
    """The key of the node that the network is about, where a parameter names one; else "".

    The name may be a former one, or written otherwise: what its query answers first is then what was meant.
    """
    named = next((str(bound[name]) for name in SUBJECTS if bound.get(name)), "")
    if not named or not network.nodes:
        return ""
    alike = (node.key for node in network.nodes if node.title.casefold() == named.casefold())
    return next(alike, network.nodes[0].key)


def about_one(query: Query, path: str) -> dict[str, str]:
    """The parameter that `path`, owner/name or a login, is the value of; NotFoundError where `query` is about none."""
    if not query.subjects:
        raise NotFoundError(f"{query.name} is about no single repository or developer, so there is no {path!r} of it")
    wanted = SUBJECTS[0] if "/" in path else SUBJECTS[1]
    return {wanted if wanted in query.subjects else query.subjects[0]: path}


def check_platform(platform: str) -> None:
    """Nothing for the one code host that views know; NotFoundError names it for others."""
    if platform != addresses.PLATFORM:
        raise NotFoundError(f"there is no platform {platform!r}; there is {addresses.PLATFORM}")
