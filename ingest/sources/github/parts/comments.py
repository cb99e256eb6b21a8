"""Comments on issues and pull requests, and on changed lines: REST gives a hundred of a repository at once."""

from __future__ import annotations

from ingest.sources.github import queries
from ingest.sources.github.api import Page
from ingest.sources.github.changes import changed
from ingest.sources.github.models import Comment, parse
from ingest.sources.github.reading import Reading, who
from ingest.sources.github.store import COMMENTS, Row

KINDS = {"issue": queries.ISSUE_COMMENTS, "review": queries.REVIEW_COMMENTS}
_ORDER = {"sort": "updated", "direction": "asc"}


def fetch_comments(reading: Reading, kind: str) -> None:
    """Bring all comments of a kind (`issue` or `review`) that changed since the last reading into the store."""

    def fetch(since: str, after: str) -> Page:
        params = {**_ORDER, **({"since": since} if since else {})}
        return reading.github.page(reading.path(KINDS[kind]), params, int(after or 1))

    part = f"{kind}_comments"
    for page, mark in changed(fetch, reading.begin(part), "updated_at"):
        found = parse(Comment, page.rows, page.address, reading.refuse)
        reading.keep(COMMENTS, [_row(one, kind) for one in found])
        reading.cursor.put(part, since=mark)


def _row(one: Comment, kind: str) -> Row:
    times: Row = {"created_at": one.created_at, "updated_at": one.updated_at}
    return {"kind": kind, "id": one.id, "number": one.number, **times, **who(one.user)}
