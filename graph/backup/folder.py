"""The folder of snapshots: their names, which are there, and whether they are whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.backup.container import opened
from graph.backup.manifest import Manifest
from graph.engine.home import unusable
from graph.errors import BadInputError, NotFoundError

ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the folder: its manifest, or why it is no whole snapshot."""

    path: Path
    bytes: int
    manifest: Manifest | None
    wrong: str = ""


def place(data_dir: Path) -> Path:
    """The folder of snapshots within the data folder; it may not be there yet."""
    return data_dir / "snapshots"


def named(folder: Path, day: date, data_version: str) -> Path:
    """The file for a snapshot of that day, in `folder`, which is made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(folder, error) from error
    return folder / f"{day.isoformat()}-{data_version}{ENDING}"


def found(folder: Path, text: str) -> Path:
    """The snapshot that `text` means: a file, or a name in `folder` with or without its ending."""
    tried = (Path(text), folder / text, folder / f"{text}{ENDING}")
    for path in tried:
        if path.is_file():
            return path
    there = ", ".join(path.stem for path in files(folder)) or "none"
    raise NotFoundError(f"there is no snapshot {text!r}; in {folder} there are: {there}", hint="name a file of one")


def files(folder: Path) -> list[Path]:
    """The files of `folder` that may be snapshots, in the order of their names."""
    return sorted(path for path in folder.glob(f"*{ENDING}") if not path.name.startswith("."))


def listed(folder: Path) -> Iterator[Listed]:
    """Each file of `folder`, looked at and not read through."""
    for path in files(folder):
        size = path.stat().st_size
        try:
            with opened(path) as snapshot:
                yield Listed(path, size, snapshot.manifest)
        except BadInputError as error:
            yield Listed(path, size, None, str(error))
