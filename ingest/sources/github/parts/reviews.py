"""Reviews: those that a pull request has beyond its first page, and, by REST, of each pull request that changed."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor

import duckdb

from ingest.sources.github import queries
from ingest.sources.github.api import connection
from ingest.sources.github.compaction import readable, rows_sql
from ingest.sources.github.models import Review, parse
from ingest.sources.github.reading import Reading, who
from ingest.sources.github.store import PULLS, REVIEWS, Row
from ingest.web.replies import AbsentError, Json

PART = "reviews"
BATCH = 20
"""Pull requests that are asked for at once, and kept in one file."""


def keep_reviews(reading: Reading, number: int, found: Iterable[Review]) -> None:
    """Bring the submitted reviews of one pull request into the store."""
    reading.keep(REVIEWS, review_rows(number, found))


def review_rows(number: int, found: Iterable[Review]) -> list[Row]:
    """The rows of the submitted reviews of one pull request."""
    return [
        {"number": number, "id": one.id, "state": one.state, "submitted_at": one.submitted_at, **who(one.author)}
        for one in found
        if one.submitted_at is not None
    ]


def rest_of_reviews(reading: Reading, number: int, after: str) -> None:
    """Bring the reviews of one pull request from the mark `after` on into the store, by GraphQL."""
    while after:
        asked: dict[str, Json] = {**reading.variables, "number": number, "after": after, "first": queries.PAGE}
        data = reading.github.ask(queries.REVIEWS_QUERY, asked)
        page = connection(data, "repository", "pullRequest", "reviews")
        keep_reviews(reading, number, parse(Review, page.rows, page.address, reading.refuse))
        after = page.after if page.more else ""


def fetch_reviews(reading: Reading, pool: Executor) -> None:
    """Bring the reviews of all pull requests that changed since the last reading into the store, by REST."""
    mark = reading.begin(PART)
    waiting = _changed_pulls(reading, mark)
    for start in range(0, len(waiting), BATCH):
        batch = waiting[start : start + BATCH]
        read: list[list[Row]] = []
        try:
            for rows in pool.map(lambda pull: _of_one(reading, pull[0]), batch):
                read.append(rows)  # noqa: PERF402 - what came before an error has to be there
        finally:
            # What came before a limit or a failure is kept: with few calls an hour every one counts.
            reading.keep(REVIEWS, [row for rows in read for row in rows])
            if read:
                reading.cursor.put(PART, since=batch[len(read) - 1][1])


def _changed_pulls(reading: Reading, since: str) -> list[tuple[int, str]]:
    """Numbers and times of change of the pull requests that changed at that time or later, oldest change first."""
    sql = rows_sql(reading.store, PULLS, reading.facts.id)
    with readable(reading.store), duckdb.connect() as connected:
        found = connected.execute(
            f"SELECT number, updated_at FROM ({sql}) WHERE updated_at >= ?::TIMESTAMP ORDER BY updated_at, number",  # noqa: S608
            [since.removesuffix("Z") or "1970-01-01"],
        ).fetchall()
    return [(number, f"{stamp.isoformat()}Z") for number, stamp in found]


def _of_one(reading: Reading, number: int) -> list[Row]:
    path = reading.path(queries.REVIEWS, number=number)
    try:
        pages = list(reading.github.pages(path))
    except AbsentError:
        return []
    found = [one for page in pages for one in parse(Review, page.rows, page.address, reading.refuse)]
    return review_rows(number, found)
