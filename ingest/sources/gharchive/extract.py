"""SQL that reads events out of lines: the paths of all three eras of the format, and nothing else of a line.

Before 2015 (the Timeline API) an actor is a string, the repository an object `repository` with owner and name, times
carry an offset and events no id. Since 2025 a PushEvent has no size, and a pull request that was merged is told by
the action `merged` and says neither who opened it nor whether it was merged.
"""

# ruff: noqa: S608 - columns and paths are our own, never input
from __future__ import annotations

from pathlib import Path

LINES = "lines"
"""The name of the array of lines, with one column, `line`."""
COLUMNS = {
    "id": "VARCHAR",
    "type": "VARCHAR",
    "action": "VARCHAR",
    "moment": "VARCHAR",
    "actor_id": "BIGINT",
    "actor": "VARCHAR",
    "repository_id": "BIGINT",
    "repository": "VARCHAR",
    "number": "BIGINT",
    "merged": "BOOLEAN",
    "author_id": "BIGINT",
    "author": "VARCHAR",
    "account_type": "VARCHAR",
}
"""Columns of a read event. `moment` is its time in UTC, such as `2025-01-31T05:06:07Z`; `number` and `merged` are of
pull requests, as are `author_id`, `author` and `account_type` (`Bot` or `User`) of who opened it."""

_PATHS = (
    "$.id", "$.type", "$.created_at", "$.actor.id", "$.actor.login", "$.repo.id", "$.repo.name",
    "$.payload.action", "$.payload.number", "$.payload.pull_request.merged",
    "$.payload.pull_request.user.id", "$.payload.pull_request.user.login", "$.payload.pull_request.user.type",
)  # fmt: skip
_OLD_PATHS = (
    "$.actor", "$.actor_attributes.login", "$.repository.id", "$.repository.owner", "$.repository.name",
    "$.payload.pull_request.number",
)  # fmt: skip
_PULL = "n[2] = 'PullRequestEvent'"
_PULLS = f"""
    CASE WHEN {_PULL} THEN n[10] = 'true' END AS merged,
    CASE WHEN {_PULL} THEN try_cast(n[11] AS BIGINT) END AS author_id,
    CASE WHEN {_PULL} THEN nullif(n[12], '') END AS author,
    CASE WHEN {_PULL} THEN n[13] END AS account_type"""
_TIME = "replace(replace(n[3], '/', '-'), ' -', '-')"


def quoted(path: Path) -> str:
    """`path` as a text of SQL."""
    return "'" + str(path).replace("'", "''") + "'"


def _list(paths: tuple[str, ...]) -> str:
    return "[" + ", ".join(f"'{path}'" for path in paths) + "]"


SHAPE = "____-__-__T__:__:__Z"
"""The form of a time that is taken as it is."""
EVENTS = f"""
SELECT n[1] AS id, n[2] AS type, n[8] AS action, n[3] AS moment, try_cast(n[4] AS BIGINT) AS actor_id, n[5] AS actor,
    try_cast(n[6] AS BIGINT) AS repository_id, n[7] AS repository,
    CASE WHEN {_PULL} THEN try_cast(n[9] AS BIGINT) END AS number, {_PULLS}
FROM (SELECT json_extract_string(line, {_list(_PATHS)}) AS n FROM {LINES})
"""
"""A row of COLUMNS for each line, as events have been since 2015; a line that is not JSON is an error."""
ODD = f"""
SELECT 1 FROM events WHERE rowid >= ? AND (id IS NULL OR type IS NULL OR coalesce(actor, '') = '' OR repository IS NULL
    OR moment IS NULL OR moment NOT LIKE '{SHAPE}') LIMIT 1
"""
"""A row from a given number on where EVENTS did not tell all of an event, so that the lines are read with care."""
CAREFUL = f"""
WITH valid AS (
    SELECT CASE WHEN json_valid(line) THEN line END AS line FROM {LINES}
    WHERE trim(line, chr(9) || chr(10) || chr(13) || ' ') <> ''
), taken AS (
    SELECT line, json_extract_string(line, {_list(_PATHS)}) AS n, json_extract_string(line, {_list(_OLD_PATHS)}) AS o
    FROM valid
)
SELECT coalesce(n[1], md5(line)) AS id, n[2] AS type, n[8] AS action,
    CASE WHEN n[3] LIKE '{SHAPE}' THEN n[3]
         ELSE strftime(try_cast({_TIME} AS TIMESTAMPTZ) AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') END AS moment,
    try_cast(n[4] AS BIGINT) AS actor_id,
    nullif(coalesce(n[5], o[2], CASE WHEN o[1] NOT LIKE '{{%' THEN o[1] END), '') AS actor,
    coalesce(try_cast(n[6] AS BIGINT), try_cast(o[3] AS BIGINT)) AS repository_id,
    coalesce(n[7], o[4] || '/' || o[5]) AS repository,
    CASE WHEN {_PULL} THEN try_cast(coalesce(n[9], o[6]) AS BIGINT) END AS number, {_PULLS}
FROM taken
"""
"""The same for every era, a row of NULLs for what is not JSON, none for a blank line; it takes twice as long."""
