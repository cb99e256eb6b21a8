"""Views as files: each ending with its media type and what writes it. Heavy imports wait until one is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.web.headers import SHOWN_ELSEWHERE
from graph.errors import BadInputError
from viz import addresses

if TYPE_CHECKING:
    from viz.drawing import Drawing
    from viz.export.sheet import Sheet
    from viz.export.subject import Subject

Write = Callable[["Subject", "Sheet"], bytes]
FRESH_SECONDS = 300
PICTURE_POLICY = "default-src 'none'; frame-ancestors 'self'; sandbox"
"""A picture runs nothing and loads nothing, also where it is opened by itself."""
PICTURE_HEADERS = {"Content-Security-Policy": PICTURE_POLICY, **SHOWN_ELSEWHERE}


@dataclass(frozen=True, slots=True)
class ViewFile:
    """A file of a view: its ending, its media type, what writes it; pictures are shown, data are saved."""

    ending: str
    media_type: str
    write: Write
    picture: bool = False
    about: str = ""

    def headers(self, name: str) -> dict[str, str]:
        """The headers of the file under that name."""
        way = "inline" if self.picture else "attachment"
        sent = {"Content-Disposition": f'{way}; filename="{name}.{self.ending}"'}
        if self.picture:
            sent |= {"Cache-Control": f"public, max-age={FRESH_SECONDS}", **PICTURE_HEADERS}
        return sent


def _svg(subject: Subject, sheet: Sheet) -> bytes:
    from viz.export.svg import svg  # noqa: PLC0415 - pictures alone need it

    return svg(subject, sheet).encode()


def _png(subject: Subject, sheet: Sheet) -> bytes:
    from viz.export.raster import png  # noqa: PLC0415 - slow to import
    from viz.export.svg import svg  # noqa: PLC0415 - pictures alone need it

    return png(svg(subject, sheet), sheet)


def _pdf(subject: Subject, _: Sheet) -> bytes:
    from viz.export.report import report  # noqa: PLC0415 - slow to import

    return report(subject)


def _json(subject: Subject, _: Sheet) -> bytes:
    """What the page of a network is drawn from, with what it rests on; of a chart the answer as the API has it."""
    from api.answer import Answer  # noqa: PLC0415 - data alone need it
    from api.formats.document import as_json, coverage_document, finite  # noqa: PLC0415

    if subject.drawing is None:
        return as_json(Answer(subject.view, subject.title, subject.table, subject.parameters))
    from viz.network import AtlasNetwork  # noqa: PLC0415 - pyvis is slow to import

    asked = {"query": subject.view, "parameters": finite(dict(subject.parameters)), "cypher": subject.cypher}
    data = AtlasNetwork(subject.drawing, subject.title).data() | asked | {"page": subject.address}
    found = data | {"coverage": coverage_document(subject.coverage)}
    return f"{json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False)}\n".encode()


def _csv(subject: Subject, _: Sheet) -> bytes:
    from api.formats.delimited import table_csv  # noqa: PLC0415 - data alone need it
    from viz.export.rows import edge_rows  # noqa: PLC0415

    return table_csv(edge_rows(subject.drawing) if subject.drawing else subject.table)


def _nodes(subject: Subject, _: Sheet) -> bytes:
    from api.formats.delimited import table_csv  # noqa: PLC0415 - data alone need it
    from viz.export.rows import node_rows  # noqa: PLC0415

    return table_csv(node_rows(network(subject)))


def _gexf(subject: Subject, _: Sheet) -> bytes:
    from viz.export.gexf import gexf  # noqa: PLC0415 - slow to import

    return gexf(network(subject), subject.as_of)


def _graphml(subject: Subject, _: Sheet) -> bytes:
    from viz.export.graphml import graphml  # noqa: PLC0415 - slow to import

    return graphml(network(subject))


def network(subject: Subject) -> Drawing:
    """The network of `subject`; BadInputError where it is a chart."""
    if subject.drawing is None:
        raise BadInputError(
            f"{subject.view} is a chart and no network",
            hint=f"its rows are at {addresses.VIEWS}/{subject.view}.csv",
        )
    return subject.drawing


CSV = "text/csv; charset=utf-8"
FILES = {
    file.ending: file
    for file in (
        ViewFile("nodes.csv", CSV, _nodes, about="nodes as CSV"),
        ViewFile("svg", "image/svg+xml; charset=utf-8", _svg, picture=True, about="picture, sharp at any size"),
        ViewFile("png", "image/png", _png, picture=True, about="picture in pixels"),
        ViewFile("pdf", "application/pdf", _pdf, picture=True, about="report"),
        ViewFile("json", "application/json", _json, about="everything that the page shows"),
        ViewFile("csv", CSV, _csv, about="edges, or a chart's rows, as CSV"),
        ViewFile("gexf", "application/gexf+xml", _gexf, about="network for Gephi"),
        ViewFile("graphml", "application/graphml+xml", _graphml, about="network for yEd, igraph and others"),
    )
}
"""By ending, the longest first: an address that ends in `.nodes.csv` ends in `.csv` too."""
NETWORKS_ONLY = ("nodes.csv", "gexf", "graphml")
