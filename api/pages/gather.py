"""What pages take from answers: tables that may have no answer yet, forms, exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from api.formats import FORMATS
from api.formats.views import FILES
from cypher.run import keyed
from graph.errors import AtlasError, BadInputError, NotFoundError
from graph.model import Table
from viz import addresses
from viz.language import say, translated
from viz.page_data import Field, Link, Picture, Section
from viz.prose import sentence
from viz.question import parameters_as_cypher

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.params import Param
    from cypher.query import Query
    from graph.model import Network

OF_CHART = ("svg", "png", "pdf", "csv", "json")
OF_NETWORK = ("svg", "pdf", "gexf", "graphml")
TITLES = {
    "json": "JSON",
    "jsonl": "JSONL",
    "csv": "CSV",
    "markdown": "Markdown",
    "parquet": "Parquet",
    "gexf": "GEXF",
    "graphml": "GraphML",
}
"""Formats by their own names, which are the same in all languages."""
_TYPES = {"int", "float", "bool", "month"}
TOP = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: its table, empty where the graph has no answer, and then the reason."""

    table: Table
    reason: str = ""


def part(atlas: Atlas, name: str, given: Mapping[str, object]) -> Part:
    """The answer of a query as a part of a page. A part that cannot be had yet does not take the page with it."""
    try:
        return Part(atlas.ask(name, given).table)
    except (BadInputError, NotFoundError) as error:
        said = (sentence(translated(text)) for text in (str(error), error.hint) if text)
        return Part(Table((), []), " ".join(said))


def section(atlas: Atlas, key: str, name: str, given: Mapping[str, object]) -> Section:
    """A table with a link to its query, titled by the words of `key`; those of `keyEmpty` say what no rows mean."""
    found = part(atlas, name, given)
    about = atlas.catalogue.find(name).about if name in atlas.catalogue.queries else ""
    unlimited = {parameter: value for parameter, value in given.items() if parameter != "limit"}
    empty = found.reason or say(f"profile.{key}Empty")
    return Section(say(f"profile.{key}"), found.table, about, addresses.query(name, unlimited), empty, key)


def picture(
    atlas: Atlas, name: str, given: Mapping[str, object], *, view: str = "", centre: str = ""
) -> Picture | None:
    """The network of a query with the Cypher behind it; None where the graph has no answer yet."""
    try:
        network = cast("Network", atlas.ask(name, given).result)
    except (BadInputError, NotFoundError):
        return None
    query = atlas.catalogue.find(name)
    return Picture(network, name, query.text, query.bind(given), view, centre)


def fields(query: Query, values: Mapping[str, object]) -> tuple[Field, ...]:
    """The parameters of a query as form fields with these values."""
    return tuple(field(param, values.get(param.name, param.default)) for param in query.params)


def field(param: Param, value: object) -> Field:
    """One parameter as a form field."""
    kind = "list[str]" if param.type.many else param.type.base if param.type.base in _TYPES else "str"
    choices = () if param.type.many else param.type.choices
    low, high = (param.low, param.high) if kind in {"int", "float", "list[str]"} else (None, None)
    names = param.type.label or ""
    several_of = names if param.type.many else ""
    return Field(param.name, kind, value, param.about, choices, low, high, several_of, param.default is None, names)


def typed(query: Query, values: Mapping[str, object]) -> tuple[Field, ...]:
    """The parameters of a query as form fields with what somebody typed, whether it can be taken or not."""
    switches = {param.name for param in query.params if param.type.base == "bool"}
    return fields(query, {**values, **{name: str(values[name]).lower() == "true" for name in switches & values.keys()}})


def exports(name: str, given: Mapping[str, object]) -> tuple[Link, ...]:
    """The API's formats of the same answer."""
    return tuple(Link(TITLES.get(form, form), addresses.export(name, form, given)) for form in FORMATS)


def files(page: str, *, network: bool = False) -> tuple[Link, ...]:
    """The files of the view whose page is at that address; of a network those that its page does not make itself."""
    wanted = OF_NETWORK if network else OF_CHART
    return tuple(Link(_file_title(ending), addresses.file_of(page, ending), FILES[ending].about) for ending in wanted)


def _file_title(ending: str) -> str:
    return say(f"view.{ending}") if ending in {"svg", "png", "pdf", "csv"} else TITLES[ending]


def example(query: Query) -> dict[str, object]:
    """The values of the first example, where the query cannot be asked without values."""
    return dict(query.examples[0]) if query.asks_for_values and query.examples else {}


def seen(atlas: Atlas, query: Query, bound: Mapping[str, object]) -> Mapping[str, object]:
    """The values that the statement of `query` sees: keys in place of names, as far as these are known."""
    try:
        return keyed(atlas.database, query, bound)
    except AtlasError:  # what the example names is not loaded: the statement can be read all the same
        return bound


def params(atlas: Atlas, query: Query, asked: Mapping[str, object]) -> str:
    """The values that the statement sees where this is asked, or its example, as cypher-shell takes them."""
    chosen = asked or example(query)
    if not query.params or (query.asks_for_values and not chosen):
        return ""
    return parameters_as_cypher(seen(atlas, query, query.bind(chosen)))


def given_only(values: Mapping[str, object]) -> dict[str, object]:
    """The values that say something: a form sends empty ones too."""
    return {name: value for name, value in values.items() if value not in (None, "")}
