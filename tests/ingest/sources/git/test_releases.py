"""Tags that name a version are releases, oldest first; others are not."""

from __future__ import annotations

import pytest

from ingest.sources.git.clone import Tag
from ingest.sources.git.releases import releases


@pytest.mark.parametrize(
    "name",
    [
        "v1.0",
        "1.0",
        "v2",
        "v2.1.1.post3",
        "1.0rc1",
        "v1.0-beta.2",
        "release-1.4",
        "core/v3",
        "release/2.0.1",
        "2024.10",
        "pkg@1.2.3",
        "my-project-1.2.3",
        "v1.0.0+build.5",
        "1.2.3.Final",
        "llvmorg-17.0.6",
    ],
)
def test_a_version_is_a_release(name: str) -> None:
    assert releases([Tag(name, 1)])


@pytest.mark.parametrize(
    "name",
    [
        "nightly",
        "latest",
        "ciflow/trunk/12345",
        "nv_dev_4ff3f54",
        "b4567",
        "20240101",
        "2",
        "v",
        "stable",
        "x" * 200,
        "v1.0" + "a" * 99,
        "deploy-12",
        "ünïcode-1.0",
        "v1.0 ",
        "a_" * 49 + "!",
        "1.0" + "-a" * 48 + "!",
    ],
)
def test_another_tag_is_none(name: str) -> None:
    assert releases([Tag(name, 1)]) == []


def test_releases_are_in_the_order_of_their_days() -> None:
    assert [tag.name for tag in releases([Tag("v2", 9), Tag("v1", 3), Tag("v1.1", 9)])] == ["v1", "v1.1", "v2"]
