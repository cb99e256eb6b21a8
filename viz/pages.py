"""The pages, as pure functions: plain data in, HTML out. `viz.page_data` says how to fill them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from viz.page_data import (
    ChartPage,
    ConsolePage,
    DeveloperPage,
    ErrorPage,
    Found,
    Gallery,
    Home,
    NetworkPage,
    Panel,
    Picture,
    QueryFamily,
    QueryPage,
    RepositoryPage,
)
from viz.templating import render
from viz.views import draw

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""The header of every page: nothing from another host, nothing inline, no eval."""


def home_page(page: Home) -> str:
    """The first page: a live network that answers a question, what is loaded, and ways in."""
    return render("home.html", _values(page) | _embedded(page.picture, page.question))


def network_page(page: NetworkPage, *, embedded: bool = False) -> str:
    """A network on a full page, with its table, its Cypher, its parameters, its exports; `embedded` without a bar."""
    from viz.network import AtlasNetwork  # noqa: PLC0415  pyvis is slow to import

    picture = page.picture
    drawing = draw(picture.network, view=picture.view, centre=picture.centre, show=picture.show)
    return AtlasNetwork(drawing, page.title).generate_html(
        question=page.question, answer=page.answer, fields=page.fields, exports=page.exports, crumbs=page.crumbs,
        query=picture.query, cypher=picture.cypher, parameters=picture.parameters, embedded=embedded,
        files=page.files, shared=page.shared, statement=picture.statement, data=page.data,
        whole=page.whole, everything=picture.show.everything, more=page.more, undated=page.undated,
    )  # fmt: skip


def chart_page(page: ChartPage, *, embedded: bool = False) -> str:
    """A chart on a full page, with its table, its Cypher, its parameters and its exports; `embedded` without a bar."""
    more = {"chart": chart_data, "drawn": page.panel.drawn, "table": page.panel.table, "embedded": embedded}
    return render("chart.html", _values(page) | more)


def chart_data(panel: Panel) -> dict[str, object]:
    """What the browser draws a chart from: Vega, how it fits its place, its groups and the months it plays through."""
    from viz.vega.compiled import vega  # noqa: PLC0415  slow to import

    drawn = panel.drawn
    groups = [group.id for group in drawn.groups]
    size = {"fit": drawn.fit, "widest": drawn.widest, "tall": drawn.tall}
    return {"vega": vega(drawn), **size, "groups": groups, "frames": list(drawn.frames)}


def views_page(gallery: Gallery) -> str:
    """All views, by family, with small pictures of them."""
    return render("views.html", {"gallery": gallery})


def repository_page(page: RepositoryPage) -> str:
    """A repository's page."""
    return render("repository.html", _values(page) | _embedded(page.picture, page.name))


def developer_page(page: DeveloperPage) -> str:
    """A developer's page."""
    return render("developer.html", _values(page) | _embedded(page.picture, page.login))


def query_page(page: QueryPage) -> str:
    """A query's page: what it answers, its parameters as a form, the answer, the Cypher, the exports."""
    return render("query.html", _values(page))


def queries_page(families: Sequence[QueryFamily]) -> str:
    """The list of all queries, by family."""
    return render("queries.html", {"families": families})


def console_page(page: ConsolePage) -> str:
    """The console: an editor for statements, and room for what they tell."""
    return render("console.html", _values(page))


def console_answer(found: Found) -> str:
    """What a statement told, as a part of the console's page."""
    drawn: dict[str, object] = {"drawing": None, "network": None, "chart": None}
    if found.network is not None and found.network.nodes:
        drawn |= _embedded(Picture(found.network), "")
    if found.panel is not None:
        drawn |= {"chart": chart_data(found.panel)}
    return render("_found.html", {"found": found} | drawn)


def docs_page(openapi: str = "/openapi.json") -> str:
    """The API's reference, drawn by Swagger UI from our own files; `openapi` is the description's address."""
    return render("docs.html", {"openapi": openapi})


def error_page(page: ErrorPage) -> str:
    """What went wrong, and what to do next."""
    return render("error.html", _values(page))


def _values(page: object) -> dict[str, object]:
    """The fields of a page's dataclass by name. Not `asdict`, which would copy whole networks."""
    return {field.name: getattr(page, field.name) for field in fields(page)}  # type: ignore[arg-type]


def _embedded(picture: Picture | None, heading: str) -> dict[str, object]:
    """The picture of a page that is more than its picture: drawing and data, both None without a picture."""
    if picture is None or not picture.network.nodes:
        return {"drawing": None, "network": None}
    from viz.network import AtlasNetwork  # noqa: PLC0415  pyvis is slow to import

    drawing = draw(picture.network, view=picture.view, centre=picture.centre, show=picture.show)
    return {"drawing": drawing, "network": AtlasNetwork(drawing, heading).data()}
