"""How many calls a load of several repositories will need, told before the first of them is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graph.errors import AtlasError
from ingest.sources.github import queries
from ingest.sources.github.api import GitHub
from ingest.sources.github.coverage import LISTS
from ingest.sources.github.estimate import ALWAYS, Need
from ingest.sources.github.neighbours import SEARCH
from ingest.sources.github.people import MOST_WITHOUT_TOKEN
from ingest.sources.github.plan import Plan

MOST_SCOPES = 4
"""Scopes that are counted: each takes two searches, of which GitHub allows ten a minute to those without a token."""
LENGTH = 200
"""Characters of one scope: GitHub takes questions of up to 256."""
EVENTS, COMMENTS = 2, 3
"""About so many closings, merges and other events, and so many comments, has an issue or pull request."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Repositories as a search names them, and the share of what it counts that is still to be read."""

    text: str
    share: float = 1.0


def scopes(named: Sequence[str], new: Collection[str], owners: Collection[str]) -> Iterator[Scope]:
    """Scopes of the repositories `new` among `named`: those of `owners` by their owner, the others by name."""
    known = {owner.lower() for owner in owners}
    whose = Counter(owner for owner in map(_owner, named) if owner in known)
    for owner, some in Counter(owner for owner in map(_owner, new) if owner in known).items():
        yield Scope(f"user:{owner}", some / max(whose[owner], some))
    text = ""
    for name in (name for name in new if _owner(name) not in known):
        if text and len(text) + len(name) > LENGTH:
            yield Scope(text)
            text = ""
        text = f"{text} repo:{name}".strip()
    if text:
        yield Scope(text)


def _owner(name: str) -> str:
    return name.partition("/")[0].lower()


def foretold(github: GitHub, asked: Sequence[tuple[str, Plan]], new: Collection[str], owners: Collection[str]) -> Need:
    """About how many calls the repositories that are `asked` for take; of those not `new` only changes are read."""
    listing = [(name, plan) for name, plan in asked if plan.parts & LISTS]
    parts = frozenset[str]().union(*(plan.parts for _, plan in asked))
    fresh = [name for name, _ in listing if name in new]
    issues, pulls = 0.0, 0.0
    for scope in list(scopes([name for name, _ in listing], fresh, owners))[:MOST_SCOPES]:
        issues += scope.share * _count(github, scope, "issue", listing[0][1].since)
        pulls += scope.share * _count(github, scope, "pr", listing[0][1].since)
    core: float = sum(_each(plan.parts, graphql=github.graphql) for _, plan in asked) + len(owners)
    core += COMMENTS * (issues + pulls) / queries.PAGE if "comments" in parts else 0
    if github.graphql:
        return Need(round(core), round(2 * len(asked) + issues / queries.PAGE + pulls / queries.PULLS_PAGE))
    core += (1 + EVENTS) * (issues + pulls) / queries.PAGE + (pulls if "reviews" in parts else 0)
    return Need(round(core) + (MOST_WITHOUT_TOKEN if "contributors" in parts else 0))


def _each(parts: Collection[str], *, graphql: bool) -> int:
    """Calls that each repository takes, however little is in it: every list has a page, and some are counted first."""
    lists = 4 if "comments" in parts else 0
    if not graphql and LISTS & set(parts):
        lists += 4 + ("reviews" in parts)
    return ALWAYS + lists + sum(part in parts for part in ("contributors", "releases", "forks", "stars"))


def _count(github: GitHub, scope: Scope, kind: str, since: str) -> int:
    """How many issues or pull requests GitHub finds; 0 where it does not tell, for an estimate ends no load."""
    window = f" updated:>={since}" if since else ""
    asked: dict[str, str | int] = {"q": f"{scope.text} type:{kind}{window}", "per_page": 1}
    try:
        found = github.fetch(queries.SEARCH_PULLS, asked, kind=SEARCH).object.get("total_count")
    except AtlasError:
        return 0
    return found if isinstance(found, int) else 0
