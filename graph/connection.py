"""How a Neo4j is reached."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Connection:
    """Address and credentials of the Neo4j in use; `embedded` tells whether it is ours to start and stop."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"
    embedded: bool = False
