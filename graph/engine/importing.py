"""A database made by Neo4j's offline importer beside the engine's own, and put in its place whole or not at all.

It is made in the folder `import`. Once whole, the folder is renamed to `import-ready`; from then on every start puts
it in place of the engine's database, makes its indexes, and removes the folder. Whatever is killed, whenever: the
engine has the old database or the new one.
"""

from __future__ import annotations

import errno
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.engine.bolt import run_all
from graph.engine.failure import explain_import
from graph.engine.home import Home, unusable
from graph.engine.process import ADMIN, Launch, admin, admin_environment, end
from graph.errors import NO_ROOM, LockedError
from graph.statements import constraints

if TYPE_CHECKING:
    import psutil

    from graph.connection import Connection

DATABASE = "neo4j"
PLACES = ("databases", "transactions")
SMALLEST_MB = 1024
FULL = {*NO_ROOM, errno.EACCES, errno.EROFS}
AWAIT = "CALL db.awaitIndexes(86400)"


class BusyError(LockedError):
    """The engine cannot be given another database now; nothing was done."""


@dataclass(frozen=True, slots=True)
class Part:
    """Files of one label (`nodes`) or type (`relationships`): the header, then the rows."""

    kind: str
    name: str
    files: tuple[Path, ...]

    @property
    def argument(self) -> str:
        """The importer's argument."""
        return f"--{self.kind}={self.name}={','.join(map(str, self.files))}"


@dataclass(frozen=True, slots=True)
class Import:
    """What is to be imported: the files, and the sign that parts the texts of a list in them."""

    parts: Sequence[Part]
    delimiter: str


@dataclass(frozen=True, slots=True)
class Refill:
    """Another database for the engine.

    `make` writes the files of an import into a folder that it is given, and says which they are; `check` raises a
    BusyError when the database that the engine has must stay; `bytes_needed` is what all of this takes of the disk.
    """

    make: Callable[[Path], Import]
    check: Callable[[Connection], None]
    bytes_needed: int = 0


def make(launch: Launch, files: Callable[[Path], Import]) -> None:
    """Make a database out of `files`, ready to be put in place at the next start."""
    with _building(launch.home) as folder:
        run_importer(launch, folder, files(folder))
        for path in folder.iterdir():
            if path.name != "data":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        folder.replace(_ready(launch.home))


def put_in_place(home: Home) -> None:
    """Put a database that is ready in place of the engine's, which must not run; nothing when none is."""
    for place in PLACES:
        made = _ready(home) / "data" / place / DATABASE
        if made.exists():
            there = home.neo4j / "data" / place / DATABASE
            if there.exists():
                shutil.rmtree(there)
            made.replace(there)


def is_incomplete(home: Home) -> bool:
    """Whether a database waits to be put in place, or for its indexes."""
    return _ready(home).exists()


def complete(home: Home, connection: Connection) -> None:
    """Make the indexes of a database that was put in place, and forget that it was."""
    run_all(connection, [*constraints(), AWAIT])
    shutil.rmtree(_ready(home))


def clear(home: Home) -> None:
    """Remove what an import left that was killed, its importer too."""
    if _made(home).exists():
        for process in _importers(home):
            end(process)
        shutil.rmtree(_made(home))


def run_importer(launch: Launch, folder: Path, given: Import) -> None:
    """Run Neo4j's importer in `folder`, as its home; an error of ours in one sentence when it fails."""
    done = subprocess.run(  # noqa: S603 - our own command line
        _command(launch, folder, given),
        env=admin_environment(folder, launch.home.conf),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        raise explain_import(folder, f"{done.stdout}\n{done.stderr}")


def _command(launch: Launch, folder: Path, given: Import) -> list[str]:
    heap, beside = max(launch.memory.heap_mb, SMALLEST_MB), max(launch.memory.page_cache_mb, SMALLEST_MB)
    return [
        str(launch.java.executable),
        *admin(launch, "database", "import", "full", DATABASE, flags=(f"-Xmx{heap}m", *launch.extra)),
        *(part.argument for part in given.parts),
        f"--array-delimiter=U+{ord(given.delimiter):04X}",
        f"--max-off-heap-memory={beside}m",
        f"--report-file={folder / 'report'}",
        "--multiline-fields=true", "--normalize-types=false", "--ignore-empty-strings=true", "--bad-tolerance=0",
        "--read-buffer-size=64m",
    ]  # fmt: skip


@contextmanager
def _building(home: Home) -> Iterator[Path]:
    clear(home)
    folder = _made(home)
    try:
        folder.mkdir()
        yield folder
    except OSError as error:
        if error.errno in FULL:
            raise unusable(folder, error) from error
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _importers(home: Home) -> Iterator[psutil.Process]:
    import psutil  # noqa: PLC0415 - the command line starts without it

    for process in psutil.process_iter():
        try:
            words = process.cmdline()
        except (psutil.Error, OSError):
            continue
        if ADMIN in words and f"--report-file={_made(home) / 'report'}" in words:
            yield process


def _made(home: Home) -> Path:
    return home.root / "import"


def _ready(home: Home) -> Path:
    return home.root / "import-ready"
