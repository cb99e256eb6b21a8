"""The shapes of GitHub's answers: whether an answer has one, and the least value that has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jsonschema import Draft7Validator

from tests.ingest.sources.github.server.published import Json, openapi

JSON = "application/json"


@cache
def components() -> dict[str, Json]:
    """All named schemas, as JSON Schema writes them."""
    held = openapi()["components"]
    return {"schemas": {name: plain(schema) for name, schema in held["schemas"].items()}}


def plain(schema: Json) -> Json:
    """The same schema as JSON Schema writes it: OpenAPI 3.0 says `nullable` where that lists null as a type."""
    if isinstance(schema, list):
        return [plain(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    made = {name: plain(value) for name, value in schema.items() if name not in ("example", "examples")}
    if schema.get("nullable") is True:
        return _or_null(made)
    return made


def _or_null(schema: dict[str, Json]) -> dict[str, Json]:
    return {"anyOf": [{"type": "null"}, {name: value for name, value in schema.items() if name != "nullable"}]}


@cache
def answer_schema(path: str, status: int, method: str = "get") -> Json:
    """The schema of the answer of this path (as OpenAPI writes it) and status; None where it has no body."""
    response = openapi()["paths"][path][method]["responses"][str(status)]
    if "$ref" in response:
        response = openapi()["components"]["responses"][response["$ref"].rpartition("/")[2]]
    content = response.get("content", {})
    return plain(content[JSON]["schema"]) if JSON in content else None


@cache
def _validator(path: str, status: int) -> Draft7Validator:
    return Draft7Validator({"allOf": [answer_schema(path, status)], "components": components()})


def faults_of(value: Json, path: str, status: int = 200) -> list[str]:
    """Where `value` is not as the schema of this path and status wants it."""
    return [f"{error.json_path}: {error.message[:200]}" for error in _validator(path, status).iter_errors(value)]


@cache
def least(path: str, *, item: bool = False, status: int = 200) -> Json:
    """The least value that the path's schema takes (of a list: the least item); shared, so copy it to change it."""
    schema = answer_schema(path, status)
    return filled(_item(schema) if item else schema)


@cache
def least_named(name: str) -> Json:
    """The least value of the schema that GitHub calls `name`; shared, so copy it to change it."""
    return filled(components()["schemas"][name])


def _item(schema: Json) -> Json:
    for choice in schema.get("anyOf", [schema]):
        if choice.get("type") == "array":
            return choice["items"]
    raise AssertionError(f"no list: {schema}")


def filled(schema: Json) -> Json:
    """The least value that `schema` takes: what is required and nothing else, null where that is allowed."""
    if "$ref" in schema:
        return filled(components()["schemas"][schema["$ref"].rpartition("/")[2]])
    for choice in ("oneOf", "anyOf"):
        if choice in schema:
            return _with(filled(schema[choice][0]), schema)
    if "allOf" in schema:
        return _with(_joined([filled(each) for each in schema["allOf"]]), schema)
    if "enum" in schema:
        return schema["enum"][0]
    return _simple(schema)


def _with(value: Json, schema: Json) -> Json:
    """`value` with what the schema around a choice requires beside it."""
    if isinstance(value, dict) and "properties" in schema:
        return {**_simple({**schema, "type": "object"}), **value}
    return value


def _joined(values: list[Json]) -> Json:
    if not all(isinstance(value, dict) for value in values):
        return values[0]
    return {name: value for each in values for name, value in each.items()}


def _simple(schema: Json) -> Json:
    kind = schema.get("type", "object" if "properties" in schema else None)
    if kind == "object":
        named = schema.get("properties", {})
        return {name: filled(named.get(name, {})) for name in schema.get("required", ())}
    if kind in ("array", "null"):
        return [] if kind == "array" else None
    if kind in ("integer", "number"):
        return schema.get("minimum", 0)
    if kind == "boolean":
        return False
    return "2024-01-01T00:00:00Z" if schema.get("format") == "date-time" else "x" * schema.get("minLength", 0)
