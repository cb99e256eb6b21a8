"""Trees of domains and their levels: a wrong one is told with those that there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cypher.problem import near
from cypher.query import Query
from graph.errors import NotFoundError

if TYPE_CHECKING:
    from graph.database import Database

_LEVELS = "MATCH (d:Domain {taxonomy: $taxonomy}) RETURN DISTINCT d.level AS level ORDER BY level"
_TAXONOMIES = "MATCH (d:Domain) RETURN DISTINCT d.taxonomy AS taxonomy ORDER BY taxonomy"


def check_taxonomy(database: Database, query: Query, parameters: Mapping[str, object]) -> None:
    """Nothing, when no taxonomy or a loaded one is wanted, or the usual one; NotFoundError with near ones, else."""
    wanted, param = parameters.get("taxonomy"), query.param("taxonomy")
    if not isinstance(wanted, str) or (param is not None and wanted == param.default):
        return  # what is usual and not loaded is an answer without rows, which says how to load it
    known = [str(row[0]) for row in database.read(_TAXONOMIES).rows]
    if known and wanted not in known:
        raise NotFoundError(f"there is no taxonomy {wanted!r}; {near(wanted, known)}")


def check_level(database: Database, parameters: Mapping[str, object]) -> None:
    """Nothing, when no level is wanted or the taxonomy has it or is not loaded; NotFoundError with its levels, else."""
    taxonomy, level = parameters.get("taxonomy"), parameters.get("level")
    if not isinstance(taxonomy, str) or not isinstance(level, str):
        return
    known = [str(row[0]) for row in database.read(_LEVELS, {"taxonomy": taxonomy}).rows]
    if known and level.lower() not in known:
        raise NotFoundError(f"taxonomy {taxonomy} has no level {level!r}; it has {', '.join(known)}")
