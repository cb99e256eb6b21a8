"""What the graph has of each kind of node: all by pages, in the order of their keys, and one by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.answer import Answer
from api.routes import TAKES_NONE, Endpoint, attached, given_parameters, one_row
from api.web.cursor import following, link, packed, unpacked
from api.web.described import (
    TYPES,
    document_schema,
    format_parameter,
    profile_responses,
    rows_shape,
    table_responses,
)
from api.web.freshness import fresh, mark
from api.web.negotiation import PARAMETER, wanted_format
from api.web.portion import DESCRIBED, NAMES, apart
from cypher.coverage import read_coverage
from cypher.problem import near
from graph.elements import NODES, Elements
from graph.errors import BadInputError
from graph.model import Table
from graph.node_kinds import DEVELOPER, REPOSITORY, SNAPSHOT
from viz import addresses

if TYPE_CHECKING:
    from api.web.atlas import Atlas
    from graph.kinds import Prop

PAGE = 100
PROFILED = (REPOSITORY.label, DEVELOPER.label)
"""Kinds of which one is told by a query of the catalogue."""
LISTED = {name: elements for name, elements in NODES.items() if elements.label != SNAPSHOT.label}
"""All kinds but snapshots, which a query of the catalogue lists."""
EXAMPLES = {
    "organizations": "DeepSeek", "countries": "China", "domains": "llm-landscape-2025/infrastructure",
    "techniques": "GGUF", "features": "visual-interface", "products": "Devin", "figures": "dsw-01", "months": "2025-01",
    "events": "2022-09/pytorch-pytorch/moved-to-the-linux-foundation-as-the-pytorch-foundation",
}  # fmt: skip
"""A name of each kind that the bundled data have."""


def entity_routes(atlas: Atlas) -> APIRouter:
    """`/api/v1/organizations`, `/api/v1/organizations/{name}` and the like, for each kind of node of the schema."""
    router = APIRouter(prefix=addresses.API, tags=["entities"])
    for name, elements in LISTED.items():
        router.add_api_route(
            f"/{name}", listing(atlas, elements), summary=f"All {name}", operation_id=f"list-{name}",
            description=elements.kind.about, responses=_responses(elements), response_class=Response,
            openapi_extra={"parameters": [*map(_filter, _indexed(elements)), *DESCRIBED, format_parameter()]},
        )  # fmt: skip
        if elements.label not in PROFILED:
            router.add_api_route(
                f"/{name}/{{name:path}}", one(atlas, elements), operation_id=f"one-of-{name}",
                summary=f"One of the {name}", description=elements.kind.about,
                responses=profile_responses(elements.kind.about, name, elements.columns),
                openapi_extra={"parameters": [_name(name)]}, response_class=Response, dependencies=TAKES_NONE,
            )  # fmt: skip
    return router


def listing(atlas: Atlas, elements: Elements) -> Endpoint:
    """The endpoint of all nodes of a kind; its cursor is a key, and holds whatever happens to the data."""

    def answer(request: Request) -> Response:
        form, (portion, rest) = wanted_format(request), apart(given_parameters(request))
        equal, size = _equal(elements, rest), portion.size or PAGE
        after = str(unpacked(portion.cursor, str)[0]) if portion.cursor else ""
        tag = mark(atlas.version(), "list", [column.name for column in elements.columns], equal, portion, form.name)

        def written() -> Response:
            rows = elements.page(atlas.database, after, size + 1, equal)
            address = following(request, packed(str(rows[size - 1][0])) if len(rows) > size else "")
            table = Table(elements.columns, rows[:size], read_coverage(atlas.database, None))
            found = portion.of(Answer(elements.name, _title(elements), table, equal, next=address), 0)
            return Response(form.write(found), media_type=form.media_type, headers=link(address))

        return fresh(request, tag, written, form.media_type, attached(elements.name, form))

    return answer


def one(atlas: Atlas, elements: Elements) -> Endpoint:
    """The endpoint of one node of a kind, by its name or its key."""

    def answer(request: Request, name: str) -> Response:
        def found() -> Answer:
            row = elements.one(atlas.database, name)
            table = Table(elements.columns, [row], read_coverage(atlas.database, None))
            return Answer(elements.name, _title(elements), table, {"name": name})

        return one_row(request, mark(atlas.version(), elements.name, name), found)

    return answer


def _equal(elements: Elements, given: Mapping[str, object]) -> dict[str, object]:
    """The values that nodes are to have, of properties that an index serves."""
    for name in given:
        if name not in elements.indexed:
            valid = [*elements.indexed, *NAMES, PARAMETER]
            raise BadInputError(f"{elements.name} are not asked for by {name!r}; {near(name, valid)}")
    return {prop.name: _taken(prop, given[prop.name]) for prop in _indexed(elements) if prop.name in given}


def _taken(prop: Prop, value: object) -> object:
    if isinstance(value, list):
        raise BadInputError(f"{prop.name}: found several, expected one")
    if prop.type != "int":
        return value
    try:
        return int(str(value))
    except ValueError:
        raise BadInputError(f"{prop.name}: found {str(value)[:40]!r}, expected a whole number") from None


def _indexed(elements: Elements) -> list[Prop]:
    return [prop for prop in elements.kind.props if prop.name in elements.indexed]


def _title(elements: Elements) -> str:
    return elements.name.capitalize()


def _filter(prop: Prop) -> dict[str, Any]:
    return {"name": prop.name, "in": "query", "description": prop.about, "schema": TYPES.get(prop.type, TYPES["str"])}


def _name(kind: str) -> dict[str, Any]:
    about = {"description": "a name, or a key", "schema": TYPES["str"]}
    example = {"example": EXAMPLES[kind]} if kind in EXAMPLES else {}
    return {"name": "name", "in": "path", "required": True, **about, **example}


def _responses(elements: Elements) -> dict[int | str, dict[str, Any]]:
    return table_responses(_title(elements), document_schema(elements.name, rows_shape(elements.columns)))
