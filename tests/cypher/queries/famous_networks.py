"""Networks that the literature has figures for, as repositories tied by shared developers."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from api.measuring import as_measure
from cypher.catalogue import catalogue
from graph.database import Database
from graph.load import prepare
from graph.measure import compute, write

_TIES = """
UNWIND $ties AS tie
MERGE (a:Repository {key: tie[0]}) ON CREATE SET a.name = tie[0], a.platform = 'made'
MERGE (b:Repository {key: tie[1]}) ON CREATE SET b.name = tie[1], b.platform = 'made'
CREATE (a)-[:SHARES_DEVELOPERS {key: tie[0] + '|' + tie[1],
                                strength: tie[2], developers: toInteger(tie[2]), jaccard: 0.5,
                                lift: 1.0, examples: [], sources: ['made'], run: 'made'}]->(b)
"""

_MET = """
UNWIND $ties AS tie
MERGE (a:Developer {key: tie[0]}) ON CREATE SET a.login = tie[0], a.platform = 'made'
MERGE (b:Developer {key: tie[1]}) ON CREATE SET b.login = tie[1], b.platform = 'made'
CREATE (a)-[:COLLABORATES_WITH {key: tie[0] + '|' + tie[1],
                                strength: tie[2], repositories: toInteger(tie[2]), jaccard: 0.5,
                                examples: [], sources: ['made'], run: 'made'}]->(b)
MERGE (:Snapshot {key: 'made', source: 'measure', dataset: 'developer-ties', state: 'complete'})
"""


def karate(*, weighted: bool = False) -> nx.Graph[str]:
    """Zachary's karate club (1977): 34 people; `o/00` is the teacher, `o/33` the officer."""
    club = nx.karate_club_graph().edges(data="weight")
    return named((f"o/{a:02}", f"o/{b:02}", float(weight) if weighted else 1.0) for a, b, weight in club)


def les_miserables(*, weighted: bool = True) -> nx.Graph[str]:
    """Who appears with whom in Les Misérables (Knuth 1993): 77 people."""
    novel = nx.les_miserables_graph().edges(data="weight")
    return named((f"o/{a}", f"o/{b}", float(weight) if weighted else 1.0) for a, b, weight in novel)


def named(ties: Iterable[tuple[str, str, float]]) -> nx.Graph[str]:
    """A network of these ties with their strength."""
    made: nx.Graph[str] = nx.Graph()
    for a, b, weight in ties:
        made.add_edge(a, b, weight=weight)
    return made


def tied(database: Database, network: nx.Graph[str]) -> None:
    """Put the network into an empty graph."""
    prepare(database)
    ties = [[*sorted((a, b)), data["weight"]] for a, b, data in network.edges(data=True)]
    database.write(_TIES, {"ties": sorted(ties)})


def met(database: Database, network: nx.Graph[str]) -> None:
    """Put the network into an empty graph, as developers tied by shared repositories."""
    prepare(database)
    ties = [[*sorted((a, b)), data["weight"]] for a, b, data in network.edges(data=True)]
    database.write(_MET, {"ties": sorted(ties)})


def scores(database: Database, metric: str, **values: object) -> dict[str, dict[str, float]]:
    """What a metric of the catalogue answers, by key; nothing is written."""
    query = catalogue().find(metric)
    rows = compute(database, as_measure(query), query.bind(values)).records()
    return {str(row["key"]): {name: float(str(value)) for name, value in row.items() if name != "key"} for row in rows}


def groups(database: Database, metric: str, **values: object) -> list[set[str]]:
    """The groups that a metric of communities finds, largest first."""
    found: dict[float, set[str]] = {}
    for key, row in scores(database, metric, **values).items():
        (number,) = row.values()
        found.setdefault(number, set()).add(key)
    return [found[number] for number in sorted(found)]


def stored(database: Database, *metrics: str, **values: object) -> None:
    """Compute these metrics with these values and write them."""
    for metric in metrics:
        query = catalogue().find(metric)
        write(database, as_measure(query), query.bind(values))
