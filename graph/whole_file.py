"""A file that is whole or not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.errors import NO_ROOM, BadInputError, StorageError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """The file beside `target` to write to; it takes that place at the end, and is removed where something fails."""
    part = target.with_name(f".{target.name}.part")
    try:
        yield part
        part.replace(target)
    except OSError as error:
        raise _refused(target, error) from error
    finally:
        with suppress(OSError):  # such as no folder
            part.unlink(missing_ok=True)


def _refused(target: Path, error: OSError) -> StorageError | BadInputError:
    if error.errno in NO_ROOM:
        return StorageError(f"there is no room for {target}", hint="make room, or name another folder with --output")
    return BadInputError(f"{target} cannot be written: {error.strerror}", hint="name another file with --output")
