"""Which lists are read for which parts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.sources.github import PARTS
from ingest.sources.github.plan import Plan
from ingest.sources.github.tasks import tasks
from tests.ingest.sources.github.stored import FACTS, github_of, reading_of


def reads(folder: Path, *parts: str, token: bool, parent: str = "") -> set[tuple[str, ...]]:
    """What the tasks for these parts read."""
    facts = replace(FACTS, parent=parent)
    reading = reading_of(
        github_of(lambda _: [], token=token), folder, plan=Plan((), parts=frozenset(parts)), facts=facts
    )
    with ThreadPoolExecutor(1) as pool:
        return {task.reads for task in tasks(reading, pool)}


@pytest.mark.parametrize("token", [True, False])
def test_every_part_is_read_by_a_task(token: bool, tmp_path: Path) -> None:  # noqa: FBT001
    found = {part for told in reads(tmp_path, *PARTS, token=token) for part in told}
    assert found == set(PARTS) - {"repository"} | {"endings"}


@pytest.mark.parametrize("token", [True, False])
def test_the_repository_alone_needs_no_list(token: bool, tmp_path: Path) -> None:  # noqa: FBT001
    assert reads(tmp_path, "repository", token=token) == set()
    assert reads(tmp_path, "repository", token=token, parent="base/engine") == {()}


def test_rest_reads_issues_and_pull_requests_as_one_list(tmp_path: Path) -> None:
    assert reads(tmp_path, "issues", token=False) == {("issues", "pulls"), ("endings",)}


def test_graphql_reads_them_apart_with_who_ended_them(tmp_path: Path) -> None:
    found = reads(tmp_path, "issues", "pulls", "reviews", token=True)
    assert found == {("issues", "endings"), ("pulls", "endings", "reviews")}
