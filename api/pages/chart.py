"""The page of a chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from api.pages.gather import example, exports, fields, files, params, part
from api.views import apart, more, page_address
from viz import addresses, charts
from viz.export.subject import Subject
from viz.language import say, termed, translated
from viz.page_data import ChartPage, Choice, Link, Panel
from viz.sharing import shared
from viz.vega.drawn import Look

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.query import Query
    from graph.model import Table
    from viz.vega.drawn import Ask, Option


def chart_data(atlas: Atlas, query: Query, given: Mapping[str, object]) -> ChartPage:
    """What the page of a chart shows; without parameters where some are required, its example."""
    values, options = apart(query, given)
    asked = values or example(query)
    bound = query.bind(asked)
    table = cast("Table", atlas.ask(query.name, asked).result)
    page = page_address(query, {**asked, **_unusual(query.name, options)})
    subject = Subject(query.name, translated(query.title), table, translated(query.about), "", bound, query.text, page)
    own = charts.painted(query.name, bound)
    return ChartPage(
        panel(atlas, query, table, Look(options, bound, colors=own)),
        fields(query, bound),
        choices(query, asked, options),
        files(page),
        tuple(link for link in exports(query.name, asked) if link.title not in {"CSV", "JSON"}),
        (Link(say("views.title"), addresses.VIEWS),),
        query.text,
        bound,
        shared(subject),
        tuple(below(atlas, ask, own) for ask in charts.panels(query.name, bound)),
        more(query, asked),
        () if table.rows else _near(atlas, query.name),
        params(atlas, query, bound),
    )


def _near(atlas: Atlas, name: str) -> tuple[Link, ...]:
    """Links to the views that are near the chart `name`."""
    found = [atlas.catalogue.find(other) for other in charts.near(name)]
    return tuple(Link(translated(query.title), page_address(query, {})) for query in found)


def panel(atlas: Atlas, query: Query, table: Table, look: Look) -> Panel:
    """The chart of an answer, with the other answers that it shows beside it."""
    tables = beside(atlas, query, look.asked) if table.rows else {}
    drawn = charts.draw(query.name, table, replace(look, beside=tables))
    return Panel(
        query.name, translated(query.title), translated(query.about), drawn, table, page_address(query, look.asked)
    )


def beside(atlas: Atlas, query: Query, asked: Mapping[str, object]) -> dict[str, Table]:
    """The other answers that the chart of `query` shows, by what the chart calls them."""
    return {name: part(atlas, ask.query, ask.given).table for name, ask in charts.beside(query.name, asked).items()}


def below(atlas: Atlas, ask: Ask, colors: Mapping[str, str]) -> Panel:
    """A chart below another one, with its colours of projects; empty where the graph has no answer."""
    query = atlas.catalogue.find(ask.query)
    known = {param.name for param in query.params}
    given = {name: value for name, value in ask.given.items() if name in known}
    look = Look(charts.chosen(query.name, {}), query.bind(given), colors=colors)
    drawn = panel(atlas, query, part(atlas, query.name, given).table, look)
    return Panel(drawn.name, drawn.title, drawn.about, drawn.drawn, drawn.table, page_address(query, given))


def choices(query: Query, asked: Mapping[str, object], options: Mapping[str, str]) -> tuple[Choice, ...]:
    """A link for each way to look at the chart; that of the present way leads nowhere."""
    return tuple(_choice(query, asked, options, option) for option in charts.options(query.name))


def _choice(query: Query, asked: Mapping[str, object], options: Mapping[str, str], option: Option) -> Choice:
    links = []
    for value in option.choices:
        wanted = _unusual(query.name, {**options, option.name: value})
        here = options[option.name] == value
        links.append(Link(termed(value), "" if here else page_address(query, {**asked, **wanted})))
    return Choice(translated(option.title), tuple(links))


def _unusual(name: str, options: Mapping[str, str]) -> dict[str, str]:
    """The options that are not the usual ones: only they are in the address."""
    usual = charts.chosen(name, {})
    return {option: value for option, value in options.items() if usual[option] != value}
