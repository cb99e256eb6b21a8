"""XLSX workbooks, read row by row: the values of formulas as stored, days as `2025-04-12`."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from graph.errors import BadInputError
from ingest.sources.tables.sheet import Row, Sheet, checked_columns, one_line, trimmed

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

LARGEST_UNPACKED = 4_000_000_000
# What openpyxl lets through when a file is no workbook, or a broken one.
_BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    OSError,
    EOFError,
    ValueError,
    TypeError,
    KeyError,
)
_BROKEN += (AttributeError, IndexError, AssertionError, NotImplementedError, RuntimeError, OverflowError)
_MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')


def read_workbook(path: Path, part: str | None = None) -> Sheet:
    """The sheet `part` of the workbook `path`, or its first one that is not empty."""
    _check_whole(path)
    with _opened(path) as book:
        title, notes = _chosen(path, book, part)
    file = f"{path.name}[{title}]" if part or notes else path.name
    rows = _rows(path, title, 0)
    _, names = next(rows, (0, []))
    if not names:
        raise BadInputError(f"{path.name} is empty: expected a row with the names of columns")
    columns = checked_columns(file, names)
    _check_formulas(path, title)

    def data() -> Iterator[Row]:
        found = _rows(path, title, len(columns))
        next(found)
        yield from found

    return Sheet(file, columns, data, notes)


def words(value: object) -> str:
    """A cell's value in words: whole floats without point, days without time, nothing as an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


@contextmanager
def _opened(path: Path, *, formulas: bool = False) -> Iterator[Workbook]:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions that do not matter to values
        try:
            book = load_workbook(path, read_only=True, data_only=not formulas)
        except _BROKEN as error:
            raise BadInputError(f"{path.name} is not a whole XLSX workbook ({_short(error)}): save it anew") from None
        try:
            yield book
        finally:
            book.close()


def _check_whole(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            broken = archive.testzip() if size <= LARGEST_UNPACKED else None
    except _BROKEN as error:
        raise BadInputError(f"{path.name} is not a whole XLSX workbook ({_short(error)}): save it anew") from None
    if size > LARGEST_UNPACKED:
        raise BadInputError(f"{path.name} unpacks to more than {LARGEST_UNPACKED:,} bytes: this is no table")
    if broken is not None:
        raise BadInputError(f"{path.name} is not a whole XLSX workbook ({one_line(broken)} is damaged): save it anew")


def _chosen(path: Path, book: Workbook, part: str | None) -> tuple[str, tuple[str, ...]]:
    titles = [sheet.title for sheet in book.worksheets]
    if part is not None:
        if part not in titles:
            raise BadInputError(f"{path.name} has no sheet {part}: its sheets are {', '.join(titles)}")
        return part, ()
    filled = [title for title in titles if next(_rows(path, title, 0), None)]
    if not filled:
        raise BadInputError(f"{path.name} is empty: expected a row with the names of columns")
    rest = ", ".join(filled[1:])
    return filled[0], ((f"sheets that were not read: {rest}; choose one by `part`",) if rest else ())


def _rows(path: Path, title: str, width: int) -> Iterator[Row]:
    for number, cells in _all_rows(path, title):
        found = trimmed(cells, width)
        if any(cell.strip() for cell in found):
            yield number, found


def _all_rows(path: Path, title: str, *, formulas: bool = False) -> Iterator[Row]:
    with _opened(path, formulas=formulas) as book:
        sheet = book[title]
        reset = getattr(sheet, "reset_dimensions", None)
        if reset is not None:
            reset()  # some programs store a size that is too small, and the rest would be lost
        try:
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                yield number, [words(cell) for cell in cells]
        except _BROKEN as error:
            raise BadInputError(f"{path.name} is not a whole XLSX workbook ({_short(error)}): save it anew") from None


def _check_formulas(path: Path, title: str) -> None:
    """Nothing; BadInputError when cells are merged, or a formula has no stored value."""
    merged = _merged(path, title)
    if merged:
        raise BadInputError(
            f"{path.name} has merged cells ({merged}), so it is not clear which rows they belong to: unmerge them"
        )
    both = zip(_all_rows(path, title), _all_rows(path, title, formulas=True), strict=False)
    for (number, stored), (_, written) in both:
        for value, formula in zip(stored, written, strict=False):
            if formula.startswith("=") and not value:
                raise BadInputError(
                    f"{path.name}:{number}: the formula {one_line(formula, 40)} has no stored value: "
                    "open the workbook in a spreadsheet program and save it"
                )


def _merged(path: Path, title: str) -> str:
    with _opened(path) as book:
        inside = getattr(book[title], "_worksheet_path", "")
    with zipfile.ZipFile(path) as archive:
        text = archive.read(inside) if inside in archive.namelist() else b""
    found = _MERGED.search(text)
    return found[1].decode() if found else ""


def _short(error: BaseException) -> str:
    return one_line(str(error)) or type(error).__name__
