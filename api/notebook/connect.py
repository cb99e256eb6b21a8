"""`ossatlas.connect()`: the atlas on this machine, on a Neo4j, or behind the API's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.engine.choose import SCHEMES, named_server
from graph.errors import BadInputError

if TYPE_CHECKING:
    from api.notebook.explorer import Explorer
    from graph.connection import Connection

OVER_HTTP = ("http", "https")


def connect(
    where: str = "", *, username: str = "", password: str = "", database: str = "", token: str = ""
) -> Explorer:
    """The atlas at `where`, ready to be asked.

    Without an address it is the Neo4j that the command line uses: that of NEO4J_URI, else the embedded engine, started
    where needed. `bolt://…` and `neo4j://…` are a Neo4j, whose user, password and database are those of the settings
    unless given; `http://…` and `https://…` are `ossatlas serve`, with a `token` where it wants one.
    """
    scheme = where.partition("://")[0] if "://" in where else ""
    if scheme in OVER_HTTP:
        from api.client import Client  # noqa: PLC0415 - only here

        return Client(where, token=token)
    if where and scheme not in SCHEMES:
        raise BadInputError(
            f"{where!r} is no address of an atlas",
            hint=f"expected nothing, or an address that begins with {', '.join((*SCHEMES, *OVER_HTTP))}",
        )
    from api.notebook.local import Local  # noqa: PLC0415 - slow to import
    from graph.database import Database  # noqa: PLC0415 - slow to import

    return Local(Database(_named(where, username, password, database) if where else _in_use()))


def _named(where: str, username: str, password: str, database: str) -> Connection:
    from api.settings import settings  # noqa: PLC0415 - slow to import

    known = settings()
    secret = password or known.neo4j_password.get_secret_value()
    return named_server(where, username or known.neo4j_username, secret, database or known.neo4j_database)


def _in_use() -> Connection:
    from api.engine_in_use import connection  # noqa: PLC0415 - slow to import

    return connection()
