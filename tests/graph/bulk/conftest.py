"""An engine of its own for tests that stop it, and give it another database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine import server
from graph.engine.options import EngineOptions


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[EngineOptions]:
    """Options of that engine; tests start it."""
    options = EngineOptions(
        tmp_path_factory.mktemp("bulk"),
        heap_mb=512, page_cache_mb=64, idle_hours=0.5, downloads=downloads, reserve_mb=0, lock_seconds=240,
    )  # fmt: skip
    yield options
    server.stop(options)
