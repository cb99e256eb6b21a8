"""A desk, what a load tells, and a Spark that is started once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import BadInputError
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.sources.gharchive.java import find_java

if TYPE_CHECKING:
    from ingest.sources.gharchive.spark import Spark

SAMPLES = Path(__file__).parents[4].parent / "shared" / "data" / "gharchive"
TODAY = datetime(2026, 3, 1, tzinfo=UTC)
_IDENTITIES = Identities.load()

MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(tmp_path: Path) -> MakeDesk:
    """A desk over a folder of its own, or over the one that is named."""

    def make(folder: Path | None = None, address: str = "http://127.0.0.1:9") -> Desk:
        return Desk(_IDENTITIES, folder or tmp_path / "data", {"gharchive": address}, now=lambda: TODAY)

    return make


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk over a folder of its own."""
    return make_desk()


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real hours."""
    if not SAMPLES.is_dir():
        pytest.skip(f"no real hours: {SAMPLES} is not there")
    return SAMPLES


@pytest.fixture(scope="session")
def spark() -> Iterator[Spark]:
    """Spark on this machine, started once for the run; in CI it may not be missing."""
    try:
        home = find_java()
    except BadInputError as error:
        home = None
        missing = str(error)
    if find_spec("pyspark") is None:
        home, missing = None, "pyspark is not installed"
    if home is None:
        assert "CI" not in os.environ, missing  # noqa: TID251 - what is optional elsewhere is not in CI
        pytest.skip(missing)
    from ingest.sources.gharchive.spark import open_spark  # noqa: PLC0415 - an extra

    with open_spark("local[2]", home) as engine:
        yield engine
