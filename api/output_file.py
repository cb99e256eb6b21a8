"""Where an answer goes: a file that is whole or not there, or the standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from graph.whole_file import whole_file


def deliver(content: bytes, target: Path | None) -> None:
    """Write `content` to `target`, or to the standard output where there is none."""
    if target is None:
        sys.stdout.write(content.decode())
        sys.stdout.flush()
        return
    with whole_file(target) as part:
        part.write_bytes(content)
