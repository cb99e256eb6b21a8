"""How many calls a load will need, and whether the limit will do: said before the load goes on."""

from __future__ import annotations

import time
from dataclasses import dataclass

import httpx

from graph.errors import AtlasError, SourceError
from ingest.sources.github import queries
from ingest.sources.github.api import GRAPHQL, SERVICE, GitHub, below
from ingest.sources.github.parts.stars import SAMPLED_PAGES, SHOWN_PAGES
from ingest.sources.github.people import MOST_WITHOUT_TOKEN
from ingest.sources.github.reading import Reading
from ingest.web.limits import CORE, Limit
from ingest.web.turning import last_page

ALWAYS = 3
"""Calls for the repository itself, its languages and its owner."""


@dataclass(frozen=True, slots=True)
class Need:
    """Calls by the limit that they count against."""

    core: int = 0
    graphql: int = 0

    @property
    def total(self) -> int:
        """Calls in all."""
        return self.core + self.graphql


def needed(reading: Reading) -> Need:
    """About how many calls the first reading of a repository takes; a part that was begun counts as one call."""
    parts = reading.plan.parts
    core = ALWAYS + sum(part in parts for part in ("contributors", "releases", "forks"))
    if "comments" in parts:
        core += _listed(reading, "issue_comments", queries.ISSUE_COMMENTS)
        core += _listed(reading, "review_comments", queries.REVIEW_COMMENTS)
    return _by_graphql(reading, core) if reading.github.graphql else _by_rest(reading, core)


def _by_graphql(reading: Reading, core: int) -> Need:
    facts, parts = reading.facts, reading.plan.parts
    sizes = {"issues": (facts.issues, queries.PAGE), "pulls": (facts.pulls, queries.PULLS_PAGE)}
    sizes["stars"] = (facts.stars, queries.PAGE)
    calls = [_pages(count or 0, size) for part, (count, size) in sizes.items() if part in parts and _new(reading, part)]
    return Need(core, sum(calls) + 2)


def _by_rest(reading: Reading, core: int) -> Need:
    parts = reading.plan.parts
    if parts & {"issues", "pulls", "reviews"}:
        core += _listed(reading, "issues", queries.ISSUES) + _listed(reading, "endings", queries.ISSUE_EVENTS)
    if "reviews" in parts and _new(reading, "reviews"):
        core += _rows(reading, queries.PULLS)
    if "stars" in parts and _new(reading, "stars"):
        core += min(_pages(reading.facts.stars, queries.PAGE), SHOWN_PAGES, SAMPLED_PAGES)
    return Need(core + (MOST_WITHOUT_TOKEN if "contributors" in parts else 0))


def _listed(reading: Reading, part: str, path: str) -> int:
    """Pages of a list; 1 where the part was begun, for then only changes are asked for."""
    return max(_pages(_rows(reading, path), queries.PAGE), 1) if _new(reading, part) else 1


def _new(reading: Reading, part: str) -> bool:
    return not reading.cursor.of(part)


def _rows(reading: Reading, path: str) -> int:
    """Rows of a list: with one row a page, the number of the last page."""
    asked: dict[str, str | int] = {"state": "all", "per_page": 1}
    if reading.plan.since_time:
        asked["since"] = reading.plan.since_time
    reply = reading.github.fetch(reading.path(path), asked)
    return last_page(reply) or len(reply.rows)


def _pages(rows: int, size: int) -> int:
    return -(-rows // size)


def learn_limits(github: GitHub) -> None:
    """Learn what GitHub still allows; asking costs nothing. Where it does not tell, nothing is known.

    A SourceError where no connection can be had: then all further calls would fail as slowly.
    """
    try:
        resources = below(github.fetch(queries.RATE_LIMIT).data, "resources")
    except AtlasError as error:
        if isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout):
            words = f"{SERVICE} cannot be reached at {github.client.base.host}: {error.__cause__}"
            raise SourceError(words, hint="check the network; what was read before is kept") from error
        return
    for kind in (CORE, GRAPHQL):
        total, left, reset = (below(resources, kind, name) for name in ("limit", "remaining", "reset"))
        if isinstance(total, int) and isinstance(left, int) and isinstance(reset, int | float):
            github.client.limits.set(kind, Limit(total, left, float(reset)))


def shortage(need: Need, github: GitHub, what: str = "") -> str:
    """A sentence that tells when the calls will run out; empty where they will do, or nothing is known.

    `what` says for what they are needed, such as `12 repositories`.
    """
    for kind, calls in ((CORE, need.core), (GRAPHQL, need.graphql)):
        limit = github.client.limits.of(kind)
        if limit is not None and calls > limit.left:
            again = time.strftime("%H:%M", time.gmtime(limit.reset))
            rounds = -(-(calls - limit.left) // max(limit.total, 1))
            of = f" for {what}" if what else ""
            advice = "" if github.graphql else "; a token raises the limit from 60 to 5,000 calls an hour"
            return (
                f"GitHub allows {limit.left:,} more calls until {again} UTC and about {calls:,} are needed{of}: "
                f"what is read is kept, and it takes {rounds} more hour{'s' if rounds > 1 else ''}{advice}"
            )
    return ""
