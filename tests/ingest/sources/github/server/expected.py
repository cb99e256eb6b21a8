"""What a right reading of the world comes to, counted in plain Python and by nothing of the product."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime

from tests.ingest.sources.github.server.things import Account, Issue, Repository

Counts = dict[tuple[int, str], dict[str, int]]
"""Counts of activities by developer's id and month."""
Deed = tuple[Account | None, datetime, str]
"""Somebody did something: who, when, which activity."""

PART_OF = {
    "opened_issues": "issues", "closed_issues": "issues", "opened_prs": "pulls", "merged_prs": "pulls",
    "merged_others": "pulls", "reviews": "reviews", "issue_comments": "comments", "review_comments": "comments",
    "stars": "stars",
}  # fmt: skip
"""The part of `--what` that brings an activity."""
USUAL = frozenset(("issues", "pulls", "reviews", "comments"))


def deeds(repository: Repository) -> Iterator[Deed]:
    """All that was done in `repository`."""
    for issue in repository.issues:
        yield from (_pull(issue) if issue.pull else _issue(issue))
        for comment in issue.comments:
            yield comment.author, comment.created_at, "issue_comments"
    for star in repository.stars:
        yield star.account, star.at, "stars"


def _issue(issue: Issue) -> Iterator[Deed]:
    yield issue.author, issue.created_at, "opened_issues"
    if issue.closed_at:
        yield issue.closed_by, issue.closed_at, "closed_issues"


def _pull(issue: Issue) -> Iterator[Deed]:
    assert issue.pull is not None
    yield issue.author, issue.created_at, "opened_prs"
    merged = issue.pull.merged_at
    if merged:
        yield issue.author, merged, "merged_prs"
        if issue.pull.merged_by is not issue.author:
            yield issue.pull.merged_by, merged, "merged_others"
    for review in issue.pull.reviews:
        if review.author is not issue.author:
            yield review.author, review.submitted_at, "reviews"
        for comment in review.comments:
            yield comment.author, comment.created_at, "review_comments"


def expected(
    repository: Repository, parts: Collection[str] = USUAL, *, since: str = "0000", until: str = "9999"
) -> Counts:
    """The counts of each developer and month in `repository`; months from `since` to `until`."""
    made: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for who, at, activity in deeds(repository):
        month = at.strftime("%Y-%m")
        if who is not None and PART_OF[activity] in parts and since <= month <= until:
            made[who.id, month][activity] += 1
    return {key: dict(counts) for key, counts in made.items()}


def expected_labels(repository: Repository) -> dict[tuple[str, str], tuple[int, int]]:
    """Pull requests opened, and of these merged, by label and month of opening."""
    opened: Counter[tuple[str, str]] = Counter()
    merged: Counter[tuple[str, str]] = Counter()
    for issue in repository.pulls:
        for label in issue.labels:
            key = label, issue.created_at.strftime("%Y-%m")
            opened[key] += 1
            merged[key] += bool(issue.pull and issue.pull.merged_at)
    return {key: (number, merged[key]) for key, number in opened.items()}
