"""Metrics in the order in which they need each other, computed and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from api.asking import queries
from graph.errors import AtlasError
from graph.measure import Measure, Measured, has_run, write

if TYPE_CHECKING:
    from cypher.catalogue import Catalogue
    from cypher.query import Query
    from graph.database import Database


def measured(database: Database, name: str, given: Mapping[str, object]) -> Iterator[tuple[str, Measured]]:
    """Compute the metric `name` with the values `given`, and before it what it needs and has not been run yet."""
    catalogue = queries()
    for query in in_order(catalogue, [name]):
        if query.name == name:
            yield name, write(database, as_measure(query), query.bind(given))
        elif not has_run(database, query.name):  # a run of the user's own, with parameters of its own, is kept
            yield query.name, write(database, as_measure(query), query.bind({}))


def in_words(name: str, done: Measured) -> str:
    """What computing the metric `name` did, in a line."""
    return f"{name} {'is up to date' if done.already else 'written'}: {done.rows} rows ({done.run})"


def measured_all(database: Database) -> Iterator[tuple[str, Measured]]:
    """Compute every metric of the catalogue with its defaults."""
    catalogue = queries()
    metrics = [query.name for query in catalogue if query.kind == "metric" and query.writes]
    for query in in_order(catalogue, metrics):
        yield query.name, write(database, as_measure(query), query.bind({}))


def in_order(catalogue: Catalogue, names: list[str]) -> list[Query]:
    """The metrics `names` and all that they need, each after what it needs."""
    found: dict[str, Query] = {}

    def visit(name: str) -> None:
        if name not in found:
            query = catalogue.find(name)
            for needed in query.needs:
                visit(needed)
            found[name] = query

    for name in names:
        visit(name)
    return list(found.values())


def as_measure(query: Query) -> Measure:
    """What `graph.measure` takes of a metric's query."""
    if query.writes is None:
        raise AtlasError(f"{query.name} declares nothing that it writes")
    return Measure(
        query.name,
        query.title,
        query.text,
        query.writes.name,
        query.writes.properties,
        projection=query.projection,
        needs=query.needs,
        seconds=query.budget.seconds,
    )
