"""Communities that a question names: the measure behind them has to have been run, and their numbers to be there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cypher.catalogue import catalogue
from cypher.coverage import check_needs
from cypher.query import Query
from graph.errors import NotFoundError
from graph.node_kinds import REPOSITORY

if TYPE_CHECKING:
    from graph.database import Database

COMMUNITY = "community"
"""The property of the communities that a question means unless `by` names another."""
_ASKED = (COMMUNITY, "communities")
_LARGEST = f"MATCH (r:{REPOSITORY.label}) WHERE r[$by] IS NOT NULL RETURN max(r[$by]) AS last"


def needed(query: Query, parameters: Mapping[str, object]) -> tuple[str, ...]:
    """The metrics that have to be run for this question: those of its header, and the one behind what it names."""
    return tuple(dict.fromkeys((*query.needs, *_chosen(query, parameters))))


def check_communities(database: Database, query: Query, parameters: Mapping[str, object]) -> None:
    """Nothing, when every community that is asked about is there; NotFoundError with the numbers that there are, else.

    BadInputError names the metric to run where it has not been.
    """
    wanted = _numbers(parameters)
    if not wanted:
        return
    by = str(parameters.get("by") or COMMUNITY)
    metric = _writer(by, {REPOSITORY.label})
    check_needs(database, query.name, [metric] if metric else [])
    last = database.read(_LARGEST, {"by": by}).rows[0][0]
    for number in wanted:
        if not (isinstance(last, int) and 1 <= number <= last):
            there = f"`{metric}` found {last}: 1 to {last}" if last else f"`{metric}` found none"
            raise NotFoundError(f"there is no community {number}; {there}")


def _numbers(parameters: Mapping[str, object]) -> list[int]:
    given = [parameters.get(name) for name in _ASKED]
    many = [item for value in given for item in (value if isinstance(value, list) else [value])]
    return [number for number in many if isinstance(number, int)]


def _chosen(query: Query, parameters: Mapping[str, object]) -> list[str]:
    """The metric that writes the property `by`, on nodes of the kind that the query's own metrics write to."""
    by, metrics = parameters.get("by"), catalogue().queries
    if not isinstance(by, str) or any(by in _written(name) for name in query.needs):
        return []
    labels = {writes.name for name in query.needs if name in metrics and (writes := metrics[name].writes)}
    writer = _writer(by, labels)
    return [writer] if writer else []


def _written(metric: str) -> tuple[str, ...]:
    found = catalogue().queries.get(metric)
    return found.writes.properties if found and found.writes else ()


def _writer(name: str, labels: set[str]) -> str | None:
    """The metric that writes the property `name` of nodes of one of the `labels`."""
    wrote = (query for query in catalogue() if query.writes and not query.writes.edges)
    return next((q.name for q in wrote if q.writes and q.writes.name in labels and name in q.writes.properties), None)
