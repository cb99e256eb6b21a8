"""What each developer did on each issue and pull request of a repository, by month, from the store of single things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from graph.keys import developer
from ingest.sources.github.counting import Window, counted
from ingest.sources.github.repository import Room

if TYPE_CHECKING:
    from ingest.desk import Desk

ON_ITEMS = ("opened_issues", "closed_issues", "issue_comments", "review_comments", "opened_prs", "closed_prs")
"""What is counted, in the order of the counts of a row."""
UNTOLD = "closed_prs of pull requests that were closed without being merged"
"""GitHub's lists tell who merged a pull request, and not who closed one without merging it."""
_ITEMS = f"""
SELECT strftime(d.at, '%Y-%m') AS month, p.login, p.id, d.number::VARCHAR AS item,
       {", ".join(f"count(*) FILTER (d.activity = '{name}')" for name in ON_ITEMS)}
FROM (
  SELECT 'opened_issues' AS activity, created_at AS at, number, author AS login, author_id AS id FROM issues
  UNION ALL SELECT 'opened_prs', created_at, number, author, author_id FROM pulls
  UNION ALL SELECT 'closed_issues', i.closed_at, i.number, e.actor, e.actor_id
  FROM issues i JOIN endings e ON e.number = i.number AND e.kind = 'closed' WHERE i.closed_at IS NOT NULL
  UNION ALL SELECT 'closed_prs', p.merged_at, p.number, e.actor, e.actor_id
  FROM pulls p JOIN endings e ON e.number = p.number AND e.kind = 'merged' WHERE p.merged_at IS NOT NULL
  UNION ALL SELECT kind || '_comments', created_at, number, author, author_id FROM comments WHERE number IS NOT NULL
) d JOIN people p ON p.person = coalesce(d.id::VARCHAR, lower(d.login))
GROUP BY ALL ORDER BY month, item, p.login, p.id
"""  # noqa: S608 - our own names
_MERGED = "SELECT strftime(merged_at, '%Y-%m') AS month, number::VARCHAR FROM pulls WHERE merged_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class ItemMonth:
    """A month of one repository.

    rows: key of the developer, number of the issue or pull request, counts in the order of ON_ITEMS
    merged: numbers of the pull requests that were merged
    """

    period: str
    rows: list[tuple[str, str, list[float]]]
    merged: frozenset[str]


def repository_id(desk: Desk, name: str) -> int | None:
    """The id of a repository that this machine has read from GitHub under that name, or None."""
    return Room.at(desk).id_of(name)


def item_months(desk: Desk, repository: int) -> Iterator[ItemMonth]:
    """The months of the repository of that id in which something was done, oldest first; none where none was read."""
    with counted(Room.at(desk).store, repository, Window()) as counts:
        found = counts.connection.cursor().execute(_ITEMS).fetchall()
        merges = counts.connection.cursor().execute(_MERGED).fetchall()
    for period, told in groupby(found, key=itemgetter(0)):
        rows = [(developer(login, number=who).key, item, [*map(float, done)]) for _, login, who, item, *done in told]
        yield ItemMonth(period, rows, frozenset(item for month, item in merges if month == period))
