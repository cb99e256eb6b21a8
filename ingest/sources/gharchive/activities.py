"""Which events of the archive are which activity of a contribution: plain words, for SQL, Ibis and documents."""

from __future__ import annotations

from graph.edge_kinds import ACTIVITIES
from ingest.sources.gharchive.hours import REVIEWS_SINCE

PULL = "PullRequestEvent"
OPENED, CLOSED, MERGED = "opened", "closed", "merged"

SINGLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "opened_prs": (PULL, (OPENED,)),
    "reviews": ("PullRequestReviewEvent", ("created", "submitted")),
    "opened_issues": ("IssuesEvent", (OPENED,)),
    "closed_issues": ("IssuesEvent", (CLOSED,)),
    "issue_comments": ("IssueCommentEvent", ("created", "")),
    "review_comments": ("PullRequestReviewCommentEvent", ("created", "")),
    "pushes": ("PushEvent", ("",)),
    "stars": ("WatchEvent", ("started",)),
}
"""Activities that one event alone tells of: its type, and its action (empty where it has none)."""
OF_PULLS = ("merged_prs", "merged_others")
"""Activities that are counted once for each pull request: to who opened it, and to who merged it for another."""
COUNTED: tuple[str, ...] = tuple(prop.name for prop in ACTIVITIES if prop.name in {*SINGLE, *OF_PULLS})
"""All activities that the archive tells of, in the order of the graph's schema. It tells of no commits by branch."""
TYPES: tuple[str, ...] = tuple(sorted({kind for kind, _ in SINGLE.values()}))
"""Types of events that are kept in the store."""


def covered(month: str) -> tuple[str, ...]:
    """The activities that the archive tells of throughout `month`: reviews came late."""
    return tuple(name for name in COUNTED if name != "reviews" or month >= REVIEWS_SINCE)
