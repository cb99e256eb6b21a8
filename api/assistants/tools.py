"""The catalogue's queries as tools."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import mcp_types as types

from api.assistants.told import READS, told
from api.picture import is_view
from api.views import page_address
from api.web.described import parameter
from viz import addresses

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from cypher.query import Query


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


def answer(atlas: Atlas, name: str, given: Mapping[str, object], site: str) -> types.CallToolResult:
    """The answer of a query: rows, coverage, what was cut, and the address of its page at `site`."""
    found = atlas.ask(name, given)
    query = atlas.catalogue.find(name)
    path = page_address(query, given) if is_view(query) else addresses.query(name, given)
    return told(found, f"{site}{path}")
