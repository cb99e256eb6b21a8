"""Issues; and, without a token, pull requests too, which REST lists among them with labels and merge times."""

from __future__ import annotations

from ingest.sources.github import queries
from ingest.sources.github.api import Page, connection, listed
from ingest.sources.github.changes import Fetch, changed
from ingest.sources.github.models import Issue, parse
from ingest.sources.github.reading import Reading, who
from ingest.sources.github.store import ENDINGS, ISSUES, PULLS, Row
from ingest.web.replies import Json

PART = "issues"
CLOSED = "closed"
_STATE = {"state": "all", "sort": "updated", "direction": "asc"}


def fetch_issues(reading: Reading) -> None:
    """Bring all issues that changed since the last reading into the store; REST brings pull requests along."""
    graphql = reading.github.graphql
    fetch, stamp = (_by_graphql(reading), "updatedAt") if graphql else (_by_rest(reading), "updated_at")
    # Closers come with GraphQL's rows and apart from REST's: what one left half done, the other begins anew.
    since = reading.begin(PART, mode="graphql" if graphql else "rest")
    for page, mark in changed(fetch, since, stamp):
        keep_issues(reading, list(parse(Issue, page.rows, page.address, reading.refuse)))
        reading.cursor.put(PART, since=mark)


def _by_rest(reading: Reading) -> Fetch:
    def fetch(since: str, after: str) -> Page:
        params = {**_STATE, **({"since": since} if since else {})}
        return reading.github.page(reading.path(queries.ISSUES), params, int(after or 1))

    return fetch


def _by_graphql(reading: Reading) -> Fetch:
    def fetch(since: str, after: str) -> Page:
        asked: dict[str, Json] = {**reading.variables, "since": since or None, "after": after or None}
        data = reading.github.shrinking(
            PART, queries.PAGE, lambda size: reading.github.ask(queries.ISSUES_QUERY, {**asked, "first": size})
        )
        page = connection(data, "repository", "issues")
        return Page([_with_closer(row) for row in page.rows], page.more, page.after, queries.GRAPHQL, page.total)

    return fetch


def _with_closer(row: Json) -> Json:
    """A row of GraphQL with its closer where REST has it."""
    if not isinstance(row, dict):
        return row
    last = listed(row, "timelineItems", "nodes")[-1:]
    return {**row, "closer": last[0].get("actor")} if last and isinstance(last[0], dict) else row


def keep_issues(reading: Reading, found: list[Issue]) -> None:
    """Bring issues, pull requests among them and known closers into the store."""
    issues = [one for one in found if one.pull_request is None]
    reading.keep(ISSUES, [_issue_row(one) for one in issues])
    reading.keep(PULLS, [_pull_row(one) for one in found if one.pull_request is not None])
    reading.keep(ENDINGS, [_closing_row(one) for one in issues if one.closed_at and one.closer])


def _issue_row(one: Issue) -> Row:
    times: Row = {"created_at": one.created_at, "updated_at": one.updated_at, "closed_at": one.closed_at}
    return {"number": one.number, **times, **who(one.author)}


def _pull_row(one: Issue) -> Row:
    merged = one.pull_request.merged_at if one.pull_request else None
    return {**_issue_row(one), "merged_at": merged, "labels": one.labels}


def _closing_row(one: Issue) -> Row:
    return {"number": one.number, "kind": CLOSED, "updated_at": one.closed_at, **who(one.closer, "actor")}
