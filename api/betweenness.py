"""Sampled betweenness for the command line: ties read, solved outside of the database, and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from api.measuring import measured
from graph.edge_kinds import COLLABORATES_WITH, SHARES_DEVELOPERS
from graph.measure import Measure, Measured, has_run, write
from graph.node_kinds import DEVELOPER, REPOSITORY

if TYPE_CHECKING:
    from graph.database import Database, Rows

Of = Literal["repositories", "developers"]
_KINDS = {
    "repositories": (REPOSITORY, SHARES_DEVELOPERS, "repository-centrality"),
    "developers": (DEVELOPER, COLLABORATES_WITH, "developer-centrality"),
}


def sampled_betweenness(database: Database, of: Of, samples: int, seed: int) -> Iterator[tuple[str, Measured]]:
    """Write the betweenness from `samples` sources in place of what the other centralities came with."""
    node, tie, centrality = _KINDS[of]
    if not has_run(database, centrality):  # a run with a limit of its own is kept
        yield from measured(database, centrality, {})
    name = f"{node.label.lower()}-betweenness"
    text = f"MATCH (a)-[:{tie.type}]->(b) RETURN a.key AS start, b.key AS end ORDER BY start, end"
    title = f"Betweenness of {of} from {samples} sources"
    properties = ("betweenness", "betweenness_error")
    asked = ("start", "end")
    measure = Measure(name, title, text, node.label, properties, needs=(centrality,), asked=asked, solve=solved)
    yield name, write(database, measure, {"samples": samples, "seed": seed})


def solved(ties: Rows, parameters: Mapping[str, object]) -> Rows:
    """Key, betweenness and its standard error of each node that has a tie."""
    from graph.betweenness import network_of, sampled  # noqa: PLC0415 - numpy is slow to import
    from graph.database import Rows  # noqa: PLC0415 - slow to import

    keys, network = network_of([(str(start), str(end)) for start, end in ties.rows])
    found = sampled(network, int(str(parameters["samples"])), int(str(parameters["seed"])))
    values, errors = found.values.tolist(), found.errors.tolist()
    return Rows(
        ("key", "betweenness", "betweenness_error"), [list(row) for row in zip(keys, values, errors, strict=True)]
    )
