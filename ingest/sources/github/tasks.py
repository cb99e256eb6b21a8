"""Which lists of a repository are read for which parts, each a task of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

from ingest.sources.github.parts.comments import KINDS, fetch_comments
from ingest.sources.github.parts.contributors import fetch_contributors
from ingest.sources.github.parts.endings import fetch_endings
from ingest.sources.github.parts.forks import fetch_forks, fetch_parent
from ingest.sources.github.parts.issues import fetch_issues
from ingest.sources.github.parts.pulls import fetch_pulls
from ingest.sources.github.parts.releases import fetch_releases
from ingest.sources.github.parts.reviews import fetch_reviews
from ingest.sources.github.parts.stars import fetch_stars
from ingest.sources.github.reading import Reading


@dataclass(frozen=True, slots=True)
class Task:
    """Work on one repository: what is read to its end once it is done (not where the answer is False), and the work."""

    reads: tuple[str, ...]
    work: Callable[[], bool | None]


def tasks(reading: Reading, pool: Executor) -> Iterator[Task]:
    """The tasks of one repository; `pool` is for single calls within one of them."""
    parts = reading.plan.parts
    yield from _graphql(reading) if reading.github.graphql else _rest(reading, pool)
    if "comments" in parts:
        yield Task(("comments",), lambda: _comments(reading))
    if "contributors" in parts:
        yield Task(("contributors",), lambda: fetch_contributors(reading))
    if "releases" in parts:
        yield Task(("releases",), lambda: fetch_releases(reading))
    if "stars" in parts:
        yield Task(("stars",), lambda: fetch_stars(reading))
    if "forks" in parts:
        yield Task(("forks",), lambda: fetch_forks(reading, pool))
    if reading.facts.parent:
        yield Task((), lambda: fetch_parent(reading))


def _comments(reading: Reading) -> None:
    for kind in KINDS:
        fetch_comments(reading, kind)


def _graphql(reading: Reading) -> Iterator[Task]:
    parts = reading.plan.parts
    if "issues" in parts:
        yield Task(("issues", "endings"), lambda: fetch_issues(reading))
    if parts & {"pulls", "reviews"}:
        reads = ("pulls", "endings", *({"reviews"} & parts))
        yield Task(reads, lambda: fetch_pulls(reading))


def _rest(reading: Reading, pool: Executor) -> Iterator[Task]:
    """Issues and pull requests are one list; reviews need to know the pull requests."""
    parts = reading.plan.parts
    if not parts & {"issues", "pulls", "reviews"}:
        return

    def lists() -> None:
        fetch_issues(reading)
        if "reviews" in parts:
            fetch_reviews(reading, pool)

    yield Task(("issues", "pulls", *({"reviews"} & parts)), lists)
    yield Task(("endings",), lambda: fetch_endings(reading))
