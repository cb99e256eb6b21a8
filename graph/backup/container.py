"""The file of a snapshot: a ZIP archive, not compressed itself, of Parquet files and a manifest at its end."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from graph.backup.manifest import FORMAT, KIND, Entry, Manifest
from graph.backup.parts import Part
from graph.bulk.spill import table
from graph.errors import BadInputError

if TYPE_CHECKING:
    from pyarrow import parquet

MANIFEST = "manifest.json"
_LOCAL_HEADER = 30
_BEGIN = b"PK\x03\x04"
_BLOCK = 2**20
COPY_AGAIN = "copy it once more from where it came"
Columns = Mapping[str, Sequence[object]]


class _Hashed(io.RawIOBase):
    """A stream that counts, and hashes, what is written to it."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner, self.size, self.hash = inner, 0, hashlib.sha256()

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 - whatever Arrow hands over has a buffer
        """How many bytes of `data` were taken: all."""
        view = memoryview(data)
        self.inner.write(view)
        self.hash.update(view)
        self.size += view.nbytes
        return view.nbytes


@dataclass(slots=True)
class Writing:
    """A snapshot that is being written."""

    archive: zipfile.ZipFile
    entries: list[Entry] = field(default_factory=list)

    @contextmanager
    def part(self, part: Part) -> Iterator[Callable[[Sequence[Sequence[object]]], None]]:
        """Inside, what is given takes rows of the key, the ends and what is stored, one group of rows at a time."""
        from pyarrow import parquet  # noqa: PLC0415 - slow to import

        empty, rows = table(part.columns, [()] * len(part.columns)), 0
        with self.archive.open(part.file, "w", force_zip64=True) as stream:
            hashed = _Hashed(stream)
            with parquet.ParquetWriter(hashed, empty.schema, compression="zstd", write_statistics=False) as file:

                def add(page: Sequence[Sequence[object]]) -> None:
                    nonlocal rows
                    file.write_table(table(part.columns, part.values(page)), row_group_size=max(len(page), 1))
                    rows += len(page)

                yield add
        self.entries.append(Entry(file=part.file, rows=rows, bytes=hashed.size, sha256=hashed.hash.hexdigest()))

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest, without which a file is no snapshot."""
        self.archive.writestr(MANIFEST, manifest.model_dump_json(indent=2))


@contextmanager
def writing(path: Path) -> Iterator[Writing]:
    """A new snapshot at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        yield Writing(archive)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that is there; `identity` stands for all that it holds."""

    path: Path
    archive: zipfile.ZipFile
    manifest: Manifest
    identity: str

    def check(self) -> None:
        """Nothing where every byte is as it was written; BadInputError, else."""
        for entry in self.manifest.parts:
            found = hashlib.sha256()
            try:
                with self.archive.open(entry.file) as stream:
                    while block := stream.read(_BLOCK):
                        found.update(block)
            except (zipfile.BadZipFile, EOFError) as error:
                raise _changed(self.path, entry.file) from error
            if found.hexdigest() != entry.sha256:
                raise _changed(self.path, entry.file)

    def groups(self, part: Part) -> list[int]:
        """How many rows each group of `part` has, in the order in which they were written."""
        told = self._parquet(part.file).metadata
        return [int(told.row_group(number).num_rows) for number in range(told.num_row_groups)]

    def group(self, part: Part, number: int) -> Columns:
        """The columns of one group of rows of `part`."""
        return cast("Columns", self._parquet(part.file).read_row_group(number).to_pydict())

    def _parquet(self, name: str) -> parquet.ParquetFile:
        # The archive's own stream goes back to its begin for each step backwards, and Parquet is read from the end.
        import pyarrow as pa  # noqa: PLC0415 - slow to import
        from pyarrow import parquet  # noqa: PLC0415 - slow to import

        info = self.archive.getinfo(name)
        with self.path.open("rb") as file:
            file.seek(info.header_offset)
            name_size, extra_size = struct.unpack("<26xHH", file.read(_LOCAL_HEADER))
        with pa.memory_map(str(self.path)) as mapped:
            mapped.seek(info.header_offset + _LOCAL_HEADER + name_size + extra_size)
            return parquet.ParquetFile(pa.BufferReader(mapped.read_buffer(info.file_size)))


@contextmanager
def opened(path: Path) -> Iterator[Snapshot]:
    """The snapshot at `path`, of which the manifest was read and the sizes were looked at; BadInputError for others."""
    with _archive(path) as archive:
        text = _manifest_text(archive, path)
        manifest = _manifest(text, path)
        _check_sizes(archive, manifest, path)
        yield Snapshot(path, archive, manifest, hashlib.sha256(text).hexdigest())


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        with path.open("rb") as file:
            begins_as_one = file.read(len(_BEGIN)) == _BEGIN
        cut = BadInputError(f"the snapshot {path} is cut short", hint=COPY_AGAIN)
        raise (cut if begins_as_one else _foreign(path)) from error
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror or error}") from error


def _manifest_text(archive: zipfile.ZipFile, path: Path) -> bytes:
    try:
        return archive.read(MANIFEST)
    except KeyError as error:
        raise _foreign(path) from error
    except zipfile.BadZipFile as error:
        raise _changed(path, MANIFEST) from error


def _manifest(text: bytes, path: Path) -> Manifest:
    try:
        told = json.loads(text)
        kind, number = (told.get("kind"), told.get("format")) if isinstance(told, dict) else (None, None)
        if kind != KIND or not isinstance(number, int):
            raise _foreign(path)
        if number > FORMAT:
            raise BadInputError(
                f"the snapshot {path} is of format {number}; this ossatlas reads up to {FORMAT}",
                hint="use a newer ossatlas",
            )
        return Manifest.model_validate(told)
    except (ValueError, ValidationError) as error:
        raise _changed(path, MANIFEST) from error


def _check_sizes(archive: zipfile.ZipFile, manifest: Manifest, path: Path) -> None:
    sizes = {info.filename: info for info in archive.infolist()}
    for entry in manifest.parts:
        info = sizes.get(entry.file)
        if info is None or info.file_size != entry.bytes or info.compress_type != zipfile.ZIP_STORED:
            raise _changed(path, entry.file)


def _foreign(path: Path) -> BadInputError:
    return BadInputError(f"{path} is no snapshot of ossatlas", hint="`ossatlas snapshot save` makes one")


def _changed(path: Path, part: str) -> BadInputError:
    return BadInputError(
        f"the snapshot {path} was changed after it was saved: {part} is not as it was written",
        hint=COPY_AGAIN,
    )
