"""A hundred thousand commits are read in less than ten seconds of a processor, git's own work included."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from benchmarks.git import COMMITS, make
from tests.ingest.sources.git.reading import facts, history


def used() -> float:
    """Seconds of processors that this process and those that it started have used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@pytest.mark.long
def test_a_hundred_thousand_commits_take_less_than_ten_seconds(tmp_path: Path) -> None:
    make(tmp_path / "made.git", COMMITS)
    began = used()
    dataset = history(tmp_path / "made.git", "our/project")
    assert used() - began < 10
    assert facts(dataset)["commits_total"] == COMMITS
