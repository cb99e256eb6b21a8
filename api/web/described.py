"""The catalogue as OpenAPI: parameters and answers of each query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from api.formats import FORMATS
from api.problems import MEDIA_TYPE
from api.web.portion import DESCRIBED as PORTION

if TYPE_CHECKING:
    from cypher.params import Param
    from cypher.query import Query
    from graph.model import Column

Schema = dict[str, Any]

TOKEN = "token"  # noqa: S105 - its name
"""What the description calls the tokens of `ossatlas token`."""
_TEXT: Schema = {"type": "string"}
TYPES: dict[str, Schema] = {
    "str": _TEXT,
    "int": {"type": "integer", "format": "int64"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "month": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    "url": {"type": "string", "format": "uri"},
    "map": {"type": "object", "additionalProperties": True},
}
_NAMED = {"repository": "owner/name", "developer": "a login", "country": "a name or an ISO code"}

_COLUMNS: Schema = {"type": "array", "items": {"$ref": "#/components/schemas/Column"}}
SCHEMAS: dict[str, Schema] = {
    "Coverage": {
        "type": "object",
        "description": "What an answer rests on.",
        "required": ["sources", "snapshots", "months", "gaps"],
        "properties": {
            "sources": {"type": "array", "items": _TEXT},
            "snapshots": {"type": "array", "items": TYPES["map"]},
            "months": {
                "type": "object",
                "properties": {"from": {"type": ["string", "null"]}, "to": {"type": ["string", "null"]}},
            },
            "gaps": {"type": "array", "items": _TEXT},
        },
    },
    "Column": {
        "type": "object",
        "required": ["name", "type", "about"],
        "properties": {"name": _TEXT, "type": _TEXT, "about": _TEXT},
    },
    "Problem": {
        "type": "object",
        "description": "What went wrong (RFC 9457).",
        "required": ["type", "title", "status", "detail", "instance"],
        "properties": {
            "type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT, "instance": _TEXT,
            "hint": {"type": "string", "description": "what to do next"},
        },
    },
}  # fmt: skip


def format_parameter(offered: Iterable[str] = FORMATS) -> Schema:
    """The parameter that decides the format, of an answer that comes in those `offered`."""
    return {
        "name": "format",
        "in": "query",
        "description": "The format of the answer; the Accept header decides where it is absent.",
        "schema": {"type": "string", "enum": list(offered)},
    }


def parameters(query: Query) -> list[Schema]:
    """The parameters of a query, with bounds, defaults, meanings, the first example's values; and those of answers."""
    example = query.examples[0] if query.examples else {}
    portion = () if query.kind == "graph" else PORTION
    return [*(parameter(param, example.get(param.name)) for param in query.params), *portion, format_parameter()]


def parameter(param: Param, example: str | None = None) -> Schema:
    """One parameter. Lists are repeated or comma-separated."""
    found: Schema = {
        "name": param.name,
        "in": "query",
        "required": param.required,
        "description": param.about,
        "schema": _list(param) if param.type.many else _bounded(param),
    }
    if param.type.many:
        found |= {"style": "form", "explode": False}
    if example is not None:
        found["example"] = _example(param, example)
    return found


def about_path(query: Query, subject: str) -> dict[str, Any]:
    """The part of an address that names the repository or the developer whom a view is about."""
    return {
        "name": "path", "in": "path", "required": True, "schema": TYPES["str"], "example": query.examples[0][subject],
        "description": "owner/name of a repository, or a developer's login",
    }  # fmt: skip


def _example(param: Param, text: str) -> object:
    return param.take(text) if param.type.many or param.type.base in {"int", "float", "bool"} else text


def _one(param: Param) -> Schema:
    if param.type.choices:
        return {"type": "string", "enum": list(param.type.choices)}
    shape = dict(TYPES.get(param.type.base, _TEXT))
    return shape | ({"description": _NAMED[param.type.base]} if param.type.base in _NAMED else {})


def _list(param: Param) -> Schema:
    bounds = _present(minItems=_whole(param.low), maxItems=_whole(param.high), default=param.default)
    return {"type": "array", "items": _one(param), **bounds}


def _bounded(param: Param) -> Schema:
    if param.type.base == "str":
        return _one(param) | _present(minLength=_whole(param.low), maxLength=_whole(param.high), default=param.default)
    return _one(param) | _present(minimum=param.low, maximum=param.high, default=param.default)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _present(**values: object) -> Schema:
    return {name: value for name, value in values.items() if value is not None}


def responses(query: Query) -> dict[int | str, Schema]:
    """The answers of a query's route: the data in each format, not modified, and the problems."""
    return table_responses(query.title, answer_schema(query))


def table_responses(title: str, schema: Schema) -> dict[int | str, Schema]:
    """The answers of a route that comes in every format, as JSON by `schema`."""
    content: Schema = {form.media_type.partition(";")[0]: {"schema": _TEXT} for form in FORMATS.values()}
    content["application/json"] = {"schema": schema}
    return {200: {"description": title, "content": content}, 304: {"description": "Not modified"}, **PROBLEMS}


def profile_responses(title: str, name: str, columns: Sequence[Column]) -> dict[int | str, Schema]:
    """The answers of a route that tells of one: its row as an object, with what the columns mean."""
    row = {"type": "object", "properties": {column.name: column_schema(column) for column in columns}}
    known = document_schema(name, {"columns": _COLUMNS, "profile": row})
    known["required"].remove("cut")
    content = {"application/json": {"schema": known}}
    return {200: {"description": title, "content": content}, 304: {"description": "Not modified"}, **PROBLEMS}


def answer_schema(query: Query) -> Schema:
    """The JSON document of a query's answer."""
    return document_schema(query.name, _network() if query.kind == "graph" else rows_shape(query.returns))


def document_schema(name: str, shape: Schema) -> Schema:
    """The JSON document of an answer that holds `shape`."""
    return {
        "type": "object",
        "required": ["query", "title", "parameters", *shape, "coverage", "cut"],
        "properties": {
            "query": {"const": name},
            "title": _TEXT,
            "parameters": TYPES["map"],
            **shape,
            "coverage": {"$ref": "#/components/schemas/Coverage"},
            "cut": {"type": "boolean", "description": "whether the row cap left rows out"},
        },
    }


def _network() -> Schema:
    maps = {"type": "array", "items": TYPES["map"]}
    return {"nodes": maps, "edges": maps, "size_means": _TEXT, "weight_means": _TEXT}


def rows_shape(columns: Sequence[Column]) -> Schema:
    """What the document of a table with these columns holds."""
    row = {
        "type": "object",
        "description": "every column, or those that `fields` names",
        "properties": {column.name: column_schema(column) for column in columns},
    }
    following = {"type": ["string", "null"], "description": "address of the next page, null on the last one"}
    return {"columns": _COLUMNS, "rows": {"type": "array", "items": row}, "next": following}


def column_schema(column: Column) -> Schema:
    """The values of a column; each may be null, which means unknown."""
    many = column.type.startswith("list[")
    one = TYPES.get(column.type.removeprefix("list[").removesuffix("]"), _TEXT)
    shape: Schema = {"type": ["array", "null"], "items": one} if many else {**one, "type": [one["type"], "null"]}
    return shape | {"description": column.about}


def _problem(description: str) -> Schema:
    return {"description": description, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


PROBLEMS: dict[int | str, Schema] = {
    404: _problem("A name that the graph does not have"),
    410: _problem("A cursor of data that have changed since"),
    422: _problem("A parameter that cannot be taken"),
    503: _problem("Neo4j does not answer"),
    504: _problem("The query took longer than its budget"),
}
"""How the routes themselves refuse."""
REFUSALS: dict[int, Schema] = {
    400: _problem("A body that cannot be read"),
    401: _problem("No token where one is needed, or one that is not known"),
    403: _problem("A token without the scope that this needs"),
    413: _problem("A request that is too large"),
    421: _problem("A name in the Host header that this server does not answer for"),
    429: _problem("More than the rate allows; Retry-After says for how many seconds to wait"),
}
"""How a server refuses before a route is asked."""
