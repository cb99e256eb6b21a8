"""A disk that runs full: `unshare --user --map-root-user --mount python -m tests.faults.full_disk FOLDER DOWNLOADS`.

The folder becomes a file system of its own that nobody else sees. What each command came to is told by a line of JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from subprocess import Popen

from tests.faults.installation import Installation, table

MIB = 2**20
SIZE = 900
"""MiB of the disk: what an engine asks for before it starts, and a few hundred more."""
LEFT = 2
ROWS = 60_000


def main(here: Installation) -> None:
    """Load beside a full disk, into one that runs full, and when it is free again."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "none", str(here.folder)], check=True)
    few, many, filler = (
        table(here.folder / "few.csv", 100),
        table(here.folder / "many.csv", ROWS),
        here.folder / "filler",
    )
    try:
        tell(here, "prepared", here.load(few))
        fill(filler)
        tell(here, "read", here.start("graph-hash"))
        tell(here, "not begun", here.load(few))
        filler.unlink()
        load = here.load(many)
        here.wait_for_batch()
        fill(filler)
        tell(here, "broken off", load)
        tell(here, "not started", here.load(many))
        filler.unlink()
        tell(here, "gone on", here.load(many))
        tell(here, "hash", here.start("graph-hash"))
        tell(here, "reset", here.start("reset", "--yes"))
        tell(here, "few anew", here.load(few))
        tell(here, "many anew", here.load(many))
        tell(here, "hash anew", here.start("graph-hash"))
    finally:
        here.end()


def tell(here: Installation, what: str, process: Popen[str]) -> None:
    """Wait for the command, and say how it ended."""
    sys.stdout.write(json.dumps([what, asdict(here.ended(process))]) + "\n")
    sys.stdout.flush()


def fill(file: Path) -> None:
    """Take the disk but for a little."""
    with file.open("wb") as handle:
        os.posix_fallocate(handle.fileno(), 0, shutil.disk_usage(file.parent).free - LEFT * MIB)


if __name__ == "__main__":
    main(Installation(Path(sys.argv[1]), Path(sys.argv[2])))
