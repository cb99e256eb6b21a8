"""Markdown pipe tables, as people publish them: `|` inside the last cell, missing cells, alignment rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from graph.errors import BadInputError
from ingest.sources.tables.lines import lines
from ingest.sources.tables.sheet import Row, Sheet, checked_columns

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_FENCE = ("```", "~~~")


def read_markdown(path: Path, part: str | None = None) -> Sheet:
    """The table in the Markdown file `path`; `part` is its number where there are several, 1 the first."""
    found = list(_headers(path))
    if not found:
        raise BadInputError(
            f"{path.name} holds no Markdown table: expected a row of names and a row of dashes below it"
        )
    at = _chosen(path, part, len(found))
    line, names = found[at]
    columns = checked_columns(path.name, names)
    left = len(found) - 1
    notes = (f"{left} more tables in the file were not read: choose one by `part`",) if left and part is None else ()
    return Sheet(path.name, columns, lambda: _rows(path, line + 2, len(columns)), notes)


def split_cells(line: str) -> list[str]:
    """The cells of a row; a `|` that belongs to a cell is written with a backslash before it."""
    plain = line.strip().removeprefix("|")
    plain = plain[:-1] if plain.endswith("|") and not plain.endswith("\\|") else plain
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(plain)]


def _chosen(path: Path, part: str | None, count: int) -> int:
    if part is None:
        return 0
    if not part.isdecimal() or not 1 <= int(part) <= count:
        raise BadInputError(f"{path.name} has no table {part}: its tables are 1 to {count}")
    return int(part) - 1


def _headers(path: Path) -> Iterator[tuple[int, list[str]]]:
    for (line, above), (_, below) in pairwise(_outside_code(path)):
        if (
            "|" in above
            and "-" in below
            and _RULE.fullmatch(below)
            and len(split_cells(above)) == len(split_cells(below))
        ):
            yield line, split_cells(above)


def _outside_code(path: Path) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(lines(path), start=1):
        fence = line.lstrip().startswith(_FENCE)
        inside ^= fence
        if not inside and not fence:
            yield number, line.rstrip("\r\n")


def _rows(path: Path, first: int, width: int) -> Iterator[Row]:
    for number, line in enumerate(lines(path), start=1):
        if number < first:
            continue
        if not line.strip():
            return
        cells = split_cells(line)
        if any(cells):
            # A table's writer often leaves `|` bare in free text, which stands in the last column.
            yield number, [*cells[: width - 1], " | ".join(cells[width - 1 :])]
