"""A window is answered by git counts: with DeepGEMM's own history beside DeepEP's, a fifth developer appears."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.model import Table
from graph.unload import unload
from ingest.run import load
from tests.ingest.sources.git.reading import history, stored

PAIR = "deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"


@pytest.fixture
def both(atlas: Database, tmp_path: Path) -> Iterator[Database]:
    """The atlas with DeepGEMM's public history, read by the source itself, taken out again afterwards."""
    dataset = history(stored("DeepGEMM", tmp_path), "deepseek-ai/DeepGEMM")
    load(atlas, dataset, strict=True)
    yield atlas
    unload(atlas, dataset.origin.key)


def shared(database: Database, **values: str) -> dict[str, dict[str, object]]:
    answer = run(database, catalogue().find("shared-developers"), {"repositories": PAIR, **values})
    assert isinstance(answer, Table)
    return {str(row["developer"]): row for row in answer.records()}


def test_with_a_window_git_answers_for_both_and_adds_zheanxu(both: Database) -> None:
    found = shared(both, **{"from": "2025-02", "to": "2025-12", "activity": "commits"})
    assert "zheanxu" in found
    assert "LyricZhao" not in found  # commits under a company's address, which no rule gives to a login
    assert cast("list[str]", found["zheanxu"]["sources"]) == ["git", "git"]


def test_merged_pull_requests_of_a_window_are_gits_too(both: Database) -> None:
    found = shared(both, **{"from": "2025-02", "to": "2025-12", "activity": "merged_prs"})
    assert {"zheanxu", "fzyzcjy", "sleepcoo"} <= found.keys()
    assert all(row["sources"] == ["git", "git"] for row in found.values())


def test_without_a_window_the_published_table_still_answers(both: Database) -> None:
    assert sorted(shared(both)) == ["LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"]
