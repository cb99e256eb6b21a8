"""Who closed an issue and who merged a pull request, by REST: from the repository's events, newest first."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.sources.github import queries
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.models import Happening, instant, parse
from ingest.sources.github.reading import Reading, who
from ingest.sources.github.store import ENDINGS, Row
from ingest.web.replies import RefusedError

PART = "endings"
KINDS = ("closed", "merged")


def fetch_endings(reading: Reading) -> None:
    """Bring the closings and merges since the last reading into the store, page by page down to what is known.

    New events push older ones to later pages, so a page may come twice but none is lost. GitHub's list ends after
    a number of pages (422): then the oldest closers stay unknown, which the cursor notes as `cut`.
    """
    floor = reading.begin(PART)
    number = int(reading.cursor.text(PART, "page") or 1)
    top, more = reading.cursor.text(PART, "top"), True
    while more:
        try:
            page = reading.github.page(reading.path(queries.ISSUE_EVENTS), {}, number)
        except RefusedError as error:
            if error.code != 422 or number == 1:  # noqa: PLR2004 - the HTTP status
                raise
            reading.cursor.put(PART, cut=True)
            break
        found = list(parse(Happening, page.rows, page.address, reading.refuse))
        reading.keep(ENDINGS, ending_rows(found))
        times = [instant(one.created_at) for one in found]
        top = max([top, *times])
        more = page.more and (not times or min(times) >= floor)
        number += 1
        reading.cursor.put(PART, page=str(number), top=top)
    reading.cursor.put(PART, since=top or floor, page="", top="")


def know_endings(cursor: Cursor) -> None:
    """Keep that GraphQL told who closed and merged, up to what it read: REST's events are asked for from there on."""
    issues, pulls = cursor.of("issues"), cursor.of("pulls")
    times = [str(part.get("since", "")) for part in (issues, pulls)]
    first = max(str(part.get("from", "")) for part in (issues, pulls))
    cursor.renew(PART, **{"from": first, "mode": "", "since": min(times) or first})


def ending_rows(found: Iterable[Happening]) -> list[Row]:
    """The rows of closings and merges among events, the last of each kind and number."""
    last: dict[tuple[int, str], Row] = {}
    for one in sorted(found, key=lambda event: event.created_at):
        if one.event in KINDS and one.issue is not None and one.actor is not None:
            row: Row = {"number": one.issue.number, "kind": one.event, "updated_at": one.created_at}
            last[one.issue.number, one.event] = {**row, **who(one.actor, "actor")}
    return list(last.values())
