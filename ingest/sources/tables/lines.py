"""The lines of a text file, plain or gzipped: UTF-8 with or without BOM, any line ends."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from graph.errors import BadInputError

LONGEST_LINE = 1_000_000


def lines(path: Path) -> Iterator[str]:
    """The lines of `path` with their ends; BadInputError, naming what is wrong, when it is no whole UTF-8 text."""
    number = 0
    try:
        with _opened(path) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
            while line := text.readline(LONGEST_LINE):
                number += 1
                yield _checked(line, path.name, number)
    except UnicodeDecodeError as error:
        raise BadInputError(_not_utf8(path, error)) from None
    except UnicodeError:
        raise BadInputError(f"{path.name} is not UTF-8: save it as UTF-8") from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise BadInputError(f"{path.name} is not a whole gzip file: fetch it again") from None


def _opened(path: Path) -> BinaryIO:
    if path.suffix.lower() == ".gz":
        return cast("BinaryIO", gzip.open(path, "rb"))
    return path.open("rb")


def _checked(line: str, file: str, number: int) -> str:
    if len(line) >= LONGEST_LINE:
        raise BadInputError(f"{file}:{number}: the line is longer than {LONGEST_LINE:,} letters: this is no table")
    if "\0" in line:
        raise BadInputError(f"{file}:{number}: the line holds a zero byte: this is no text file in UTF-8")
    return line


def _not_utf8(path: Path, error: UnicodeDecodeError) -> str:
    with _opened(path) as raw:
        start = raw.read(2)
    if start in (b"\xff\xfe", b"\xfe\xff"):
        return f"{path.name} is UTF-16: save it as UTF-8"
    return f"{path.name} is not UTF-8 (byte 0x{error.object[error.start]:02x}): save it as UTF-8"
