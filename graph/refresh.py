"""A newer reading of a table in place of the older ones: the one way, beside `unload`, in which things vanish."""

from __future__ import annotations

from graph.database import Database
from graph.model import Origin
from graph.unload import unload

_OLDER = """
MATCH (s:Snapshot {source: $source, dataset: $dataset}) WHERE s.key <> $key
RETURN s.key AS key ORDER BY s.loaded_at, key
"""

_HISTORIES = ["git", "git-fork"]
_READINGS = """
MATCH (s:Snapshot {source: $source, dataset: $dataset, state: 'complete'}) RETURN s.method, s.covers_to, s.as_of
"""


def age(origin: Origin) -> tuple[bool, str]:
    """What orders readings of the same, the newest last: the day of the data.

    A history without a commit has none but the day of its reading. It comes before any that has commits: these may be
    older than that day.
    """
    return _age(origin.method, origin.covers_to, origin.as_of)


def newer(database: Database, origin: Origin) -> str:
    """The day of the newest reading of the same source and dataset that is newer than `origin`, empty for none."""
    rows = database.read(_READINGS, {"source": origin.source, "dataset": origin.dataset}).rows
    return max((str(day) for method, until, day in rows if _age(method, until, str(day)) > age(origin)), default="")


def _age(method: object, covers_to: object, as_of: str) -> tuple[bool, str]:
    return method not in _HISTORIES or covers_to is not None, as_of


def refresh(database: Database, origin: Origin) -> list[str]:
    """Take back every other snapshot of the same source and dataset, and return their keys.

    To be called when the load of `origin` is complete, so that nothing is missing in between.
    """
    parameters = {"source": origin.source, "dataset": origin.dataset, "key": origin.key}
    older = [str(key) for (key,) in database.read(_OLDER, parameters).rows]
    for key in older:
        unload(database, key)
    return older
