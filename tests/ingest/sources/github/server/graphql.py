"""Runs queries of GraphQL on the world by GitHub's own schema: a field that GitHub lacks fails here as there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLOutputType,
    GraphQLResolveInfo,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    execute_sync,
    get_named_type,
    is_enum_type,
    is_list_type,
    is_scalar_type,
    parse,
    validate,
)

from tests.ingest.sources.github.server.answers import Answer, Call
from tests.ingest.sources.github.server.connections import Connection, Edge
from tests.ingest.sources.github.server.fields import FIELDS, Event
from tests.ingest.sources.github.server.published import Json, graphql_schema
from tests.ingest.sources.github.server.things import Account, Issue, Repository, World

MOST_NODES = 500_000
NOTHING = {
    "Int": 0, "Float": 0.0, "Boolean": False, "DateTime": "2024-01-01T00:00:00Z", "URI": "https://x.example.com",
}  # fmt: skip
"""The least value of scalars that are no text."""


def answer(world: World, call: Call, limit: Mapping[str, Json]) -> Answer:
    """What the world answers to a query; `limit` is what `rateLimit` says."""
    text, given = call.body.get("query", ""), call.body.get("variables") or {}
    document, errors = _read(text)
    if errors or document is None:
        return Answer(200, {"errors": [dict(error) for error in errors]}, path="/graphql")
    nodes = node_count(document, given)
    if nodes > MOST_NODES:
        words = f"This query requests up to {nodes:,} possible nodes which exceeds the maximum limit of 500,000."
        return Answer(200, {"errors": [{"type": "MAX_NODE_LIMIT_EXCEEDED", "message": words}]}, path="/graphql")
    done = execute_sync(
        graphql_schema(), document, variable_values=given, context_value=(world, {**limit, "nodeCount": nodes}),
        field_resolver=resolve, type_resolver=lambda thing, *_: type_name(thing),
    )  # fmt: skip
    assert isinstance(done, ExecutionResult)
    value: dict[str, Json] = {"data": done.data}
    if done.errors:
        value["errors"] = [shown_error(error) for error in done.errors]
    return Answer(200, value, path="/graphql")


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[DocumentNode | None, list[dict[str, Json]]]:
    try:
        document = parse(text)
    except GraphQLError as error:
        return None, [{"message": f"Parse error: {error.message}"}]
    return document, [
        {**shown_error(error), "extensions": {"code": "undefinedField"}}
        for error in validate(graphql_schema(), document)
    ]


def shown_error(error: GraphQLError) -> dict[str, Json]:
    """An error as GitHub writes it; what went wrong in this server itself is raised."""
    if error.original_error is not None and not isinstance(error.original_error, GraphQLError):
        raise error.original_error
    places = [{"line": place.line, "column": place.column} for place in error.locations or ()]
    made = {"message": error.message, "locations": places, **(error.extensions or {})}
    return {**made, "path": error.path} if error.path else made


def resolve(source: Json, info: GraphQLResolveInfo[tuple[World, Json]], **args: Json) -> Json:
    """The value of a field: by the table, else by the thing's own attribute, else the least of its type."""
    world, limit = info.context
    name = info.field_name
    if field := FIELDS.get(f"{info.parent_type.name}.{name}"):
        return field(source, args, world)
    if info.parent_type.name == "Query" and name == "rateLimit":
        return limit
    value = _own(source, name)
    return least_of(info.return_type) if value is None else value


def _own(source: Json, name: str) -> Json:
    if isinstance(source, Connection):
        return source.field(name)
    if isinstance(source, Edge):
        return source.facts.get(name, getattr(source, name, None))
    if isinstance(source, Mapping):
        return source.get(name)
    return getattr(source, name, None)


def least_of(kind: GraphQLOutputType) -> Json:
    """Null where the type takes it, else nothing in the type's own form."""
    if not isinstance(kind, GraphQLNonNull):
        return None
    if is_list_type(kind.of_type):
        return []
    named = get_named_type(kind)
    if is_enum_type(named):
        return next(iter(named.values.values())).value
    if is_scalar_type(named):
        return NOTHING.get(named.name, "")
    if named.name.endswith("Connection"):
        return Connection((), 0, before=False, after=False)
    assert not isinstance(named, GraphQLInterfaceType), f"the server has no {named}"
    return {}


def type_name(thing: Json) -> str:
    """The name of a thing's type."""
    if isinstance(thing, Issue):
        return "PullRequest" if thing.pull else "Issue"
    if isinstance(thing, Account):
        return thing.kind
    if isinstance(thing, Event):
        return thing.type
    return type(thing).__name__ if isinstance(thing, Repository) else str(thing.get("__typename"))


def node_count(document: DocumentNode, given: Mapping[str, Json]) -> int:
    """How many nodes a query may bring at most, counted as GitHub does: by what it asks for, not what there is."""
    fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}

    def count(selection: SelectionSetNode | None, factor: int) -> int:
        total = 0
        for each in selection.selections if selection else ():
            asked = _asked(each, given) if isinstance(each, FieldNode) else 0
            inner = fragments[each.name.value] if isinstance(each, FragmentSpreadNode) else each
            total += factor * asked + count(getattr(inner, "selection_set", None), factor * (asked or 1))
        return total

    tops = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    return sum(count(one.selection_set, 1) for one in tops)


def _asked(field: FieldNode, given: Mapping[str, Json]) -> int:
    for argument in field.arguments or ():
        if argument.name.value in ("first", "last"):
            value = argument.value
            if isinstance(value, VariableNode):
                return int(given.get(value.name.value) or 0)
            return int(value.value) if isinstance(value, IntValueNode) else 0
    return 0
