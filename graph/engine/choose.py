"""Which Neo4j is used: the one that is named, else the embedded one."""

from __future__ import annotations

from urllib.parse import urlsplit

from graph.connection import Connection
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.engine.report import LogReport, Report
from graph.errors import BadInputError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
QUIET = LogReport()


def named_server(uri: str, username: str, password: str, database: str = "neo4j") -> Connection:
    """Connection to the Neo4j that the user names; BadInputError when `uri` is no address of one."""
    address = urlsplit(uri)
    if address.scheme not in SCHEMES or not address.hostname:
        raise BadInputError(
            f"NEO4J_URI is {uri!r}; expected an address such as bolt://localhost:7687",
            hint=f"the schemes are {', '.join(SCHEMES)}",
        )
    return Connection(uri, username, password, database)


def connect_to(named: Connection | None, options: EngineOptions, report: Report = QUIET) -> Connection:
    """The `named` Neo4j when there is one, else the embedded engine, started where needed."""
    return named or server.start(options, report)
