"""CSV and TSV: quotes as RFC 4180 has them; comma, semicolon or tab, told by the first line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from graph.errors import BadInputError
from ingest.sources.tables.lines import lines
from ingest.sources.tables.sheet import Row, Sheet, checked_columns, trimmed

MARKS = ",;\t|"


def read_delimited(path: Path, _part: str | None = None) -> Sheet:
    """The table in the CSV or TSV file `path`."""
    mark = _mark(path)
    records = _records(path, mark)
    _, names = next(records, (0, []))
    if not names:
        raise BadInputError(f"{path.name} is empty: expected a row with the names of columns")
    columns = checked_columns(path.name, names)

    def rows() -> Iterator[Row]:
        data = _records(path, mark)
        next(data)
        for line, cells in data:
            yield line, trimmed(cells, len(columns))

    return Sheet(path.name, columns, rows)


def _mark(path: Path) -> str:
    first = next((line for line in lines(path) if line.strip()), "")
    if path.name.lower().removesuffix(".gz").endswith((".tsv", ".tab")):
        return "\t"
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return first.strip()[-1]
    bare = "".join(first.split('"')[::2])
    return max(MARKS, key=lambda mark: (bare.count(mark), -MARKS.index(mark)))


def _records(path: Path, mark: str) -> Iterator[Row]:
    reader = csv.reader(lines(path), delimiter=mark, strict=True)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not (start == 1 and _says_mark(cells)):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise BadInputError(f"{path.name}:{start}: {_reason(str(error))}") from None


def _says_mark(cells: list[str]) -> bool:
    return cells[0].lower() == "sep=" and not any(cells[1:])


def _reason(error: str) -> str:
    if "unexpected end of data" in error:
        return "a quotation mark is opened and never closed"
    if "expected after" in error:
        return "a quotation mark ends in the middle of a cell: double it inside a quoted cell"
    if "field limit" in error:
        return f"a cell is longer than {csv.field_size_limit():,} letters: is a quotation mark left open?"
    return f"the line cannot be read as CSV ({error})"
