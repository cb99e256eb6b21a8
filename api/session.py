"""The Neo4j that a command works on: found by the settings, started when it is ours and does not run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.database import Database


@contextmanager
def opened() -> Iterator[Database]:
    """The database in use, closed afterwards; an embedded engine stays up for the next command."""
    from api.engine_in_use import connection, end_halted  # noqa: PLC0415 - slow to import
    from graph.database import Database  # noqa: PLC0415 - slow to import
    from graph.errors import HaltedError  # noqa: PLC0415 - slow to import

    with Database(connection()) as database:
        try:
            yield database
        except HaltedError:
            end_halted(database)
            raise
