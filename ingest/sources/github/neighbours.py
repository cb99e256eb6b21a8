"""Where the people of the seeds work besides: the repositories in which most of them have merged pull requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ingest.sources.github import queries
from ingest.sources.github.api import GitHub
from ingest.sources.github.models import Found, parse
from ingest.web.replies import RefusedError

SEARCH = "search"
MOST_PEOPLE = 50
"""People of the seeds who are looked up, those with the most merged pull requests there first: a call each."""
MOST_NEIGHBOURS = 30
"""Repositories that are taken: most people first, then most pull requests, then by name."""


def neighbours(github: GitHub, people: Sequence[str], seeds: Sequence[str], since: str = "") -> list[str]:
    """Full names of the repositories where `people` (the most active first) have merged pull requests, seeds apart.

    Of each person the newest hundred merged pull requests count, since a day where one is given.
    """
    who: dict[str, set[str]] = defaultdict(set)
    pulls: dict[str, int] = defaultdict(int)
    for login in people[:MOST_PEOPLE]:
        for name in merged_in(github, login, since):
            who[name].add(login)
            pulls[name] += 1
    known = {name.lower() for name in seeds}
    ranked = sorted((name for name in who if name.lower() not in known), key=lambda n: (-len(who[n]), -pulls[n], n))
    return ranked[:MOST_NEIGHBOURS]


def merged_in(github: GitHub, login: str, since: str = "") -> list[str]:
    """The repository of each of the newest merged pull requests of one person; none where GitHub finds no such one."""
    window = f" merged:>={since}" if since else ""
    query = f"author:{login} type:pr is:merged is:public{window}"
    asked: dict[str, str | int] = {"q": query, "sort": "updated", "per_page": queries.PAGE}
    try:
        reply = github.fetch(queries.SEARCH_PULLS, asked, kind=SEARCH)
    except RefusedError:
        # 422: the account is gone, or does not want to be found.
        return []
    items = reply.object.get("items")
    rows = items if isinstance(items, list) else []
    found = parse(Found, rows, reply.address, lambda error: github.warn(str(error)))
    return ["/".join(one.repository_url.rstrip("/").split("/")[-2:]) for one in found]
