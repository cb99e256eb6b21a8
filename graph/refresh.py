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
_NEWER = """
MATCH (s:Snapshot {source: $source, dataset: $dataset, state: 'complete'})
WITH s, s.method IN $histories AND s.covers_to IS NULL AS empty
WHERE CASE WHEN empty = $empty THEN s.as_of > $as_of ELSE $empty END
RETURN max(s.as_of)
"""


def age(origin: Origin) -> tuple[bool, str]:
    """What orders readings of the same, the newest last: the day of the data.

    A history without a commit has none but the day of its reading. It comes before any that has commits: these may be
    older than that day.
    """
    return not _is_empty(origin), origin.as_of


def newer(database: Database, origin: Origin) -> str:
    """The day of the newest reading of the same source and dataset that is newer than `origin`, empty for none."""
    parameters = {
        "source": origin.source,
        "dataset": origin.dataset,
        "as_of": origin.as_of,
        "histories": _HISTORIES,
        "empty": _is_empty(origin),
    }
    return str(database.read(_NEWER, parameters).rows[0][0] or "")


def _is_empty(origin: Origin) -> bool:
    return origin.method in _HISTORIES and origin.covers_to is None


def refresh(database: Database, origin: Origin) -> list[str]:
    """Take back every other snapshot of the same source and dataset, and return their keys.

    To be called when the load of `origin` is complete, so that nothing is missing in between.
    """
    parameters = {"source": origin.source, "dataset": origin.dataset, "key": origin.key}
    older = [str(key) for (key,) in database.read(_OLDER, parameters).rows]
    for key in older:
        unload(database, key)
    return older
