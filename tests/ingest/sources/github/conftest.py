"""A GitHub on loopback with a small world, new for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ingest.sources.github.server.published import graphql_schema, openapi
from tests.ingest.sources.github.server.serving import GitHub, serving
from tests.ingest.sources.github.server.world import QUICK, make_world


@pytest.fixture(scope="session")
def published() -> None:
    """GitHub's published schemas, read once."""
    openapi()
    graphql_schema()


@pytest.fixture
def github(published: None) -> Iterator[GitHub]:  # noqa: ARG001 - has to come first
    """The server; a test fails where the server itself broke."""
    with serving(GitHub(make_world())) as github:
        yield github
    assert github.broken == []


@pytest.fixture
def quick(published: None) -> Iterator[GitHub]:  # noqa: ARG001 - has to come first
    """The server with little in it, and without limits to speak of."""
    with serving(GitHub(make_world(9, QUICK), limits={"core": 100_000})) as github:
        yield github
    assert github.broken == []
