"""Lists in the order of change: each page asks from the last change on, so what moves meanwhile is not lost.

Pages by number would lose a row whenever one before it changes and moves to the end; here the change that was seen
last is the mark, both for the next page and for the next run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.errors import SourceError
from ingest.sources.github.api import MOST_EMPTY, SERVICE, Page
from ingest.web.replies import Json

Fetch = Callable[[str, str], Page]
"""Fetches the page of rows that changed since a moment; the second is the mark within these, empty for the first."""


def changed(fetch: Fetch, since: str, stamp: str) -> Iterator[tuple[Page, str]]:
    """Pages of rows changed since (ISO, empty for all), oldest change first, each with the mark to go on from.

    `stamp` is the field of a row that holds the time of its change.
    """
    after, empty, before = "", 0, Page([], more=True)
    while True:
        page = fetch(since, after)
        # Asked from a new mark on, a page of one row is rightly the one before; asked for what follows it, never.
        if after and page.rows and page.rows == before.rows:
            raise SourceError(f"{SERVICE}: {page.address} gives the same page again and again")
        before = page
        last = _last(page.rows, stamp)
        if last > since:
            since, after = last, ""
        else:
            after = page.after
        yield page, since
        if not page.more:
            return
        empty = 0 if page.rows else empty + 1
        if empty == MOST_EMPTY:
            raise SourceError(f"{SERVICE}: {page.address} promises more and gives empty pages")


def _last(rows: list[Json], stamp: str) -> str:
    """The time of the last change, where the rows stand in its order; empty else, for then they are no mark."""
    times = [str(row.get(stamp, "")) for row in rows if isinstance(row, dict)]
    return times[-1] if times and times == sorted(times) else ""
