"""The YAML files of labels, out of a folder, an archive or a single file, by the path of each label."""

from __future__ import annotations

import gzip
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph.errors import BadInputError

ENDINGS = (".yml", ".yaml", ".yml.gz", ".yaml.gz")
ARCHIVES = (".tar.gz", ".tgz")
ROOT, INDEX = "labeled_data", "index"
LARGEST = 64 << 20
"""Bytes of the largest file of labels that is read; OpenDigger's are below 4 MiB."""


@dataclass(frozen=True, slots=True)
class LabelFile:
    """A file of labels: the path of the label that it describes, its name below the root, its bytes."""

    path: str
    file: str
    content: bytes


def label_files(source: Path) -> list[LabelFile]:
    """The files below `source` in the order of their names; BadInputError where it holds none or cannot be read."""
    if not source.exists():
        raise BadInputError(f"{source} does not exist: expected a folder or .tar.gz of OpenDigger's labels")
    try:
        found = sorted(_below_root(_read(source)), key=lambda held: held.file)
    except (tarfile.TarError, EOFError, OSError, zlib.error) as error:
        raise BadInputError(f"{source.name} cannot be read to its end: {str(error) or type(error).__name__}") from None
    if not found:
        raise BadInputError(f"{source.name} holds no labels: expected files that end in .yml")
    return found


def is_labels(path: Path) -> bool:
    """Whether `path` is an archive, a YAML file, or a folder with YAML files."""
    if path.is_dir():
        return next((True for found in path.rglob("*.y*ml*") if found.name.endswith(ENDINGS)), False)
    return path.name.endswith((*ENDINGS, *ARCHIVES))


def _read(source: Path) -> Iterator[tuple[str, bytes]]:
    if source.is_dir():
        for path in source.rglob("*"):
            if path.name.endswith(ENDINGS) and path.is_file():
                yield path.relative_to(source).as_posix(), _checked(path.name, path.stat().st_size, path.read_bytes())
    elif source.name.endswith(ARCHIVES):
        yield from _members(source)
    else:
        yield source.name, _checked(source.name, source.stat().st_size, source.read_bytes())


def _members(source: Path) -> Iterator[tuple[str, bytes]]:
    # Members are read in memory and never unpacked, so their names cannot lead anywhere.
    with tarfile.open(source, "r:gz") as archive:
        for member in archive:
            if not member.isfile() or not member.name.endswith(ENDINGS):
                continue
            held = archive.extractfile(member)
            if held is not None:
                with closing(held):
                    yield member.name.removeprefix("./"), _checked(member.name, member.size, held.read(LARGEST + 1))


def _checked(name: str, size: int, content: bytes) -> bytes:
    if size > LARGEST:
        raise BadInputError(f"{name} is larger than {LARGEST >> 20} MiB: no file of labels is")
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    return content


def _below_root(files: Iterable[tuple[str, bytes]]) -> Iterator[LabelFile]:
    for name, content in files:
        parts = PurePosixPath(name).parts
        below = parts[parts.index(ROOT) + 1 :] if ROOT in parts[:-1] else parts
        file = "/".join(below)
        yield LabelFile(_label_path(file), file, content)


def _label_path(file: str) -> str:
    plain = file.removesuffix(".gz").rpartition(".")[0]
    return plain.removesuffix(f"/{INDEX}")
