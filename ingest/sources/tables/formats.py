"""Which reader a file needs: told by its ending, and checked against its first bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.errors import BadInputError, NotFoundError
from ingest.sources.tables.delimited import read_delimited
from ingest.sources.tables.markdown import read_markdown
from ingest.sources.tables.parquet import read_parquet
from ingest.sources.tables.sheet import Sheet
from ingest.sources.tables.workbook import read_workbook

Reader = Callable[[Path, str | None], Sheet]
_TEXT: dict[str, Reader] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".tab": read_delimited,
}
_BINARY: dict[str, Reader] = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".parquet": read_parquet,
    ".pq": read_parquet,
}
READERS: dict[str, Reader] = _TEXT | {f"{ending}.gz": reader for ending, reader in _TEXT.items()} | _BINARY
_OLE = b"\xd0\xcf\x11\xe0"
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "an XLSX workbook or another zip file"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"%PDF", "a PDF"),
    (_OLE, "a password-protected or old (.xls) workbook"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"{", "a JSON file"),
)
_OWN: dict[Reader, bytes] = {read_workbook: b"PK\x03\x04", read_parquet: b"PAR1"}


def open_table(path: Path, part: str | None = None) -> Sheet:
    """The table in the file `path`, without its personal columns; `part` names a sheet or numbers a table."""
    reader = _reader(path)
    if path.is_dir():
        raise BadInputError(f"{path.name} is a folder: name a file")
    if not path.is_file():
        raise NotFoundError(f"there is no file {path}")
    try:
        with path.open("rb") as raw:
            _check_start(path, reader, raw.read(16))
    except PermissionError:
        raise BadInputError(f"{path.name} may not be read: its permissions forbid it") from None
    return reader(path, part).without_personal()


def _reader(path: Path) -> Reader:
    name = path.name.lower()
    for ending in sorted(READERS, key=len, reverse=True):
        if name.endswith(ending):
            return READERS[ending]
    raise BadInputError(f"{path.name} has no ending that tells its format: expected one of {', '.join(READERS)}")


def _check_start(path: Path, reader: Reader, start: bytes) -> None:
    if not start:
        raise BadInputError(f"{path.name} is empty: expected a table")
    own = _OWN.get(reader)
    if path.suffix.lower() == ".gz" or (own is not None and start.startswith(own)):
        return
    plain = start.removeprefix(b"\xef\xbb\xbf").lower()
    found = next((what for mark, what in _MARKS if start.startswith(mark) or plain.startswith(mark)), None)
    if found is not None:
        raise BadInputError(f"{path.name} is {found} under another format's ending: expected {_wanted(reader)}")
    if own is not None:
        raise BadInputError(f"{path.name} does not begin like {_wanted(reader)}: save it anew")


def _wanted(reader: Reader) -> str:
    names: dict[Reader, str] = {
        read_markdown: "a Markdown file",
        read_delimited: "a CSV or TSV file",
        read_workbook: "an XLSX workbook",
    }
    return names.get(reader, "a Parquet file")
