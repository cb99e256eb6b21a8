"""GitHub as this source asks it: REST lists by page and by change, GraphQL with its errors inside good answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from graph.errors import RateLimitedError, SourceError
from ingest.http import Client, Pace
from ingest.sources.github import queries
from ingest.web.replies import SECONDARY_WAIT, AbsentError, FleetingError, Json, RefusedError, Reply

if TYPE_CHECKING:
    from ingest.desk import Desk
    from ingest.http import Params

SERVICE, ADDRESS = "GitHub", "https://api.github.com"
GRAPHQL = "graphql"
PATIENCE, LONG_PATIENCE = 120.0, 3900.0
"""Seconds to wait for a limit: by itself, and where the user said to wait; limits start anew each hour."""
MOST_EMPTY = 3
"""Empty pages in a row, with others promised after them, before a list counts as broken."""
TIMED_OUT = ("something went wrong", "timeout", "timedout", "took too long")
QUERY_TRIES = 3

Row = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a list, whether more follow, the mark after which they do, and the address that answered."""

    rows: list[Json]
    more: bool
    after: str = ""
    address: str = ""
    total: int | None = None


@dataclass(slots=True)
class GitHub:
    """GitHub behind one client; `graphql` says whether it may be asked that way, which needs a token."""

    client: Client
    warn: Callable[[str], None]
    graphql: bool = False
    _sizes: dict[str, int] = field(default_factory=dict)

    @staticmethod
    def open(desk: Desk, *, wait: bool = False, pace: Pace | None = None) -> GitHub:
        """The usual GitHub, or the one whose address the desk names, with the desk's token."""
        address = desk.addresses.get("github") or ADDRESS
        waiting = pace or Pace(patience=LONG_PATIENCE if wait else PATIENCE)
        client = Client(SERVICE, address, token=desk.token, cache=desk.room("github") / "cache", pace=waiting)
        return GitHub(client, desk.warn, client.has_token)

    def fetch(
        self, path: str, params: Params | None = None, *, media: str = queries.JSON, keep: bool = False,
        kind: str = "core",
    ) -> Reply:  # fmt: skip
        """The answer to one REST path; see `Client.fetch`."""
        return self.client.fetch(path, params, headers=_headers(media), keep=keep, kind=kind)

    def pages(self, path: str, params: Params | None = None, *, keep: bool = False) -> Iterator[Reply]:
        """The full pages of a REST list by their links; see `Client.pages`."""
        full = {"per_page": queries.PAGE, **(params or {})}
        return self.client.pages(path, full, headers=_headers(queries.JSON), keep=keep)

    def page(self, path: str, params: Params, number: int, *, media: str = queries.JSON) -> Page:
        """One page of a REST list by its number, from 1."""
        reply = self.fetch(path, {"per_page": queries.PAGE, **params, "page": number}, media=media)
        rows = cast("list[Json]", reply.rows)
        return Page(rows, "next" in reply.links or len(rows) == queries.PAGE, str(number + 1), reply.address)

    def ask(self, query: str, variables: Mapping[str, Json]) -> Row:
        """The `data` of a GraphQL answer. What is not there is null in it; AbsentError where nothing else is.

        Parts that the token may not see are left out with a warning; other errors are a SourceError.
        """
        reply = self.client.post(
            queries.GRAPHQL, {"query": query, "variables": dict(variables)}, kind=GRAPHQL, check=self._check,
            tries=QUERY_TRIES,
        )  # fmt: skip
        data = reply.object.get("data")
        return data if isinstance(data, dict) else {}

    def shrinking(self, name: str, largest: int, ask: Callable[[int], Row]) -> Row:
        """What `ask` answers for the largest page that GitHub can give: halved after each failure, and kept so."""
        size = self._sizes.get(name, largest)
        while True:
            try:
                return ask(size)
            except FleetingError as error:
                if size <= queries.SMALLEST_PAGE:
                    raise SourceError(f"{SERVICE} fails on {name} even for pages of one: {error}") from error
                size = max(size // 2, queries.SMALLEST_PAGE)
                self._sizes[name] = size

    def _check(self, reply: Reply) -> None:
        errors = _errors(reply)
        kinds = {str(error.get("type", "")).upper() for error in errors}
        words = "; ".join(str(error.get("message", "")) for error in errors)[:300]
        if "RATE_LIMITED" in kinds or "RATE_LIMIT" in kinds:
            raise RateLimitedError(
                SERVICE, self.client.limits.wait(GRAPHQL, self.client.pace.clock()) or SECONDARY_WAIT
            )
        if any(word in words.lower() for word in TIMED_OUT):
            raise FleetingError(f"{SERVICE} could not answer: {words}")
        data = reply.object.get("data")
        holds = isinstance(data, dict) and any(value is not None for value in data.values())
        if errors and kinds <= {"NOT_FOUND"} and not holds:
            raise AbsentError(f"{SERVICE}: {words or 'not found'}", 404)
        if errors and not holds:
            raise RefusedError(f"{SERVICE} cannot be asked so: {words}", 422)
        if errors and not kinds <= {"NOT_FOUND"}:
            self.warn(f"{SERVICE} left something out: {words}")
        if not isinstance(data, dict):
            raise FleetingError(f"{SERVICE} answers a question without data")


def _errors(reply: Reply) -> list[Row]:
    found = reply.object.get("errors")
    return [error for error in found if isinstance(error, dict)] if isinstance(found, list) else []


def _headers(media: str) -> dict[str, str]:
    return {"Accept": media, "X-GitHub-Api-Version": queries.VERSION}


def below(data: Json, *names: str) -> Json:
    """What stands in `data` below these names; None where one of them is missing or null."""
    for name in names:
        if not isinstance(data, dict):
            return None
        data = data.get(name)
    return data


def listed(data: Json, *names: str) -> list[Json]:
    """The list that stands in `data` below these names; empty where there is none."""
    found = below(data, *names)
    return found if isinstance(found, list) else []


def connection(data: Json, *names: str, rows: str = "nodes") -> Page:
    """A GraphQL connection below these names as a page; a SourceError where there is none."""
    found = below(data, *names)
    if not isinstance(found, dict) or not isinstance(found.get(rows), list):
        raise SourceError(f"{SERVICE} answers without {'.'.join(names)}.{rows}")
    after, total = below(found, "pageInfo", "endCursor"), found.get("totalCount")
    more = below(found, "pageInfo", "hasNextPage") is True and isinstance(after, str)
    # GitHub gives null for single nodes that it could not read.
    nodes: list[Json] = [node for node in listed(found, rows) if node is not None]
    return Page(nodes, more, after if isinstance(after, str) else "", queries.GRAPHQL, _whole(total))


def _whole(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
