"""A small real Maven repository on loopback, small jars of our own, and homes in the test's folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from graph.engine.home import Home, make_folders
from graph.engine.lock import Jar
from graph.engine.options import EngineOptions
from tests.graph.engine.repository import Repository


@pytest.fixture
def repository() -> Iterator[Repository]:
    with Repository() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def options(tmp_path: Path, downloads: Path) -> EngineOptions:
    """Options of an engine in the test's folder, with the shared jars."""
    return EngineOptions(
        tmp_path, heap_mb=512, page_cache_mb=64, idle_hours=0.5, downloads=downloads, reserve_mb=0, lock_seconds=120
    )


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "engine", tmp_path / "engine")
    make_folders(made)
    return made


def jar_of(content: bytes, name: str = "small", folder: str = "lib") -> Jar:
    """A jar with this content, as a lock would pin it."""
    return Jar("org.example", name, "1.0", "", hashlib.sha256(content).hexdigest(), len(content), folder)
