"""An engine of its own for tests that stop it, and give it another database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine import server
from graph.engine.options import EngineOptions
from tests.graph.bulk.loader import options


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[EngineOptions]:
    """Options of that engine; tests start it."""
    made = options(tmp_path_factory.mktemp("bulk"), downloads)
    yield made
    server.stop(made)
