"""Pull requests with labels, mergers and reviews, by GraphQL: the last changed first, down to what is known.

GraphQL cannot be asked for the pull requests since a day. So one pass goes from the newest change down to the mark
of the last one; what changes meanwhile jumps to the top, where another pass finds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.sources.github import queries
from ingest.sources.github.api import Page, connection, listed
from ingest.sources.github.models import Pull, Review, instant, parse
from ingest.sources.github.parts.reviews import keep_reviews, rest_of_reviews
from ingest.sources.github.reading import Reading, who
from ingest.sources.github.store import ENDINGS, PULLS, Row
from ingest.web.replies import Json, RefusedError

PART = "pulls"
MERGED, REVIEWS = "merged", "reviews"
MOST_PASSES = 5
"""Passes of one run: in a repository that changes without pause the next run goes on."""


@dataclass(frozen=True, slots=True)
class _Pass:
    """One way down: the page to go on with, the newest change at its top, and how many pages it has had."""

    after: str = ""
    top: str = ""
    pages: int = 0


def fetch_pulls(reading: Reading) -> None:
    """Bring all pull requests that changed since the last reading, and their reviews, into the store."""
    for _ in range(MOST_PASSES):
        floor = reading.begin(PART, mode=REVIEWS if _with_reviews(reading) else "")
        if _go_down(reading, floor).pages <= 1:
            return


def _with_reviews(reading: Reading) -> bool:
    """Whether reviews are kept: once they were, always, so that none is missing when they are asked for again."""
    return REVIEWS in reading.plan.parts or reading.cursor.text(PART, "mode") == REVIEWS


def _go_down(reading: Reading, floor: str) -> _Pass:
    now = _under_way(reading)
    held = now.after
    while True:
        try:
            page = _page(reading, now.after)
        except RefusedError:
            if not held or now.after != held:
                raise
            # GitHub's marks do not hold for ever: this way down begins anew.
            reading.cursor.put(PART, after="", top="")
            now, held = _Pass(pages=1), ""
            continue
        found = list(parse(Pull, page.rows, page.address, reading.refuse))
        _keep(reading, page, found)
        now = _Pass(page.after, now.top or _newest(found), now.pages + 1)
        if not page.more or (found and _oldest(found) < floor):
            reading.cursor.put(PART, since=now.top or floor, after="", top="")
            return now
        reading.cursor.put(PART, after=now.after, top=now.top)


def _under_way(reading: Reading) -> _Pass:
    """The pass that was broken off, which counts as one page so that another follows; a new one else."""
    after, top = reading.cursor.text(PART, "after"), reading.cursor.text(PART, "top")
    return _Pass(after, top, 1) if after else _Pass()


def _page(reading: Reading, after: str) -> Page:
    asked: dict[str, Json] = {**reading.variables, "after": after or None}
    data = reading.github.shrinking(
        PART, queries.PULLS_PAGE, lambda size: reading.github.ask(queries.PULLS_QUERY, {**asked, "first": size})
    )
    return connection(data, "repository", "pullRequests")


def _newest(found: list[Pull]) -> str:
    return max((instant(one.updated_at) for one in found), default="")


def _oldest(found: list[Pull]) -> str:
    return min(instant(one.updated_at) for one in found)


def _keep(reading: Reading, page: Page, found: list[Pull]) -> None:
    reading.keep(PULLS, [_pull_row(one) for one in found])
    reading.keep(ENDINGS, [_merging_row(one) for one in found if one.merged_at and one.merged_by])
    if _with_reviews(reading):
        for row in page.rows:
            _keep_reviews(reading, row)


def _keep_reviews(reading: Reading, row: Json) -> None:
    number = row.get("number") if isinstance(row, dict) else None
    if not isinstance(number, int):
        return
    keep_reviews(reading, number, parse(Review, listed(row, "reviews", "nodes"), queries.GRAPHQL, reading.refuse))
    inner = connection(row, "reviews") if listed(row, "reviews", "nodes") else None
    if inner is not None and inner.more:
        rest_of_reviews(reading, number, inner.after)


def _pull_row(one: Pull) -> Row:
    times: Row = {"created_at": one.created_at, "updated_at": one.updated_at, "closed_at": one.closed_at}
    return {"number": one.number, **times, "merged_at": one.merged_at, "labels": one.labels, **who(one.author)}


def _merging_row(one: Pull) -> Row:
    return {"number": one.number, "kind": MERGED, "updated_at": one.merged_at, **who(one.merged_by, "actor")}
