"""The review list of candidates: a CSV file that people edit, read with the line of what is wrong; written whole."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from api.output_file import deliver
from graph.errors import BadInputError, BadRowError, StorageError

ACCEPT, REJECT, OPEN = VERDICTS = ("accept", "reject", "open")
OURS = ("round", "lift", "shared", "expected", "developers", "seeds", "examples")
"""Columns that a run renews; all others are the reviewer's."""
COLUMNS = ("repository", "verdict", "why", *OURS)
_NEEDED = ("repository", "verdict")
_NAME = re.compile(r"[^\s/]+/[^\s/]+")
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate as the file has it: its cells by column, and the line at which it stands (0 where it is new)."""

    cells: Mapping[str, str]
    line: int = 0

    @property
    def repository(self) -> str:
        """owner/name as it is written."""
        return self.cells["repository"]

    @property
    def verdict(self) -> str:
        """accept, reject or open."""
        return self.cells["verdict"]


@dataclass(frozen=True, slots=True)
class Review:
    """A review list: its file, its columns, also those that we do not know, its rows, and the bytes that were read."""

    path: Path
    columns: tuple[str, ...] = COLUMNS
    rows: tuple[Row, ...] = ()
    content: bytes | None = None

    def of(self, verdict: str) -> list[Row]:
        """The rows with this verdict."""
        return [row for row in self.rows if row.verdict == verdict]


def read_review(path: Path) -> Review:
    """The review list in `path`, an empty one where there is no such file; BadRowError for what cannot be taken."""
    if not path.exists():
        return Review(path)
    content = _content(path)
    lines = list(_lines(path, content))
    if not lines:
        return Review(path, content=content)
    columns = _columns(path, lines[0][1])
    rows = tuple(_row(path, line, columns, cells) for line, cells in lines[1:])
    _check_once(path, rows)
    return Review(path, (*columns, *(name for name in COLUMNS if name not in columns)), rows, content)


def write_review(review: Review, rows: Iterable[Row]) -> None:
    """Write `rows` as the new list: the whole file or nothing, and nothing where somebody edited it meanwhile."""
    if (_content(review.path) if review.path.exists() else None) != review.content:
        raise BadInputError(
            f"{review.path} was changed while candidates were looked for, and is left as it is", hint="run it again"
        )
    text = io.StringIO()
    writer = csv.DictWriter(text, review.columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.cells for row in rows)
    deliver(text.getvalue().encode(), review.path)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > _LARGEST:
        raise BadInputError(f"{path} is larger than {_LARGEST // 1_000_000} MB: it is no review list")
    return content


def _lines(path: Path, content: bytes) -> Iterable[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line at which it ends."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadRowError(str(path), line, "text", "bytes that are not UTF-8", "a CSV file in UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise BadRowError(str(path), reader.line_num, "row", str(error), "a row of CSV") from None


def _columns(path: Path, cells: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(cell.strip() for cell in cells)
    expected = f"the columns {', '.join(_NEEDED)} and any others, each once"
    if not set(_NEEDED).issubset(columns) or len(set(columns)) < len(columns):
        raise BadRowError(str(path), 1, "columns", ", ".join(columns)[:200], expected)
    return columns


def _row(path: Path, line: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    if len(cells) != len(columns):
        raise BadRowError(str(path), line, "row", f"{len(cells)} cells", f"{len(columns)}, as in the first line")
    told = dict(zip(columns, cells, strict=True))
    name, verdict = told["repository"].strip(), told["verdict"].strip().lower() or OPEN
    if not _NAME.fullmatch(name):
        raise BadRowError(str(path), line, "repository", repr(name[:100]), "owner/name")
    if verdict not in VERDICTS:
        raise BadRowError(str(path), line, "verdict", repr(verdict[:100]), "accept, reject or open")
    return Row({**told, "repository": name, "verdict": verdict}, line)


def _check_once(path: Path, rows: Iterable[Row]) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        before = seen.setdefault(row.repository.lower(), row.line)
        if before != row.line:
            expected = f"each repository once (it stands in line {before} too)"
            raise BadRowError(str(path), row.line, "repository", repr(row.repository), expected)
