"""How fast the command line answers: `ossatlas --help` beside Python alone and beside importing typer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.report import Section, median, seconds

TIMES = 9


def measure() -> Section:
    """The section on starting up."""
    script = str(Path(sys.executable).with_name("ossatlas"))
    commands = {
        "`python -c pass`": [sys.executable, "-c", "pass"],
        '`python -c "import typer, rich.console"`': [sys.executable, "-c", "import typer, rich.console"],
        "`ossatlas --help`": [script, "--help"],
        "`ossatlas query shared-developers --help`": [script, "query", "shared-developers", "--help"],
    }
    taken = {name: median(seconds(lambda command=command: _run(command), TIMES)) for name, command in commands.items()}  # type: ignore[misc]
    first = next(iter(taken.values()))
    rows = [(name, f"{time:.3f} s", f"{time / first:.1f}") for name, time in taken.items()]
    return Section(
        "Starting up", f"Promise: `ossatlas --help` under 0.4 s. Median of {TIMES}.", ("command", "time", "ratio"), rows
    )


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)
