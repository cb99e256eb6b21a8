"""The console: a page for statements of one's own, and what they told as parts of it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from api.answer import typed_table
from api.pages.found import axes, chart_panel, graph_of, in_words
from api.pages.gather import example, given_only, seen
from api.pages.kept import plain_page
from api.pages.query import families
from api.routes import parameters_of_page
from api.statements import Statement, attended
from cypher.draft import draft
from cypher.guard import PROCEDURES, may_call
from graph import schema
from viz import addresses, pages
from viz.page_data import ConsolePage, Found

if TYPE_CHECKING:
    from fastapi import APIRouter

    from api.statements import Desk
    from api.web.atlas import Atlas
    from graph.capped import Told

FIRST = "MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r:Repository)\nRETURN d, c, r\nLIMIT 25"
"""What the console begins with."""
_FUNCTIONS = """
SHOW FUNCTIONS YIELD name, signature, description
RETURN name, signature, description ORDER BY name
"""


class Asked(Statement):
    """A statement, and how to show what it tells."""

    shape: Annotated[Literal["table", "network", "chart"], Field(description="how it is shown")] = "table"
    x: Annotated[str, Field(max_length=1000)] = ""
    y: Annotated[str, Field(max_length=1000)] = ""
    kind: Literal["bars", "line", "points"] = "bars"


def add_console(router: APIRouter, atlas: Atlas, desk: Desk) -> None:
    """The page of the console, and the routes that it asks."""

    def page(request: Request) -> Response:
        data = console_data(atlas, parameters_of_page(request))
        page = replace(data, closed=bool(desk.closed), caps=desk.caps)
        return plain_page(request, pages.console_page(page))

    def words() -> Response:
        return Response(json.dumps(known_words(atlas), ensure_ascii=False), media_type="application/json")

    async def answer(request: Request, asked: Asked) -> Response:
        began = time.monotonic()
        told = await attended(request, desk, asked)
        return HTMLResponse(pages.console_answer(found(told, asked, time.monotonic() - began)), headers=_UNKEPT)

    async def query_file(request: Request, asked: Statement) -> Response:
        told = await attended(request, desk, asked)
        columns = typed_table(told.rows).columns
        return PlainTextResponse(draft(asked.statement, asked.parameters, columns), headers=_UNKEPT)

    router.add_api_route(addresses.CONSOLE, page)
    router.add_api_route(f"{addresses.CONSOLE}/words", words)
    router.add_api_route(f"{addresses.CONSOLE}/answer", answer, methods=["POST"], response_class=Response)
    router.add_api_route(f"{addresses.CONSOLE}/query", query_file, methods=["POST"], response_class=Response)


def console_data(atlas: Atlas, values: Mapping[str, object]) -> ConsolePage:
    """The page, with the statement of the query that `query` names and the parameters that the server sees."""
    asked = given_only(values)
    name = str(asked.pop("query", ""))
    statement, parameters = _of_query(atlas, name, asked) if name else (FIRST, {})
    shown = json.dumps(parameters, ensure_ascii=False, indent=2) if parameters else ""
    examples = tuple(families(atlas.catalogue, lambda query: addresses.console(query.name)))
    return ConsolePage(statement, shown, examples)


def _of_query(atlas: Atlas, name: str, asked: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
    query = atlas.catalogue.find(name)
    return query.text, seen(atlas, query, query.bind(asked or example(query)))


def known_words(atlas: Atlas) -> dict[str, Any]:
    """What the editor offers: labels, types, properties, and the functions and procedures that may run."""
    kept = [prop.name for node in schema.NODES.values() for prop in node.props]
    kept += [prop.name for edge in schema.EDGES.values() for prop in edge.props]
    functions = [row for row in atlas.database.read(_FUNCTIONS).records() if may_call(str(row["name"]))]
    return {
        "labels": list(schema.NODES),
        "relationshipTypes": list(schema.EDGES),
        "propertyKeys": sorted({"key", *kept}),
        "graphSchema": [
            {"from": start, "to": end, "relType": edge.type}
            for edge in schema.EDGES.values() for start in edge.start for end in edge.end
        ],
        "functions": functions,
        "procedures": sorted(PROCEDURES),
    }  # fmt: skip


def found(told: Told, asked: Asked, seconds: float) -> Found:
    """What a statement told, shaped as it was asked for."""
    table = typed_table(told.rows)
    graph, wanted = graph_of(told.rows.rows), asked.shape == "chart"
    x, y = axes(table, asked.x, asked.y)
    words = [[in_words(value) for value in row] for row in table.rows]
    return Found(
        replace(table, rows=words),
        network=graph if asked.shape == "network" else None,
        panel=chart_panel(table, x, y, asked.kind) if wanted else None,
        plan=told.plan,
        remarks=told.remarks,
        axes={"x": x, "y": y, "kind": asked.kind} if wanted else {},
        cut_by=told.cut_by,
        seconds=seconds,
        has_nodes=bool(graph.nodes),
        ran=asked.mode != "explain",
    )


_UNKEPT = {"Cache-Control": "no-store"}
