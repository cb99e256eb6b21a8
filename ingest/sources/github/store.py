"""The Parquet store of single things that GitHub's lists hold: its tables and columns, and how they are written.

    <room>/store/<table>/repository=<id>/month=<YYYY-MM>/<n>.parquet     compacted
    <room>/store/<table>/repository=<id>/incoming/<n>.parquet            as read, until the next compaction

Files are written under another name and renamed, so a kill at any moment leaves whole files. A thing may stand in
several files: of rows with one key the newest counts (`updated_at` where there is one, then `read`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Cell = int | str | bool | datetime | list[str] | None
Row = Mapping[str, Cell]
INCOMING = "incoming"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (`int`, `str`, `bool`, `time`, `strs`), its meaning."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: columns, those that make up its key, and the one whose month parts it."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    month: str


def _who(name: str, did: str) -> tuple[Column, ...]:
    return (
        Column(name, "str", f"login of who {did} it; empty where the account is gone"),
        Column(f"{name}_id", "int", "id of the account, which renames do not change"),
        Column(f"{name}_type", "str", "User, Bot, Organization or Mannequin"),
    )


NUMBER = Column("number", "int", "number of the issue or pull request within the repository")
CREATED = Column("created_at", "time", "when it was opened or written, UTC")
UPDATED = Column("updated_at", "time", "when it last changed, UTC")
CLOSED = Column("closed_at", "time", "when it was closed, UTC; empty while it is open")
READ = Column("read", "int", "running number of the reading; of rows with one key the newest counts")

ISSUES = Table(
    "issues",
    "Issues, without pull requests.",
    (NUMBER, CREATED, UPDATED, CLOSED, *_who("author", "opened")),
    ("number",),
    "created_at",
)
PULLS = Table(
    "pulls",
    "Pull requests.",
    (
        NUMBER,
        CREATED,
        UPDATED,
        CLOSED,
        Column("merged_at", "time", "when it was merged, UTC; empty where it was not"),
        *_who("author", "opened"),
        Column("labels", "strs", "names of its labels at the reading"),
    ),
    ("number",),
    "created_at",
)
ENDINGS = Table(
    "endings",
    "Who closed an issue and who merged a pull request: the last time where it happened several times.",
    (
        NUMBER,
        Column("kind", "str", "closed or merged"),
        Column("updated_at", "time", "when, UTC"),
        *_who("actor", "did"),
    ),
    ("number", "kind"),
    "updated_at",
)
REVIEWS = Table(
    "reviews",
    "Reviews of pull requests that were submitted.",
    (
        NUMBER,
        Column("id", "int", "id of the review"),
        Column("state", "str", "APPROVED, CHANGES_REQUESTED, COMMENTED or DISMISSED"),
        Column("submitted_at", "time", "when it was submitted, UTC"),
        *_who("author", "gave"),
    ),
    ("id",),
    "submitted_at",
)
COMMENTS = Table(
    "comments",
    "Comments on issues and pull requests, and on changed lines.",
    (
        Column("kind", "str", "issue (also below pull requests) or review (on changed lines)"),
        Column("id", "int", "id of the comment, of its kind"),
        NUMBER,
        CREATED,
        UPDATED,
        *_who("author", "wrote"),
    ),
    ("kind", "id"),
    "created_at",
)
STARS = Table(
    "stars",
    "Stars, once per account; who took a star back stays.",
    (
        Column("starred_at", "time", "when it was given, UTC"),
        *_who("author", "gave"),
        Column("rank", "int", "which star it was, 1 the first, where pages were sampled"),
    ),
    ("author_id",),
    "starred_at",
)
RELEASES = Table(
    "releases",
    "Published releases.",
    (
        Column("id", "int", "id of the release"),
        Column("tag", "str", "name of its tag"),
        Column("prerelease", "bool", "whether it is marked as not final"),
        Column("published_at", "time", "when it was published, UTC"),
    ),
    ("id",),
    "published_at",
)
TABLES: tuple[Table, ...] = (ISSUES, PULLS, ENDINGS, REVIEWS, COMMENTS, STARS, RELEASES)


@dataclass(slots=True)
class Store:
    """The tables of all repositories below `folder`. Safe for several threads of one process."""

    folder: Path
    _numbers: dict[Path, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def home(self, table: Table, repository: int) -> Path:
        """The folder of one table of one repository."""
        return self.folder / table.name / f"repository={repository}"

    def add(self, table: Table, repository: int, rows: Iterable[Row]) -> int:
        """Write `rows` as one new file; how many they were. None is written where there are none."""
        import pyarrow.parquet as pq  # noqa: PLC0415 - heavy, and not needed to list sources

        found = list(rows)
        if not found:
            return 0
        home = self.home(table, repository)
        number = self.next_number(home)
        target = home / INCOMING / f"{number:08d}.parquet"
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        pq.write_table(_arrow(table, found, number), part, compression="zstd")
        part.replace(target)
        return len(found)

    def next_number(self, home: Path) -> int:
        """The running number of the next file of a table."""
        with self._lock:
            if home not in self._numbers:
                self._numbers[home] = max((int(path.stem) for path in home.glob("*/*.parquet")), default=0)
            self._numbers[home] += 1
            return self._numbers[home]

    def files(self, table: Table, repository: int) -> list[Path]:
        """The files of one table of one repository, in a fixed order."""
        return sorted(self.home(table, repository).glob("*/*.parquet"))


def _arrow(table: Table, rows: list[Row], number: int) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415 - heavy

    types = {
        "int": pa.int64(),
        "str": pa.string(),
        "bool": pa.bool_(),
        "time": pa.timestamp("s"),
        "strs": pa.list_(pa.string()),
    }
    schema = pa.schema([(column.name, types[column.type]) for column in (*table.columns, READ)])
    cells = {column.name: [_plain(row.get(column.name)) for row in rows] for column in table.columns}
    return pa.table({**cells, READ.name: [number] * len(rows)}, schema=schema)


def _plain(cell: Cell) -> Cell:
    """Times without a zone: Parquet's zones and DuckDB's would be another source of errors, and all is UTC."""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).replace(tzinfo=None)
    return cell
