"""The bytes of an hour's file as far as they can be read: cut, joined, broken and plain files alike."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
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
            self.plain = not _may_be_gzip(first)
            yield from pieces if self.plain else self._members(pieces)

    def _members(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        library = _fastest()
        member: _Inflater | None = None
        end = begun = 0
        try:
            for piece in pieces:
                rest, end = piece, end + len(piece)
                while rest:
                    if member is None:
                        if not self._begins(rest):
                            return
                        member, begun = library.decompressobj(_GZIP), end - len(rest)
                    yield member.decompress(rest)
                    rest = member.unused_data.lstrip(b"\0") if member.eof else b""
                    member = None if member.eof else member
        except library.error:
            self.cut = "the compressed data are broken"
            yield from self._salvaged(library, begun, max(begun, end - len(piece)))
            return
        if member is not None:
            self.cut = "the file ends in the middle"

    def _salvaged(self, library: _Zlib, begun: int, known: int) -> Iterator[bytes]:
        """What can be had of the piece at `known` in which a member breaks that begins at `begun`: byte after byte."""
        member = library.decompressobj(_GZIP)
        with self.path.open("rb") as file, suppress(library.error):
            file.seek(begun)
            for at in range(begun, known, STEP):
                member.decompress(file.read(min(STEP, known - at)))
            while byte := file.read(1):
                yield member.decompress(byte)

    def _begins(self, rest: bytes) -> bool:
        """Whether another member begins here."""
        if not _may_be_gzip(rest):
            self.cut = "something else follows the compressed data"
        return not self.cut


def _may_be_gzip(data: bytes) -> bool:
    """Whether `data` begin as gzip does; a lone first byte of it counts, and so does nothing."""
    return data.startswith(MAGIC[: len(data)])


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest
