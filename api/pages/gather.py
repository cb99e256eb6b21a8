"""What pages take from answers: tables that may have no answer yet, forms, exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from api.formats import FORMATS
from api.formats.views import FILES
from graph.errors import BadInputError, NotFoundError
from graph.model import Table
from viz import addresses
from viz.page_data import Field, Link, Picture, Section

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.params import Param
    from cypher.query import Query
    from graph.model import Network

OF_CHART = {
    "svg": "Picture, SVG", "png": "Picture, PNG", "pdf": "Report, PDF", "csv": "Table, CSV", "json": "JSON",
}  # fmt: skip
OF_NETWORK = {"svg": "Picture, SVG", "pdf": "Report, PDF", "gexf": "GEXF", "graphml": "GraphML"}
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
        return Part(Table((), []), f"{error}. {error.hint}".rstrip(". ") + ".")


def section(atlas: Atlas, title: str, name: str, given: Mapping[str, object], *, empty: str) -> Section:
    """A titled table with a link to its query; `empty` says what it means when there are no rows."""
    found = part(atlas, name, given)
    about = atlas.catalogue.find(name).about if name in atlas.catalogue.queries else ""
    anchor = title.lower().replace(" ", "-")
    unlimited = {parameter: value for parameter, value in given.items() if parameter != "limit"}
    return Section(title, found.table, about, addresses.query(name, unlimited), found.reason or empty, anchor)


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
    low, high = (param.low, param.high) if kind in {"int", "float"} else (None, None)
    return Field(param.name, kind, value, param.about, choices, low, high)


def exports(name: str, given: Mapping[str, object]) -> tuple[Link, ...]:
    """The API's formats of the same answer."""
    titles = {"json": "JSON", "csv": "CSV", "markdown": "Markdown", "parquet": "Parquet"}
    return tuple(Link(titles.get(form, form), addresses.export(name, form, given)) for form in FORMATS)


def files(page: str, *, network: bool = False) -> tuple[Link, ...]:
    """The files of the view whose page is at that address; of a network those that its page does not make itself."""
    wanted = OF_NETWORK if network else OF_CHART
    return tuple(Link(title, addresses.file_of(page, ending), FILES[ending].about) for ending, title in wanted.items())


def example(query: Query) -> dict[str, object]:
    """The values of the first example, where the query cannot be asked without values."""
    return dict(query.examples[0]) if query.asks_for_values and query.examples else {}


def given_only(values: Mapping[str, object]) -> dict[str, object]:
    """The values that say something: a form sends empty ones too."""
    return {name: value for name, value in values.items() if value not in (None, "")}
