"""A question to the graph: the catalogue's query, bound, run, and handed back with what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from api.answer import Answer
from api.complaint import warn
from api.settings import settings
from cypher.catalogue import Catalogue, catalogue
from cypher.run import run

if TYPE_CHECKING:
    from cypher.query import Query
    from graph.database import Database


def queries() -> Catalogue:
    """The catalogue: the queries that come with ossatlas, and those of the folder that the settings name."""
    extra = settings().queries
    return _with_own(extra) if extra else catalogue()


@cache
def _with_own(folder: Path) -> Catalogue:
    """The catalogue with the queries below `folder`; each file that is left out is said, once."""
    found = catalogue(folder, tolerant=True)
    for problems in found.broken.values():
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        warn(f"left out, as it has to be mended: {problems[0]}{more}")
    return found


def ask(database: Database, name: str, given: Mapping[str, object], source: Catalogue | None = None) -> Answer:
    """The answer of the query `name` to the values `given`; BadInputError and NotFoundError say what does not fit."""
    query = (source or queries()).find(name)
    bound = query.bind(given)
    return Answer(query.name, query.title, run(database, query, given), bound, cap=cap(query, bound))


def cap(query: Query, bound: Mapping[str, object]) -> int | None:
    """The most rows that the query answers with."""
    limit = bound.get("limit")
    return min((most for most in (limit, query.budget.rows) if isinstance(most, int)), default=None)
