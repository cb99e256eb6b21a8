"""The store of one repository counted: developer x month, labels by month, stars by month. All SQL of it is here.

What is counted: a pull request once, opened in the month of its opening and merged in that of its merge; a merge of
another's by who merged; an issue as closed once, by who closed it last, while it is closed; a review by who gave it,
but not of one's own pull request. Accounts are told apart by id; one that changed its login counts under the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ingest.pairs import Pair
from ingest.sources.github.compaction import readable, rows_sql
from ingest.sources.github.store import TABLES, Store

if TYPE_CHECKING:
    import duckdb

ACTIVITIES = (
    "opened_prs", "merged_prs", "merged_others", "reviews", "opened_issues", "closed_issues", "issue_comments",
    "review_comments", "stars",
)  # fmt: skip
_FETCHED = 10_000
NOTABLE = 5
"""Pull requests of a month that are told one by one: those that were talked about most."""
_OTHER = (
    "coalesce(e.actor_id::VARCHAR, lower(e.actor)) IS DISTINCT FROM coalesce(p.author_id::VARCHAR, lower(p.author))"
)

_DONE = f"""
CREATE TABLE done AS
SELECT 'opened_prs' AS activity, created_at AS at, author AS login, author_id AS id, author_type AS type,
       updated_at AS seen
FROM pulls
UNION ALL SELECT 'merged_prs', merged_at, author, author_id, author_type, updated_at
FROM pulls WHERE merged_at IS NOT NULL
UNION ALL SELECT 'merged_others', p.merged_at, e.actor, e.actor_id, e.actor_type, e.updated_at
FROM pulls p JOIN endings e ON e.number = p.number AND e.kind = 'merged'
WHERE p.merged_at IS NOT NULL AND {_OTHER}
UNION ALL SELECT 'reviews', e.submitted_at, e.author, e.author_id, e.author_type, e.submitted_at
FROM reviews e LEFT JOIN pulls p ON p.number = e.number
WHERE e.author IS NULL OR {_OTHER.replace("e.actor", "e.author")}
UNION ALL SELECT 'opened_issues', created_at, author, author_id, author_type, updated_at FROM issues
UNION ALL SELECT 'closed_issues', i.closed_at, e.actor, e.actor_id, e.actor_type, e.updated_at
FROM issues i LEFT JOIN endings e ON e.number = i.number AND e.kind = 'closed'
WHERE i.closed_at IS NOT NULL
UNION ALL SELECT kind || '_comments', created_at, author, author_id, author_type, updated_at FROM comments
UNION ALL SELECT 'stars', starred_at, author, author_id, author_type, starred_at FROM stars WHERE rank IS NULL
"""  # noqa: S608 - our own names
_PEOPLE = """
CREATE TABLE people AS
SELECT coalesce(id::VARCHAR, lower(login)) AS person, arg_max(login, (seen, login)) AS login, max(id) AS id,
       coalesce(max(type) FILTER (type = 'Bot'), max(type), '') AS type
FROM done WHERE login IS NOT NULL GROUP BY person
"""
_PAIRS = f"""
SELECT p.login, p.id, p.type, strftime(d.at, '%Y-%m') AS month,
       {", ".join(f"count(*) FILTER (activity = '{name}')" for name in ACTIVITIES)}
FROM done d JOIN people p ON p.person = coalesce(d.id::VARCHAR, lower(d.login))
WHERE d.at >= $since AND d.at < $until
GROUP BY ALL ORDER BY month, p.login, p.id
"""  # noqa: S608 - our own names
_LABELS = """
SELECT label, strftime(created_at, '%Y-%m') AS month, count(*), count(merged_at)
FROM (SELECT unnest(list_distinct(labels)) AS label, created_at, merged_at FROM pulls)
WHERE created_at >= $since AND created_at < $until AND label <> ''
GROUP BY ALL ORDER BY label, month
"""
_OPENED = """
SELECT strftime(created_at, '%Y-%m') AS month, count(*) FROM pulls
WHERE created_at >= $since AND created_at < $until GROUP BY month ORDER BY month
"""
_NOTABLE = """
WITH talk AS (
  SELECT number, 'comment' AS kind, coalesce(author_id::VARCHAR, lower(author)) AS who FROM comments
  WHERE author_type IS DISTINCT FROM 'Bot'
  UNION ALL SELECT number, 'review', coalesce(author_id::VARCHAR, lower(author)) FROM reviews
  WHERE author_type IS DISTINCT FROM 'Bot'
)
SELECT strftime(p.created_at, '%Y-%m') AS month, p.number, a.login, a.id, a.type, strftime(p.merged_at, '%Y-%m-%d'),
       count(*) FILTER (t.kind = 'comment'), count(*) FILTER (t.kind = 'review'),
       count(DISTINCT t.who) FILTER (t.who <> a.person)
FROM pulls p JOIN people a ON a.person = coalesce(p.author_id::VARCHAR, lower(p.author)) JOIN talk t USING (number)
WHERE p.created_at >= $since AND p.created_at < $until
GROUP BY 1, 2, 3, 4, 5, 6 QUALIFY row_number() OVER (PARTITION BY month ORDER BY count(*) DESC, p.number) <= $most
ORDER BY month, p.number
"""
_STARS = """
WITH placed AS (
  SELECT starred_at, coalesce(rank, row_number() OVER (ORDER BY starred_at, author)) AS place FROM stars
)
SELECT strftime(starred_at, '%Y-%m') AS month, max(place) FROM placed GROUP BY month ORDER BY month
"""
_BURST = """
SELECT count(*) FILTER (starred_at < $day), count(*) FILTER (starred_at < $week), count(rank) FROM stars
"""
_LOST = """
SELECT activity, count(*) FROM done d WHERE login IS NULL AND d.at >= $since AND d.at < $until
GROUP BY activity ORDER BY activity
"""
_FAR_PAST, _FAR_FUTURE = "1970-01-01", "2200-01-01"


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are told of, first and last, ISO; empty where open."""

    since: str = ""
    until: str = ""

    @property
    def bounds(self) -> dict[str, str]:
        """Parameters of the SQL: from the first moment to the one after the last."""
        after = (date.fromisoformat(self.until) + timedelta(days=1)).isoformat() if self.until else _FAR_FUTURE
        return {"since": self.since or _FAR_PAST, "until": after}


@dataclass(frozen=True, slots=True)
class Discussed:
    """A pull request that was much talked about: by whom, opened when, merged on which day (empty where it was not).

    `comments` and `reviews` are those of people; `people` are those who gave them, the author not counted.
    """

    month: str
    number: int
    login: str
    login_id: int | None
    login_type: str
    merged_at: str
    comments: int
    reviews: int
    people: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted from the store of one repository in a window."""

    connection: duckdb.DuckDBPyConnection
    window: Window

    def pairs(self, repository: str, number: int) -> Iterator[Pair]:
        """What each developer did in each month, by month and login."""
        for login, who, kind, month, *counts in self._rows(_PAIRS):
            told = {name: int(count) for name, count in zip(ACTIVITIES, counts, strict=True) if count}
            yield Pair(login, repository, month, told, who, number, kind)

    def labels(self) -> list[tuple[str, str, int, int]]:
        """Label, month, pull requests opened in it that bear the label, and of these merged."""
        return [(label, month, opened, merged) for label, month, opened, merged in self._rows(_LABELS)]

    def opened(self) -> list[tuple[str, int]]:
        """Months with the number of pull requests that were opened in them, by whomever."""
        return [(month, int(count)) for month, count in self._rows(_OPENED)]

    def notable(self) -> list[Discussed]:
        """Of each month's pull requests by known accounts the few with most comments and reviews, by number."""
        found = self.connection.cursor().execute(_NOTABLE, {**self.window.bounds, "most": NOTABLE}).fetchall()
        return [
            Discussed(month, number, login, who, kind, merged or "", *talk)
            for month, number, login, who, kind, merged, *talk in found
        ]

    def stars(self) -> list[tuple[str, int]]:
        """Months with the number of stars that were given up to their last seen star."""
        return [(month, int(count)) for month, count in self._rows(_STARS, bounded=False)]

    def burst(self, created: date) -> tuple[int, int] | None:
        """Stars of the day of creation and of the seven days from it on, UTC; None where only samples were read."""
        ends = {"day": str(created + timedelta(days=1)), "week": str(created + timedelta(days=7))}
        row = self.connection.cursor().execute(_BURST, ends).fetchone()
        return (row[0], row[1]) if row is not None and not row[2] else None

    def lost(self) -> dict[str, int]:
        """How much of each activity was done by accounts that are gone, or by nobody that GitHub names."""
        return {activity: int(count) for activity, count in self._rows(_LOST)}

    def releases(self) -> list[tuple[str, str, bool]]:
        """Day, tag and whether it is not final, of each release in the window."""
        sql = (
            "SELECT strftime(published_at, '%Y-%m-%d'), tag, coalesce(prerelease, false) FROM releases "
            "WHERE published_at >= $since AND published_at < $until ORDER BY published_at, tag, id"
        )
        return [(day, tag, early) for day, tag, early in self._rows(sql)]

    def mergers(self) -> list[tuple[str, int | None, int]]:
        """Login, id and merged pull requests of each person, the most first; machines are left out."""
        sql = (
            "SELECT p.login AS login, p.id AS id, count(*) AS merged FROM done d "
            "JOIN people p ON p.person = coalesce(d.id::VARCHAR, lower(d.login)) "
            "WHERE activity = 'merged_prs' AND p.type = 'User' AND d.at >= $since AND d.at < $until "
            "GROUP BY ALL ORDER BY merged DESC, p.login"
        )
        return [(login, who, merged) for login, who, merged in self._rows(sql)]

    def _rows(self, sql: str, *, bounded: bool = True) -> Iterator[tuple]:  # type: ignore[type-arg]
        found = self.connection.cursor().execute(sql, self.window.bounds if bounded else None)
        while rows := found.fetchmany(_FETCHED):
            yield from rows


@contextmanager
def counted(store: Store, repository: int, window: Window) -> Iterator[Counts]:
    """The counts of one repository, while the `with` lasts."""
    import duckdb  # noqa: PLC0415 - heavy

    with readable(store), duckdb.connect() as connection:
        connection.execute("SET threads = 2")
        for table in TABLES:
            connection.execute(f"CREATE VIEW {table.name} AS {rows_sql(store, table, repository)}")
        connection.execute(_DONE)
        connection.execute(_PEOPLE)
        yield Counts(connection, window)
