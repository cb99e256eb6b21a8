"""The jars of the engine and of cypher-shell, as their locks pin them; the only place that knows their versions."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCK_FILE = Path(__file__).with_name("engine.lock.csv")
SHELL_LOCK_FILE = Path(__file__).with_name("shell.lock.csv")
"""The jars of cypher-shell; those that the engine has too lie in its `lib`."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned jar: its Maven coordinates, what its bytes must be, and the folder (`lib`, `plugins`, `shell`)."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str
    size: int
    folder: str

    @property
    def name(self) -> str:
        """File name, as in the repository."""
        return f"{self.artifact}-{self.version}{'-' if self.classifier else ''}{self.classifier}.jar"

    @property
    def path(self) -> str:
        """Path below the repository's base address."""
        return f"{self.group.replace('.', '/')}/{self.artifact}/{self.version}/{self.name}"

    @property
    def place(self) -> str:
        """Path below the jars' folder on this machine."""
        return f"{self.folder}/{self.name}"


@dataclass(frozen=True, slots=True)
class Versions:
    """What the lock pins of Neo4j, Graph Data Science and APOC."""

    neo4j: str
    gds: str
    apoc: str


@cache
def locked_jars(file: Path = LOCK_FILE) -> tuple[Jar, ...]:
    """All pinned jars, in the lock's order."""
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Jar(r["group"], r["artifact"], r["version"], r["classifier"], r["sha256"], int(r["size"]), r["folder"])
            for r in csv.DictReader(lines)
        )


def locked_versions(jars: Sequence[Jar] | None = None) -> Versions:
    """Versions of Neo4j, GDS and APOC in `jars` (the lock's by default)."""
    found = {(jar.group, jar.artifact): jar.version for jar in jars or locked_jars()}
    return Versions(
        neo4j=found["org.neo4j", "neo4j"],
        gds=found["org.neo4j.gds", "proc"],
        apoc=found["org.neo4j.procedure", "apoc-core"],
    )


@cache
def lock_hash(file: Path = LOCK_FILE) -> str:
    """First 12 hex digits of the lock's SHA-256: another lock means another class path."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]
