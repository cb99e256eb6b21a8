"""Installations of their own, for tests that break something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine.lock import locked_jars
from tests.faults.installation import Installation


@pytest.fixture
def installation(tmp_path: Path, downloads: Path) -> Iterator[Installation]:
    """A fresh one, whose engine is ended afterwards."""
    made = Installation(tmp_path, downloads)
    yield made
    made.end()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[Installation]:
    """One for all tests of a module, whose jars may be broken: each test mends what it broke."""
    folder = tmp_path_factory.mktemp("installation")
    made = Installation(folder, folder / "downloads")
    for jar in locked_jars():
        own = made.downloads / "jars" / jar.place
        own.parent.mkdir(parents=True, exist_ok=True)
        own.hardlink_to(downloads / "jars" / jar.place)
    yield made
    made.end()
