"""Where an answer goes: a file that is whole or not there, or the standard output."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from graph.errors import BadInputError, StorageError


def deliver(content: bytes, target: Path | None) -> None:
    """Write `content` to `target`, or to the standard output where there is none."""
    if target is None:
        sys.stdout.write(content.decode())
        sys.stdout.flush()
        return
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True) if part.parent.is_dir() else None
        raise _refused(target, error) from error


def _refused(target: Path, error: OSError) -> StorageError | BadInputError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StorageError(f"there is no room for {target}", hint="make room, or name another folder with --output")
    return BadInputError(f"{target} cannot be written: {error.strerror}", hint="name another file with --output")
