"""The levels of a tree of domains: a wrong one is told with those that there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.errors import NotFoundError

if TYPE_CHECKING:
    from graph.database import Database

_LEVELS = "MATCH (d:Domain {taxonomy: $taxonomy}) RETURN DISTINCT d.level AS level ORDER BY level"


def check_level(database: Database, parameters: Mapping[str, object]) -> None:
    """Nothing, when no level is wanted or the taxonomy has it or is not loaded; NotFoundError with its levels, else."""
    taxonomy, level = parameters.get("taxonomy"), parameters.get("level")
    if not isinstance(taxonomy, str) or not isinstance(level, str):
        return
    known = [str(row[0]) for row in database.read(_LEVELS, {"taxonomy": taxonomy}).rows]
    if known and level.lower() not in known:
        raise NotFoundError(f"taxonomy {taxonomy} has no level {level!r}; it has {', '.join(known)}")
