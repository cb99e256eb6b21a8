"""Asking a question: bind, find who is meant, read, shape, and say what the answer rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from cypher import shape
from cypher.coverage import check_needs, check_source, read_coverage, sources_in
from cypher.gaps import gaps_of, nodes_asked
from cypher.groups import check_communities, needed
from cypher.levels import check_level, check_taxonomy
from cypher.params import Param
from cypher.query import Query
from graph.database import Rows
from graph.domain_names import LANDSCAPE
from graph.errors import BadInputError
from graph.model import Coverage, Network, Table
from graph.names import resolve
from graph.projection import EmptyProjectionError, projected

if TYPE_CHECKING:
    from graph.database import Database


def run(database: Database, query: Query, values: Mapping[str, object] | None = None) -> Table | Network:
    """The answer to `query` with its coverage: a Network for kind graph, a Table else.

    `values` are texts as a person types them, lists of texts, or values of Python. BadInputError and NotFoundError
    name the value that cannot be taken; QueryTimeoutError tells that the budget's time was not enough.
    """
    parameters = keyed(database, query, query.bind(values))
    query = replace(query, needs=needed(query, parameters))
    _check(database, query, parameters)
    rows = _read(database, query, parameters)
    about = (nodes_asked(query, parameters), nodes_asked(query, parameters, "developer"))
    if query.kind == "graph":
        drawn = shape.network(query, rows)
        maps = [fact for edge in drawn.edges for fact in (edge.facts, *edge.evidence)]
        maps += [node.facts for node in drawn.nodes]
        coverage = read_coverage(database, sources_in(maps), query.needs, *about)
        return replace(drawn, coverage=_with_gaps(database, query, parameters, coverage, [], empty=not drawn.nodes))
    answer = shape.table(query, rows)
    coverage = read_coverage(database, _sources(query, answer), query.needs, *about)
    told = answer.records()
    return replace(answer, coverage=_with_gaps(database, query, parameters, coverage, told, empty=not told))


def _check(database: Database, query: Query, parameters: Mapping[str, object]) -> None:
    """Nothing, when the graph has what the values name; NotFoundError or BadInputError says what it has not, else."""
    check_source(database, parameters.get("source"))
    check_taxonomy(database, query, parameters)
    check_level(database, parameters)
    check_needs(database, query.name, query.needs)
    check_communities(database, query, parameters)
    least, repositories = parameters.get("at_least"), parameters.get("repositories")
    if isinstance(least, int) and isinstance(repositories, list) and least > len(repositories):
        raise BadInputError(
            f"at_least: found {least}, expected at most {len(repositories)}, the number of repositories"
        )


def _with_gaps(
    database: Database, query: Query, parameters: Mapping[str, object], coverage: Coverage,
    rows: Sequence[Mapping[str, object]], *, empty: bool,
) -> Coverage:  # fmt: skip
    return replace(coverage, gaps=(*gaps_of(database, query, parameters, rows, empty=empty), *coverage.gaps))


def keyed(database: Database, query: Query, bound: Mapping[str, object]) -> dict[str, object]:
    """The values that the statement sees: those of `bound`, with keys of nodes in place of names.

    The name of a domain means that of the query's `taxonomy`, where it has such a parameter.
    """
    taxonomy = str(bound.get("taxonomy") or LANDSCAPE)
    return {param.name: _keyed(database, param, bound[param.name], taxonomy) for param in query.params}


def _keyed(database: Database, param: Param, value: object, taxonomy: str) -> object:
    label = param.type.label
    if label is None or value is None:
        return value
    if not isinstance(value, list):
        return resolve(database, label, [str(value)], taxonomy)[0]
    keys = list(dict.fromkeys(resolve(database, label, [str(item) for item in value], taxonomy)))
    param.counted(keys)  # two names may have meant one
    return keys


def _read(database: Database, query: Query, parameters: dict[str, object]) -> Rows:
    cap = _cap(query, parameters)
    if query.kind == "table" and "limit" in parameters and cap is not None:
        parameters = {**parameters, "limit": cap + 1}  # one row more tells whether rows were left out
    try:
        with _projection(database, query, parameters) as projection:
            return database.read(query.text, {**parameters, **projection}, timeout=query.budget.seconds, limit=cap)
    except EmptyProjectionError:  # an answer as well: the coverage tells what is missing
        return Rows(tuple(column.name for column in query.returns), [])


def _cap(query: Query, parameters: Mapping[str, object]) -> int | None:
    limits = [query.budget.rows] if query.kind != "graph" else []
    limit = parameters.get("limit")
    if query.kind == "table" and isinstance(limit, int):
        limits.append(limit)
    return min((limit for limit in limits if limit is not None), default=None)


@contextmanager
def _projection(database: Database, query: Query, parameters: Mapping[str, object]) -> Iterator[dict[str, object]]:
    if query.projection is None:
        yield {}
        return
    with projected(database, query.projection, parameters, query.budget.seconds) as name:
        yield {"graph": name}


def _sources(query: Query, answer: Table) -> set[str] | None:
    names = {"source", "sources"}.intersection(column.name for column in query.returns)
    found = sources_in({name: record[name] for name in names} for record in answer.records())
    return set() if names and not answer.rows else found  # an answer without rows rests on none of the sources
