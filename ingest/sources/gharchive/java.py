"""The Java that Spark starts with: 17 or 21 of the system. The one from pip lacks a module that Spark wants."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from graph.errors import BadInputError

MAJORS = (17, 21)
PLACES = ("/usr/lib/jvm/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home", "/opt/java/*", "/opt/jdk*")
"""Where systems keep their Javas."""
WANTED = "Spark needs Java 17 or 21 of the system"
_VERSION = re.compile(r'version "(\d+)')


def find_java(home: Path | None = None) -> Path:
    """The home of a Java 17 or 21: `home` where it is given, else the first that is found; a BadInputError else."""
    if home is not None:
        major = java_major(home)
        if major not in MAJORS:
            what = f"Java {major}" if major else "no Java"
            raise BadInputError(f"{WANTED}, and {home} is {what}: name another with --java-home")
        return home
    found = next((place for place in _candidates() if java_major(place) in MAJORS), None)
    if found is None:
        raise BadInputError(f"{WANTED}, and none is here: install one, or name its folder with --java-home")
    return found


def java_major(home: Path) -> int | None:
    """The major version of the Java in `home`, or None where there is none that runs."""
    command = home / "bin" / "java"
    if not command.is_file():
        return None
    try:
        done = subprocess.run([command, "-version"], capture_output=True, text=True, timeout=60, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    told = _VERSION.search(done.stderr + done.stdout)
    return int(told[1]) if told else None


def _candidates() -> Iterator[Path]:
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path).resolve().parents[1]
    for pattern in PLACES:
        yield from sorted(Path("/").glob(pattern.removeprefix("/")))
