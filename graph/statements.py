"""The schema as Cypher text: constraints, indexes, and the statements of the loader. Pure."""

from __future__ import annotations

from graph import schema
from graph.kinds import EdgeKind

# Labels and types cannot be parameters in Cypher: they come from the schema, never from input.


def constraints() -> list[str]:
    """Every constraint and index of the schema, each harmless when it exists."""
    unique_nodes = [
        f"CREATE CONSTRAINT {label.lower()}_key IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE"
        for label in (*schema.NODES, schema.ALIAS_LABEL, schema.FORGOTTEN_LABEL)
    ]
    unique_edges = [
        f"CREATE CONSTRAINT {kind.lower()}_key IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.key IS UNIQUE"
        for kind in schema.EDGES
    ]
    return [*unique_nodes, *unique_edges, *_indexes(), _search_index()]


def _indexes() -> list[str]:
    return [
        f"CREATE INDEX {label.lower()}_{prop.name} IF NOT EXISTS FOR (n:{label}) ON (n.{prop.name})"
        for label, kind in schema.NODES.items()
        for prop in kind.props
        if prop.indexed
    ]


def _search_index() -> str:
    kinds = [kind for kind in schema.NODES.values() if kind.searched]
    labels = "|".join(kind.label for kind in kinds)
    names = sorted({name for kind in kinds for name in kind.searched})
    fields = ", ".join(f"n.{name}" for name in names)
    # The analyzer splits `owner/name` at its slash and folds case and accents.
    return (
        f"CREATE FULLTEXT INDEX {schema.SEARCH_INDEX} IF NOT EXISTS FOR (n:{labels}) ON EACH [{fields}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"
    )


def read_nodes(label: str) -> str:
    """Takes `$keys`; returns key and stored properties of those nodes that exist."""
    return f"UNWIND $keys AS key MATCH (n:{label} {{key: key}}) RETURN n.key AS key, properties(n) AS stored"


def merge_nodes(label: str) -> str:
    """Takes `$rows` of {key, props}; creates or updates one node per row."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}}) SET n += row.props"


def read_edges(kind: str) -> str:
    """Takes `$keys`; returns key and stored properties of those edges that exist."""
    return f"UNWIND $keys AS key MATCH ()-[r:{kind} {{key: key}}]->() RETURN r.key AS key, properties(r) AS stored"


def create_edges(kind: EdgeKind, start: str, end: str) -> str:
    """Takes `$rows` of {key, start, end, props}; creates one edge per row, which must not exist yet."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}}) MATCH (b:{end} {{key: row.end}}) "
        f"CREATE (a)-[r:{kind.type} {{key: row.key}}]->(b) SET r += row.props"
    )


def update_edges(kind: str) -> str:
    """Takes `$rows` of {key, props}; updates the edges of these keys."""
    return f"UNWIND $rows AS row MATCH ()-[r:{kind} {{key: row.key}}]->() SET r += row.props"


def edges_of(label: str) -> str:
    """Takes `$key`; returns type, stored properties and both ends of a node's edges, but for measured ones."""
    return (
        f"MATCH (n:{label} {{key: $key}})-[r]-(o) WHERE r.snapshots IS NOT NULL "
        "RETURN type(r) AS type, properties(r) AS stored, labels(startNode(r))[0] AS start_label, "
        "startNode(r).key AS start, labels(endNode(r))[0] AS end_label, endNode(r).key AS end"
    )


def find_known(label: str) -> str:
    """Takes `$rows` of {key, alias}; returns, for each key that is known, the key of its node."""
    return (
        "UNWIND $rows AS row "
        f"OPTIONAL MATCH (:{schema.ALIAS_LABEL} {{key: row.alias}})-[:{schema.ALIAS_EDGE}]->(a:{label}) "
        f"OPTIONAL MATCH (n:{label} {{key: row.key}}) "
        "WITH row, coalesce(a.key, n.key) AS node WHERE node IS NOT NULL RETURN row.key AS key, node"
    )


def aliases_of(label: str) -> str:
    """Takes `$keys`; returns node key and the alias keys of each."""
    return (
        f"UNWIND $keys AS key MATCH (n:{label} {{key: key}})<-[:{schema.ALIAS_EDGE}]-(a:{schema.ALIAS_LABEL}) "
        "RETURN key, collect(a.key) AS aliases"
    )


def point_aliases(label: str) -> str:
    """Takes `$rows` of {alias, node}; makes each alias stand for its node and for no other."""
    return (
        f"UNWIND $rows AS row MATCH (n:{label} {{key: row.node}}) MERGE (a:{schema.ALIAS_LABEL} {{key: row.alias}}) "
        f"WITH a, n OPTIONAL MATCH (a)-[old:{schema.ALIAS_EDGE}]->(other) WHERE other <> n DELETE old "
        f"WITH DISTINCT a, n MERGE (a)-[:{schema.ALIAS_EDGE}]->(n)"
    )


def remove_node(label: str) -> str:
    """Takes `$key`; removes a node with its edges."""
    return f"MATCH (n:{label} {{key: $key}}) DETACH DELETE n"
