"""Lines of an hour as Arrow arrays of some thousands: what DuckDB takes without a copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa

if TYPE_CHECKING:
    from ingest.sources.gharchive.gunzip import Bytes

CHUNK = 32 << 20
"""Bytes of an array of lines."""
LONGEST = 48 << 20
"""Bytes of the longest line that is read; GitHub's own limit of a payload is half of it."""
_END = 10
_BOM = b"\xef\xbb\xbf"


class Lines:
    """The lines of a file. An array that was yielded is overwritten by the next.

    too_long counts lines that were skipped for their length; broken says whether the file breaks off in a line,
    which is then left out.
    """

    def __init__(self) -> None:
        self._buffer = np.empty(LONGEST + 2 * CHUNK, np.uint8)
        self._view = memoryview(self._buffer.data).cast("B")
        self._begin()

    def _begin(self) -> None:
        self.too_long, self.broken = 0, False
        self._filled, self._due, self._skipping = 0, CHUNK, False
        self._ends: list[npt.NDArray[np.int64]] = []

    def arrays(self, content: Bytes) -> Iterator[pa.Array]:
        """The lines of `content`, without their ends."""
        self._begin()
        for part in _parts(_without_mark(content)):
            self._put(part)
            if self._filled >= self._due:
                yield from self._whole()
        yield from self._last(cut=bool(content.cut))

    def _put(self, part: bytes) -> None:
        if self._skipping:
            at = part.find(b"\n") + 1
            part, self._skipping = (part[at:], False) if at else (b"", True)
        end = self._filled + len(part)
        self._view[self._filled : end] = part
        # Looked for here, while the piece is in the processor's cache: a third of the time of a look at all of it.
        self._ends.append(np.flatnonzero(np.frombuffer(part, np.uint8) == _END) + self._filled)
        self._filled = end

    def _whole(self) -> Iterator[pa.Array]:
        """The whole lines that are held; the begun one moves to the front."""
        array, used = self._take()
        if array is not None:
            yield array
        rest = bytes(self._view[used : self._filled])
        if len(rest) >= LONGEST:
            self.too_long, rest, self._skipping = self.too_long + 1, b"", True
        self._filled = len(rest)
        self._view[: self._filled] = rest
        self._due = max(CHUNK, min(2 * self._filled, LONGEST))  # a long line is not looked through for each piece

    def _last(self, *, cut: bool) -> Iterator[pa.Array]:
        """What is left, with a last line that has no end unless the file is cut in it."""
        if self._filled and self._buffer[self._filled - 1] != _END:
            self.broken = cut
            if not cut:
                self._buffer[self._filled] = _END
                self._ends.append(np.array([self._filled]))
                self._filled += 1
        array, _ = self._take()
        if array is not None:
            yield array

    def _take(self) -> tuple[pa.Array | None, int]:
        """The whole lines that are held, and how many bytes they take."""
        ends = np.concatenate(self._ends) if self._ends else np.empty(0, np.int64)
        self._ends = []  # what is left of the last line has no end
        if not len(ends):
            return None, 0
        offsets = np.empty(len(ends) + 1, np.int32)
        offsets[0], offsets[1:] = 0, ends + 1
        parts = [None, pa.py_buffer(offsets), pa.py_buffer(self._buffer)]
        return pa.Array.from_buffers(pa.string(), len(ends), parts), int(offsets[-1])


def _without_mark(content: Bytes) -> Iterator[bytes]:
    """The pieces, without the mark of UTF-8 before the first."""
    pieces = iter(content)
    first = b""
    while len(first) < len(_BOM) and (piece := next(pieces, None)) is not None:
        first += piece
    yield first.removeprefix(_BOM)
    yield from pieces


def _parts(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces in parts that fit behind what is held: repetitive data unfold to many times their size."""
    for piece in pieces:
        for at in range(0, len(piece), CHUNK):
            yield piece[at : at + CHUNK]


def decoded(array: pa.Array) -> pa.Array:
    """The same lines, those that are not UTF-8 in words that are no JSON: DuckDB breaks down over them."""
    try:
        array.validate(full=True)
    except pa.ArrowInvalid:
        return pa.array([_text(line) for line in array.view(pa.binary()).to_pylist()], pa.string())
    return array


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return "not UTF-8"
