"""The rules that every query file keeps, as far as they can be told without a server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cypher import vocabulary
from cypher.body import Body
from cypher.problem import Problem, near
from cypher.query import Query
from cypher.words import END, Word, columns, parameters, words_of
from graph import schema
from graph.edge_kinds import CONTRIBUTED_TO
from graph.errors import BadInputError

GRAPH_COLUMNS = ("nodes", "edges")
LEFT_OUT = "left_out"
"""A third column that a graph may return: how many nodes or edges its own limit left out."""

_OUTSIDE = re.compile(r"\bLOAD\s+CSV\b|\bapoc\s*\.\s*(?:load|import)\b", re.IGNORECASE)
_WRITING = frozenset({"CREATE", "MERGE", "DELETE", "DETACH", "REMOVE", "SET", "FOREACH"})


def broken_rules(query: Query, body: Body) -> list[Problem]:
    """Every rule that `query` breaks, each with file, line, and what to write instead."""
    words = words_of(body.text)
    return [problem for rule in _RULES for problem in rule(query, body, words)]


Rule = Callable[[Query, Body, Sequence[Word]], Iterator[Problem]]


def _has_statement(query: Query, _: Body, words: Sequence[Word]) -> Iterator[Problem]:
    if not words:
        yield Problem(query.file, query.line("body"), "there is no statement below the header: write MATCH … RETURN …")
    elif not any(word.upper == "RETURN" for word in words):
        yield Problem(query.file, query.line("body"), "the statement returns nothing: end it with RETURN …")


def _only_asks_the_graph(_: Query, body: Body, __: Sequence[Word]) -> Iterator[Problem]:
    for found in _OUTSIDE.finditer(body.text):
        yield body.problem(found.start(), f"`{found[0]}` reads what is not in the graph: load it first")


def _parameters_agree(query: Query, body: Body, words: Sequence[Word]) -> Iterator[Problem]:
    used, declared = parameters(words), {param.name for param in query.params}
    projected = parameters(words_of(query.projection.rows)) if query.projection else {}
    for name in sorted(projected.keys() - declared):
        message = f"the projection asks for `${name}`: write `// param {name}: type meaning`"
        yield Problem(query.file, query.line("projection"), message)
    given = {"graph"} if query.projection else set()
    for name, at in used.items():
        if name == "graph" and not query.projection:
            yield body.problem(at, "`$graph` stands for a projection: declare it with `// projection: nodes=… edges=…`")
        elif name not in declared | given:
            hint = near(name, declared, show_all=False)
            meant = f"; {hint}" if hint.startswith("did") else ""
            yield body.problem(at, f"`${name}` is not declared: write `// param {name}: type meaning`{meant}")
    for name in sorted(declared - used.keys() - projected.keys()):
        message = f"parameter `{name}` is declared and `${name}` does not stand in the statement: use it or remove it"
        yield Problem(query.file, query.line("param", name), message)
    if query.projection and "graph" not in used:
        message = "a projection is declared and `$graph` does not stand in the statement: use it or remove it"
        yield Problem(query.file, query.line("projection"), message)


def _one_is_given(query: Query, _: Body, __: Sequence[Word]) -> Iterator[Problem]:
    line = query.line("one_of")
    if "one_of" in query.lines and len(query.one_of) < 2:  # noqa: PLR2004 - less is no choice
        yield Problem(query.file, line, "`one_of` names two parameters or more: write `// one_of: first, second`")
    for name in query.one_of:
        param = query.param(name)
        if param is None or param.required or param.default is not None:
            message = f"`one_of` names `{name}`: write `// param {name}: type = none meaning`"
            yield Problem(query.file, line, message)


def _names_are_free(query: Query, _: Body, __: Sequence[Word]) -> Iterator[Problem]:
    for name in ("graph", "format", "output", "source_file"):
        if query.param(name):
            message = f"parameter `{name}` has a meaning of its own in commands: choose another name"
            yield Problem(query.file, query.line("param", name), message)


def _columns_agree(query: Query, body: Body, words: Sequence[Word]) -> Iterator[Problem]:
    found = columns(words)
    if found is None:
        return
    names, at = found
    if None in names:
        yield body.problem(at, f"column {names.index(None) + 1} of RETURN has no name: write `… AS name`")
    elif query.kind == "graph" and tuple(names) not in {GRAPH_COLUMNS, (*GRAPH_COLUMNS, LEFT_OUT)}:
        message = f"found columns {_listed(names)}, expected `nodes`, `edges` and, where it limits itself, `{LEFT_OUT}`"
        yield body.problem(at, message)
    elif (query.kind != "graph" or query.returns) and tuple(names) != (
        declared := tuple(column.name for column in query.returns)
    ):
        message = f"RETURN has {_listed(names)} and the header declares {_listed(declared)}: both alike, in one order"
        yield body.problem(at, message)


def _limit_counts_rows(query: Query, body: Body, words: Sequence[Word]) -> Iterator[Problem]:
    if query.kind != "table" or query.param("limit") is None:
        return
    uses = [at for at, word in enumerate(words) if word.text == "$limit"]
    if uses and (len(uses) > 1 or words[uses[0] - 1].upper != "LIMIT"):
        message = "in a table `$limit` stands once, in `LIMIT $limit`, which counts rows, so that a cut can be told"
        yield body.problem(words[uses[0]].at, message)


def _speaks_the_schema(_: Query, body: Body, words: Sequence[Word]) -> Iterator[Problem]:
    for at, message in vocabulary.faults(words):
        yield body.problem(at, message)


def _reads_only(_: Query, body: Body, words: Sequence[Word]) -> Iterator[Problem]:
    for at, word in enumerate(words):
        if word[3] not in _WRITING:
            continue
        before, after = words[at - 1] if at else END, words[at + 1] if at + 1 < len(words) else END
        if before.text not in {".", ":", "AS", "as"} and after.text not in {":", ",", ")", ".", "="}:
            yield body.problem(word.at, f"{word.upper} writes: a query reads, and `graph` alone writes measures")
            return


def _names_its_source(query: Query, body: Body, words: Sequence[Word]) -> Iterator[Problem]:
    seen = [*words, *words_of(query.projection.rows)] if query.projection else words
    touched = next((word for word in seen if word.text == CONTRIBUTED_TO.type and word.kind == "name"), None)
    named = {column.name for column in query.returns} & {"source", "sources"}
    if query.kind == "table" and touched and not named:
        message = (
            f"{CONTRIBUTED_TO.type} has several sources: return the one that answered as column `source`, or `sources`"
        )
        yield body.problem(touched.at, message)


def _has_what_its_kind_needs(query: Query, _: Body, __: Sequence[Word]) -> Iterator[Problem]:
    if query.kind == "graph":
        for key, shows in (("sizes", "what the size of a node means"), ("weights", "what the width of an edge means")):
            if not getattr(query, key):
                yield Problem(query.file, 1, f"`{key}` is missing: write `// {key}: {shows}`")
        if query.undated and not {"from", "to"} <= {param.name for param in query.params}:
            yield Problem(query.file, query.line("undated"), "`undated` is for a query with the parameters from and to")
    elif query.kind == "metric" and query.writes is None and "writes" not in query.lines:
        yield Problem(query.file, 1, "`writes` is missing: write `// writes: Repository.community`")
    if query.kind != "metric" and query.writes:
        yield Problem(query.file, query.line("writes"), "`writes` is for kind metric: remove it, or change the kind")


def _writes_the_schema(query: Query, _: Body, __: Sequence[Word]) -> Iterator[Problem]:
    if query.writes is None:
        return
    line, written = query.line("writes"), query.writes
    kinds = schema.EDGES if written.edges else schema.NODES
    kind = kinds.get(written.name)
    if kind is None:
        yield Problem(query.file, line, f"writes to unknown {written.name!r}; {near(written.name, kinds)}")
        return
    names = [prop.name for prop in kind.props]
    for name in written.properties:
        if name not in names:
            yield Problem(query.file, line, f"unknown property {name!r} of {written.name}; {near(name, names)}")
    ends = ("start", "end") if written.edges else ("key",)
    missing = [name for name in (*ends, *written.properties) if name not in {c.name for c in query.returns}]
    if missing:
        message = f"what is written is returned: add {_listed(missing)} to the columns (keys of nodes, then values)"
        yield Problem(query.file, line, message)


def _projects_the_schema(query: Query, _: Body, __: Sequence[Word]) -> Iterator[Problem]:
    if query.projection is None:
        return
    line, projection = query.line("projection"), query.projection
    yield from _projects_rows(query, projection.rows, projection.properties)
    for name in projection.nodes:
        if name not in schema.NODES:
            yield Problem(query.file, line, f"projection of unknown label {name!r}; {near(name, schema.NODES)}")
    edges = [schema.EDGES[name] for name in projection.edges if name in schema.EDGES]
    for name in projection.edges:
        if name not in schema.EDGES:
            yield Problem(query.file, line, f"projection of unknown type {name!r}; {near(name, schema.EDGES)}")
    numeric = {prop.name for kind in edges for prop in kind.props if prop.type in {"int", "float"}}
    for name in projection.properties:
        if edges and name not in numeric:
            types = ", ".join(projection.edges)
            yield Problem(query.file, line, f"{types} has no number {name!r} to project; {near(name, numeric)}")


def _projects_rows(query: Query, rows: str, properties: Sequence[str]) -> Iterator[Problem]:
    if not rows:
        return
    line, words = query.line("projection"), words_of(rows)
    for _, message in vocabulary.faults(words):
        yield Problem(query.file, line, f"in the projection: {message}")
    found = columns(words)
    names = found[0] if found else []
    missing = [name for name in ("start", "end", *properties) if name not in names]
    if missing:
        message = f"the projection returns {_listed(names)}: its fragment has to return {_listed(missing)} as well"
        yield Problem(query.file, line, message)


def _examples_bind(query: Query, _: Body, __: Sequence[Word]) -> Iterator[Problem]:
    for example in query.examples:
        try:
            query.bind(example)
        except BadInputError as error:
            yield Problem(query.file, query.line("example"), f"the example does not fit the parameters: {error}")


def _listed(names: Sequence[str | None]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "nothing"


_RULES: tuple[Rule, ...] = (
    _has_statement,
    _only_asks_the_graph,
    _parameters_agree,
    _one_is_given,
    _names_are_free,
    _columns_agree,
    _limit_counts_rows,
    _speaks_the_schema,
    _reads_only,
    _names_its_source,
    _has_what_its_kind_needs,
    _writes_the_schema,
    _projects_the_schema,
    _examples_bind,
)
