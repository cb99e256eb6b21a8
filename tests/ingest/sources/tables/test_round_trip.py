"""Random tables come back whole through every format; random bytes never end in anything but our own errors."""

from __future__ import annotations

import csv
import gzip
import io
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.errors import BadInputError, BadRowError
from ingest.sources.tables.formats import READERS
from tests.ingest.sources.tables.reading import edges, name, open_dataset, taken

COLUMNS = ("login", "repository", "month", "commits", "company")
LOGINS = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
COMPANIES = st.text(st.sampled_from("ab,;\"'|\\ 蚂蚁☁\n"), max_size=8)
MONTHS = st.builds("{:04}-{:02}".format, st.integers(1990, 2050), st.integers(1, 12))
ROWS = st.lists(
    st.tuples(LOGINS, st.just("a/b"), MONTHS, st.integers(0, 10**9), COMPANIES),
    min_size=1, max_size=8, unique_by=lambda row: (row[0], row[2]),
)  # fmt: skip
Rows = list[tuple[str, str, str, int, str]]


def _csv(rows: Rows, mark: str = ",") -> bytes:
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=mark)
    writer.writerows([COLUMNS, *rows])
    return kept.getvalue().encode()


def _markdown(rows: Rows) -> bytes:
    def line(cells: tuple[object, ...]) -> str:
        return f"| {' | '.join(str(cell).replace('|', chr(92) + '|').replace(chr(10), ' ') for cell in cells)} |"

    return "\n".join([line(COLUMNS), line(("---",) * len(COLUMNS)), *map(line, rows)]).encode()


def _xlsx(rows: Rows) -> bytes:
    book, kept = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (COLUMNS, *rows):
        sheet.append(list(row))
    book.save(kept)
    return kept.getvalue()


def _parquet(rows: Rows) -> bytes:
    kept = io.BytesIO()
    pq.write_table(pa.table({column: [row[at] for row in rows] for at, column in enumerate(COLUMNS)}), kept)
    return kept.getvalue()


WRITERS = {
    "t.csv": _csv,
    "t.tsv": lambda rows: _csv(rows, "\t"),
    "t.csv.gz": lambda rows: gzip.compress(_csv(rows)),
    "t.md": _markdown,
    "t.xlsx": _xlsx,
    "t.parquet": _parquet,
}


@pytest.mark.parametrize("file", WRITERS)
@given(rows=ROWS)
@settings(max_examples=12, deadline=None)
def test_every_row_comes_back_through_every_format(file: str, rows: Rows) -> None:
    # In Markdown a backslash before a bar has a meaning of its own.
    plain = [(*row[:4], row[4].replace("\\", "")) if file == "t.md" else row for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.write_bytes(WRITERS[file](plain))
        made = edges(taken(open_dataset(path)), "CONTRIBUTED_TO")
    assert [(name(edge.start), edge.props["period"], edge.props["commits"]) for edge in made] == [
        (row[0], row[2], row[3]) for row in rows
    ]


@pytest.mark.parametrize("ending", READERS)
@given(
    content=st.binary(max_size=300),
    begins=st.sampled_from([b"", b"PK\x03\x04", b"PAR1", b"\x1f\x8b\x08", b"login,repo\n"]),
)
@settings(max_examples=15, deadline=None)
def test_garbage_is_only_ever_refused(ending: str, content: bytes, begins: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"t{ending}"
        path.write_bytes(begins + content + begins)
        try:
            items = list(open_dataset(path, as_of="2025", period="2025-01").records)
        except BadInputError as error:
            assert str(error)  # noqa: PT017 - garbage may by chance be a table
            assert "\n" not in str(error)  # noqa: PT017
        else:
            assert all(isinstance(item, BadRowError) or item.where.file for item in items)


@pytest.mark.parametrize("file", ["t.xlsx", "t.parquet", "t.csv.gz"])
@given(at=st.floats(0, 0.999), flip=st.integers(1, 255), cut=st.booleans())
@settings(max_examples=30, deadline=None)
def test_a_file_with_one_wrong_byte_or_cut_short_is_read_or_refused(
    file: str, at: float, flip: int, *, cut: bool
) -> None:
    content = bytearray(WRITERS[file]([("ann", "a/b", "2025-04", 3, "NVIDIA"), ("bob", "a/b", "2025-04", 4, "")]))
    place = int(at * len(content))
    content[place] ^= flip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.write_bytes(bytes(content[:place]) if cut else bytes(content))
        try:
            items = list(open_dataset(path, as_of="2025", period="2025-01").records)
        except BadInputError as error:
            assert "\n" not in str(error)  # noqa: PT017
        else:
            assert items


@given(text=st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_words_under_good_columns_are_taken_or_refused_row_by_row(text: str) -> None:
    table = f"login,repository,month,commits,company,location\nann,a/b,2025-04,3,,\n{text}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(table.encode("utf-8", "surrogatepass"))
        try:
            items = list(open_dataset(path).records)
        except BadInputError as error:
            assert str(error).startswith("t.csv")  # noqa: PT017
        else:
            assert all(str(item).startswith("t.csv:") for item in items if isinstance(item, BadRowError))
