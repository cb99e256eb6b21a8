"""What the embedded engine may be told; the command line builds it from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Confinement:
    """What an engine may do that answers strangers: it writes nothing, and reads neither files nor the network.

    `procedures` are those, and the functions with a dot, that it has besides Neo4j's own; `unrestricted` those of them
    that reach into its inside. `statement_mb` is the memory of one statement, `seconds` its time where nobody says
    another. With `yields`, whatever else the machine does goes before.
    """

    procedures: tuple[str, ...]
    unrestricted: tuple[str, ...]
    statement_mb: int = 256
    seconds: int = 30
    yields: bool = False


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Choices of one user for the embedded engine; None lets the engine choose.

    `downloads` is where jars and the ahead-of-time cache lie; by default beside the database. `reserve_mb` is disk
    space that must stay free; `lock_seconds` how long to wait for another process at work on the same engine;
    `confined` the limits of one that answers strangers.
    """

    data_dir: Path
    java_home: Path | None = None
    heap_mb: int | None = None
    page_cache_mb: int | None = None
    bolt_port: int | None = None
    idle_hours: float = 8.0
    maven_url: str | None = None
    maven_settings: Path | None = None
    downloads: Path | None = None
    reserve_mb: int = 512
    lock_seconds: float = 600.0
    confined: Confinement | None = None
