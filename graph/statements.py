"""The schema as Cypher text: constraints, indexes, and the statements of the loader. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph import schema
from graph.keys import HOSTED
from graph.kinds import EdgeKind

# Labels and types cannot be parameters in Cypher: they come from the schema, never from input.


STORED = ("key", "stored")
"""What `read_nodes` and `read_edges` return."""
EDGE = ("type", "key", "stored", "start_label", "start", "end_label", "end")
"""What `edges_of` returns."""
ALIAS = ("key", "said", "node")
"""What `READ_ALIASES` returns."""


def _seek(variable: str, kind: str) -> str:
    # Plans are made while the graph is empty, when a scan looks as cheap as the index, and kept for seconds of a load.
    return f"USING INDEX {variable}:{kind}(key)"


def constraints() -> list[str]:
    """Every constraint and index of the schema, each harmless when it exists."""
    unique_nodes = [
        f"CREATE CONSTRAINT {label.lower()}_key IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE"
        for label in (*schema.NODES, schema.ALIAS_LABEL, schema.FORGOTTEN_LABEL, schema.TURN_LABEL)
    ]
    unique_edges = [
        f"CREATE CONSTRAINT {kind.lower()}_key IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.key IS UNIQUE"
        for kind in schema.EDGES
    ]
    return [*unique_nodes, *unique_edges, *_indexes(), _search_index()]


def _indexes() -> list[str]:
    nodes = [(label, f"(n:{label})", kind.props) for label, kind in schema.NODES.items()]
    edges = [(kind, f"()-[n:{kind}]-()", schema.EDGES[kind].props) for kind in schema.EDGES]
    return [
        f"CREATE INDEX {name.lower()}_{prop.name} IF NOT EXISTS FOR {pattern} ON (n.{prop.name})"
        for name, pattern, props in (*nodes, *edges)
        for prop in props
        if prop.indexed
    ]


def searched() -> tuple[list[str], list[str]]:
    """The labels and the properties that the search index is over."""
    kinds = [kind for kind in schema.NODES.values() if kind.searched]
    return [kind.label for kind in kinds], sorted({name for kind in kinds for name in kind.searched})


def _search_index() -> str:
    found, names = searched()
    labels, fields = "|".join(found), ", ".join(f"n.{name}" for name in names)
    # The analyzer splits `owner/name` at its slash and folds case and accents.
    return (
        f"CREATE FULLTEXT INDEX {schema.SEARCH_INDEX} IF NOT EXISTS FOR (n:{labels}) ON EACH [{fields}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"
    )


def read_nodes(label: str) -> str:
    """Takes `$keys`; returns key and stored properties of those nodes that exist."""
    return (
        f"UNWIND $keys AS key MATCH (n:{label} {{key: key}}) {_seek('n', label)} "
        "RETURN n.key AS key, properties(n) AS stored"
    )


def find_nodes(label: str) -> str:
    """Takes `$keys`; returns those of them that nodes have."""
    return f"UNWIND $keys AS key MATCH (n:{label} {{key: key}}) {_seek('n', label)} RETURN n.key AS key"


def merge_nodes(label: str) -> str:
    """Takes `$rows` of {key, props}; creates or updates one node per row."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}}) SET n += row.props"


def read_edges(kind: str) -> str:
    """Takes `$keys`; returns key and stored properties of those edges that exist."""
    return (
        f"UNWIND $keys AS key MATCH ()-[r:{kind} {{key: key}}]->() {_seek('r', kind)} "
        "RETURN r.key AS key, properties(r) AS stored"
    )


def create_edges(kind: EdgeKind, start: str, end: str) -> str:
    """Takes `$rows` of {key, start, end, props}; creates one edge per row, which must not exist yet."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}}) {_seek('a', start)} "
        f"MATCH (b:{end} {{key: row.end}}) {_seek('b', end)} "
        f"CREATE (a)-[r:{kind.type} {{key: row.key}}]->(b) SET r += row.props"
    )


def update_edges(kind: str) -> str:
    """Takes `$rows` of {key, props}; updates the edges of these keys."""
    return f"UNWIND $rows AS row MATCH ()-[r:{kind} {{key: row.key}}]->() {_seek('r', kind)} SET r += row.props"


def remove_edges(kind: str) -> str:
    """Takes `$keys`; removes the edges of these keys."""
    return f"UNWIND $keys AS key MATCH ()-[r:{kind} {{key: key}}]->() {_seek('r', kind)} DELETE r"


def edges_of(label: str) -> str:
    """Takes `$keys`; returns type, key, stored properties and ends of the nodes' edges, but for measured ones."""
    return (
        f"UNWIND $keys AS key MATCH (n:{label} {{key: key}})-[r]-() {_seek('n', label)} "
        "WHERE r.snapshots IS NOT NULL WITH DISTINCT r "
        "RETURN type(r) AS type, r.key AS key, properties(r) AS stored, labels(startNode(r))[0] AS start_label, "
        "startNode(r).key AS start, labels(endNode(r))[0] AS end_label, endNode(r).key AS end"
    )


def remove_nodes(label: str) -> str:
    """Takes `$keys`; removes the nodes of these keys with their edges."""
    return f"UNWIND $keys AS key MATCH (n:{label} {{key: key}}) {_seek('n', label)} DETACH DELETE n"


def release_months() -> str:
    """Takes `$keys`; removes the months of these keys, but leaves bare those at which measured values stand."""
    return (
        f"UNWIND $keys AS key MATCH (n:Month {{key: key}}) {_seek('n', 'Month')} SET n = {{key: key, month: key}} "
        "WITH n WHERE NOT EXISTS { (n)--() } DELETE n"
    )


def page_of_nodes(label: str, by: Sequence[str] = ()) -> str:
    """Takes `$after` and `$size`; returns the next nodes by their keys, with what they hold.

    Of those alone whose indexed properties `by` have the values of the parameters of these names.
    """
    index = f"USING INDEX n:{label}({by[0]})" if by else _seek("n", label)
    equal = "".join(f" AND n.{name} = ${name}" for name in by)
    return (
        f"MATCH (n:{label}) {index} WHERE n.key > $after{equal} "
        "RETURN n.key AS key, properties(n) AS stored ORDER BY n.key LIMIT $size"
    )


def page_of_edges(kind: EdgeKind) -> str:
    """Takes `$after` and `$size`; returns the next edges by their keys, with their ends and what they hold."""
    start, end = "|".join(kind.start), "|".join(kind.end)
    return (
        f"MATCH (a:{start})-[r:{kind.type}]->(b:{end}) {_seek('r', kind.type)} WHERE r.key > $after "
        f"RETURN r.key AS key, {_label('a', kind.start)} AS start_label, a.key AS start, "
        f"{_label('b', kind.end)} AS end_label, b.key AS end, properties(r) AS stored ORDER BY r.key LIMIT $size"
    )


def _label(variable: str, labels: Iterable[str]) -> str:
    """That label of a node which is one of the schema's; others may have given it more."""
    return f"head([label IN labels({variable}) WHERE label IN {list(labels)}])"


PAGE_OF_ALIASES = (
    f"MATCH (a:{schema.ALIAS_LABEL}) {_seek('a', schema.ALIAS_LABEL)} WHERE a.key > $after "
    f"WITH a ORDER BY a.key LIMIT $size OPTIONAL MATCH (a)-[:{schema.ALIAS_EDGE}]->(n) "
    f"RETURN a.key AS key, {_label('n', HOSTED)} AS label, n.key AS node, properties(a) AS stored ORDER BY key"
)
"""Takes `$after` and `$size`; returns the next aliases by their keys, with what they stand for and what they hold."""

READ_ALIASES = (
    f"UNWIND $keys AS key MATCH (a:{schema.ALIAS_LABEL} {{key: key}}) {_seek('a', schema.ALIAS_LABEL)} "
    f"OPTIONAL MATCH (a)-[:{schema.ALIAS_EDGE}]->(n) "
    "RETURN key, a.said AS said, n.key AS node"
)
"""Takes `$keys`; returns key, sayings and node of those aliases that exist."""

REMOVE_ALIASES = (
    f"UNWIND $keys AS key MATCH (a:{schema.ALIAS_LABEL} {{key: key}}) {_seek('a', schema.ALIAS_LABEL)} DETACH DELETE a"
)
"""Takes `$keys`; removes these aliases."""


def create_aliases(label: str) -> str:
    """Takes `$rows` of {alias, said, node}; creates aliases, which must be new, and their nodes where missing."""
    return (
        f"UNWIND $rows AS row MERGE (n:{label} {{key: row.node}}) "
        f"CREATE (:{schema.ALIAS_LABEL} {{key: row.alias, said: row.said}})-[:{schema.ALIAS_EDGE}]->(n)"
    )


def update_aliases(label: str) -> str:
    """Takes `$rows` of {alias, said, node}; makes each of these aliases stand for its node and for no other."""
    return (
        f"UNWIND $rows AS row MERGE (n:{label} {{key: row.node}}) "
        f"WITH row, n MATCH (a:{schema.ALIAS_LABEL} {{key: row.alias}}) {_seek('a', schema.ALIAS_LABEL)} "
        f"SET a.said = row.said WITH a, n OPTIONAL MATCH (a)-[old:{schema.ALIAS_EDGE}]->(other) WHERE other <> n "
        f"DELETE old WITH DISTINCT a, n MERGE (a)-[:{schema.ALIAS_EDGE}]->(n)"
    )


TURN, RESTORING = "write", "restore"
"""The node by which writers take turns, and the one that tells how far an unfinished restore is."""
TAKE_TURNS = f"MERGE (turn:{schema.TURN_LABEL} {{key: '{TURN}'}}) SET turn.taken = true"
"""Waits until no other transaction writes what is claimed: each reads claims, and writes what follows from them."""
