"""The page of a network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from api.pages.gather import example, exports, fields, files, given_only, part
from api.picture import picture_of
from api.story import shared_in_words
from api.views import more, page_address
from graph.errors import BadInputError
from graph.model import Table
from graph.node_kinds import REPOSITORY
from viz import addresses, aggregate
from viz.export.subject import Subject
from viz.language import say, spoken, translated
from viz.page_data import Link, NetworkPage, Picture
from viz.sharing import shared

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.query import Query


def network_data(atlas: Atlas, name: str, values: Mapping[str, object]) -> NetworkPage:
    """What the page of the network `name` shows; without parameters where some are required, its example."""
    query = atlas.catalogue.find(name)
    if query.kind != "graph":
        raise BadInputError(f"{query.name} is no network", hint=f"its page is {addresses.query(query.name)}")
    given = given_only(values)
    if not aggregate.asked(given)[0]:
        given |= example(query)
    picture = picture_of(atlas, query, given)
    bound, page = picture.parameters, page_address(query, given)
    return NetworkPage(
        translated(query.title),
        translated(query.about),
        picture,
        finding(atlas, query, picture),
        fields(query, bound),
        tuple(link for link in exports(query.name, aggregate.asked(given)[0]) if link.title not in {"CSV", "JSON"}),
        (Link(say("views.title"), addresses.VIEWS),),
        files(page, network=True),
        sharing(query, picture, page),
        spoken(f"{addresses.API}{page}"),
        page_address(query, {**given, "show": aggregate.EVERYTHING}),
        more(query, aggregate.asked(given)[0]),
        translated(query.undated),
    )


def sharing(query: Query, picture: Picture, page: str) -> dict[str, str]:
    """What the share dialog of the network needs."""
    rests = Table((), [], picture.network.coverage)
    return shared(Subject(query.name, translated(query.title), rests, parameters=picture.parameters, address=page))


def finding(atlas: Atlas, query: Query, picture: Picture) -> str:
    """Who is in several of the repositories, where the network is about that and has all of them."""
    bound = picture.parameters
    names = bound.get("repositories")
    if query.name != "overlap-network" or not isinstance(names, list) or len(names) < 2:  # noqa: PLR2004 - several
        return ""
    there = sum(node.label == REPOSITORY.label for node in picture.network.nodes)
    if there < len(names) and not bound.get("shared_only"):  # of one that is missing nothing may be known
        return ""
    known = {param.name for param in atlas.catalogue.find("shared-developers").params}
    asked = {name: value for name, value in bound.items() if name in known}
    return shared_in_words(part(atlas, "shared-developers", asked).table)
