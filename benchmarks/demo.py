"""How long a newcomer waits: `ossatlas demo --no-serve` with an empty data folder, and the second time."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.report import Section, seconds

SCRIPT = str(Path(sys.executable).with_name("ossatlas"))


def measure() -> Section:
    """The section on the demo; with an empty folder the jars are downloaded anew."""
    with tempfile.TemporaryDirectory(prefix="ossatlas-bench-") as folder:
        environment = os.environ | {"OSSATLAS_DATA_DIR": folder}  # noqa: TID251 - handed on, with one change
        first, second = seconds(lambda: _run(["demo", "--no-serve"], environment), 2)
        _run(["engine", "stop"], environment)
    rows = [("first, with the download", f"{first:.0f} s", "1"), ("second", f"{second:.1f} s", f"{second / first:.2f}")]
    promise = "Promise: under 5 minutes with empty caches (`make demo` adds the packages), then under 60 s."
    return Section("From nothing to an answer", promise, ("`ossatlas demo --no-serve`", "time", "ratio"), rows)


def _run(arguments: list[str], environment: dict[str, str]) -> None:
    subprocess.run([SCRIPT, *arguments], check=True, capture_output=True, env=environment)
