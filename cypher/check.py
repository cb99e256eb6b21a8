"""What only a server can tell of a query: whether it takes the statement, and whether the examples answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cypher.problem import Problem
from cypher.query import Query
from cypher.rules import GRAPH_COLUMNS, LEFT_OUT
from cypher.run import run
from graph import schema
from graph.errors import AtlasError, BadInputError
from graph.model import Column, Network, Table
from graph.remarks import ABSENT

if TYPE_CHECKING:
    from graph.database import Database, Plan

_SCHEMA = frozenset(
    {*schema.NODES, *schema.EDGES, schema.ALIAS_LABEL, schema.ALIAS_EDGE, schema.FORGOTTEN_LABEL}
    | {schema.TURN_LABEL, "key", "snapshots"}
    | {prop.name for node in schema.NODES.values() for prop in node.props}
    | {prop.name for edge in schema.EDGES.values() for prop in edge.props}
)


def verify(database: Database, query: Query) -> tuple[Problem, ...]:
    """What the server finds wrong with `query` and with the answers to its examples."""
    try:
        bound = query.bind(query.examples[0] if query.examples else {})
        plan = database.explain(query.text, {**bound, **({"graph": "none"} if query.projection else {})})
    except BadInputError as error:
        return (Problem(query.file, query.line("body"), str(error)),)
    return (*_plan_problems(query, plan), *_answer_problems(database, query))


def _plan_problems(query: Query, plan: Plan) -> Iterator[Problem]:
    body = query.line("body")
    if plan.query_type != "r":
        yield Problem(query.file, body, f"found a statement of type {plan.query_type}, expected one that reads (r)")
    declared = tuple(column.name for column in query.returns)
    allowed = {GRAPH_COLUMNS, (*GRAPH_COLUMNS, LEFT_OUT)} if query.kind == "graph" else {declared}
    if plan.columns not in allowed:
        expected = ", ".join(GRAPH_COLUMNS if query.kind == "graph" else declared)
        yield Problem(query.file, body, f"the server returns {', '.join(plan.columns)}, the header declares {expected}")
    for note in plan.notifications:
        if not _only_not_loaded(note):
            yield Problem(query.file, body, f"the server remarks: {note}")


def _only_not_loaded(note: str) -> bool:
    # The server warns of a label, type or property that its data do not have. What the schema has is only not loaded.
    found = ABSENT.search(note)
    return found is not None and found["name"] in _SCHEMA


def _answer_problems(database: Database, query: Query) -> Iterator[Problem]:
    line = query.line("example")
    for example in query.examples:
        asked = query.command(example)
        try:
            answer = run(database, query, example)
        except AtlasError as error:
            yield Problem(query.file, line, f"the example fails ({asked}): {error}")
            continue
        if not query.load and not (answer.nodes if isinstance(answer, Network) else answer.rows):
            yield Problem(query.file, line, f"the example returns nothing ({asked}): choose one that answers")
        if isinstance(answer, Table):
            yield from _mistyped(query, answer)


def _mistyped(query: Query, answer: Table) -> Iterator[Problem]:
    for at, column in enumerate(answer.columns):
        wrong = next((row[at] for row in answer.rows if not holds(column, row[at])), None)
        if wrong is not None:
            message = f"column `{column.name}` is declared {column.type}, and the example returns {wrong!r:.60}"
            yield Problem(query.file, query.line("returns", column.name), message)


def holds(column: Column, value: object) -> bool:
    """Whether `value` is of the column's type; nothing is of every type."""
    if value is None:
        return True
    if column.type.startswith("list["):
        item = Column(column.name, column.type[5:-1], column.about)
        return isinstance(value, list) and all(holds(item, each) for each in value)
    return _HOLDS.get(column.type, _is_text)(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_HOLDS: dict[str, Callable[[object], bool]] = {
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "bool": lambda value: isinstance(value, bool),
    "map": lambda value: isinstance(value, dict),
}
