"""What the embedded engine may be told; the command line builds it from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Choices of one user for the embedded engine; None lets the engine choose.

    `downloads` is where jars and the ahead-of-time cache lie; by default beside the database. `reserve_mb` is disk
    space that must stay free; `lock_seconds` how long to wait for another process at work on the same engine.
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
