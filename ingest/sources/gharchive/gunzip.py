"""The bytes of an hour's file as far as they can be read: cut, joined, broken and plain files alike."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

MAGIC = b"\x1f\x8b"
STEP = 1 << 15
"""Compressed bytes at a time: what comes out of them stays in the processor's cache."""
_GZIP = 31
"""zlib's number for gzip with its header and checksum."""


class _Inflater(Protocol):
    """A decompressor of one gzip member."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""

    @property
    def unused_data(self) -> bytes:
        """What follows the member."""

    def decompress(self, data: bytes, /) -> bytes:
        """What `data` holds."""


class _Zlib(Protocol):
    """What zlib and zlib-ng have in common; the latter takes half the time."""

    error: type[Exception]

    def decompressobj(self, wbits: int) -> _Inflater:
        """A decompressor."""


def _fastest() -> _Zlib:
    try:
        return cast("_Zlib", import_module("zlib_ng.zlib_ng"))
    except ImportError:
        return cast("_Zlib", zlib)


class Bytes:
    """The content of `path`, piece by piece; afterwards, `cut` and `plain` say what was wrong with it.

    cut: in words, why the rest could not be read, or empty. plain: whether it was not compressed at all.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cut = ""
        self.plain = False

    def __iter__(self) -> Iterator[bytes]:
        """The pieces, uncompressed."""
        with self.path.open("rb") as file:
            first = file.read(STEP)
            pieces = _chain(first, iter(lambda: file.read(STEP), b""))
            self.plain = bool(first) and not first.startswith(MAGIC)
            yield from pieces if self.plain else self._members(pieces)

    def _members(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        library = _fastest()
        member: _Inflater | None = None
        try:
            for piece in pieces:
                rest = piece
                while rest:
                    if member is None and not self._begins(rest):
                        return
                    member = member or library.decompressobj(_GZIP)
                    yield member.decompress(rest)
                    rest = member.unused_data.lstrip(b"\0") if member.eof else b""
                    member = None if member.eof else member
        except library.error:
            self.cut = "the compressed data are broken"
            return
        if member is not None:
            self.cut = "the file ends in the middle"

    def _begins(self, rest: bytes) -> bool:
        """Whether another member begins here; a lone first byte of one counts."""
        if not rest.startswith(MAGIC[: len(rest)]):
            self.cut = "something else follows the compressed data"
        return not self.cut


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest
