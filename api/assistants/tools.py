"""The catalogue's queries as tools, and one for statements of the assistant's own; answers are compact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import mcp_types as types

from api.answer import Answer, of_rows
from api.formats.document import finite
from api.formats.markdown import as_markdown
from api.picture import is_view
from api.statements import Statement
from api.views import page_address
from api.web.described import parameter
from graph.model import Network, Table
from viz import addresses

if TYPE_CHECKING:
    from api.statements import Desk
    from api.web.atlas import Atlas
    from cypher.query import Query

CYPHER = "cypher"
MOST = 50
"""Rows of an answer, ties of a network: what an assistant reads at once."""
READS = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def tool(query: Query) -> types.Tool:
    """One query as a tool: its parameters as a JSON schema, what it answers as its description."""
    described = [parameter(param) for param in query.params]
    return types.Tool(
        name=query.name,
        title=query.title,
        description=f"{query.title}. {query.about}",
        input_schema={
            "type": "object",
            "properties": {one["name"]: {"description": one["description"], **one["schema"]} for one in described},
            "required": [one["name"] for one in described if one["required"]],
            "additionalProperties": False,
        },
        annotations=READS,
    )


def cypher_tool() -> types.Tool:
    """The tool that runs a statement of the assistant's own, read-only."""
    return types.Tool(
        name=CYPHER,
        title="Read the graph with Cypher",
        description="Runs one Cypher statement that only reads (Neo4j 5.26), within ten seconds. Read the resource "
        "ossatlas://schema first. Prefer the other tools: they tell what their numbers rest on.",
        input_schema=Statement.model_json_schema(),
        annotations=READS,
    )


def answer(atlas: Atlas, name: str, given: Mapping[str, object], site: str) -> types.CallToolResult:
    """The answer of a query: rows, coverage, what was cut, and the address of its page at `site`."""
    found = atlas.ask(name, given)
    query = atlas.catalogue.find(name)
    path = page_address(query, given) if is_view(query) else addresses.query(name, given)
    return told(found, f"{site}{path}")


def run(desk: Desk, given: Mapping[str, Any], name: str) -> types.CallToolResult:
    """What a statement of the assistant's own tells; NotAllowedError where it may not run. `name` is for its end."""
    asked = Statement.model_validate({"limit": MOST, **given})
    found = desk.read(asked, name)
    return told(of_rows(CYPHER, found.rows, {}, cap=asked.limit), "")


def told(found: Answer, page: str) -> types.CallToolResult:
    """An answer as text to read and as values to use: at most 50 rows, and how many there are."""
    table = found.table
    shown = Answer(found.query, found.title, Table(table.columns, table.rows[:MOST], table.coverage), found.parameters)
    coverage, rows = found.coverage, len(table.rows)
    values = {
        "columns": {column.name: column.about for column in table.columns},
        "rows": finite(shown.table.records()),
        "found": rows,
        "more": found.result.cut or rows > MOST,
        "sources": list(coverage.sources),
        "months": [coverage.covers_from, coverage.covers_to],
        "gaps": list(coverage.gaps),
        **({"nodes": len(found.result.nodes)} if isinstance(found.result, Network) else {}),
        **({"page": page} if page else {}),
    }
    words = [as_markdown(shown).decode(), *([f"Page: {page}"] if page else [])]
    if values["more"]:
        words.append(f"{min(rows, MOST)} of {rows} rows are shown{', and more were found' * found.result.cut}.")
    return types.CallToolResult(
        content=[types.TextContent(type="text", text="\n".join(words))], structured_content=values
    )


def refused(sentence: str) -> types.CallToolResult:
    """A failure that the assistant can read and mend."""
    return types.CallToolResult(content=[types.TextContent(type="text", text=sentence)], is_error=True)
