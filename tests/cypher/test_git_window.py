"""A window is answered by git counts: with DeepGEMM's own history beside DeepEP's, a fifth developer appears."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.load import prepare
from graph.model import Table
from graph.unload import unload
from ingest.datasets.bundled import FOLDER
from ingest.run import load
from ingest.sources.tables.dataset import table_dataset
from ingest.sources.tables.mapping import read_mapping
from tests.ingest.sources.git.reading import history, identities, stored

EP = "deepseek-ai/DeepEP"
PAIR = "deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"


@pytest.fixture
def both(atlas: Database, tmp_path: Path) -> Iterator[Database]:
    """The atlas with DeepGEMM's public history, read by the source itself, taken out again afterwards."""
    dataset = history(stored("DeepGEMM", tmp_path), "deepseek-ai/DeepGEMM")
    load(atlas, dataset, strict=True)
    yield atlas
    unload(atlas, dataset.origin.key)


@pytest.fixture
def anew(database: Database, tmp_path: Path) -> Database:
    """DeepEP's public history beside the bundled counts of it."""
    mapping = read_mapping(FOLDER / "llm_landscape_commits.yml").model_copy(update={"coverage": "rows"})
    with gzip.open(FOLDER / mapping.file, "rt") as table:
        rows = [line for number, line in enumerate(table) if number == 0 or EP in line]
    (cut := tmp_path / "llm_landscape_commits.csv").write_text("".join(rows))
    prepare(database)
    for dataset in (table_dataset(cut, mapping, identities()), history(stored("DeepEP", tmp_path), EP)):
        load(database, dataset, strict=True)
    return database


def shared(database: Database, **values: str) -> dict[str, dict[str, object]]:
    answer = run(database, catalogue().find("shared-developers"), {"repositories": PAIR, **values})
    assert isinstance(answer, Table)
    return {str(row["developer"]): row for row in answer.records()}


def test_with_a_window_git_answers_for_both_and_adds_zheanxu(both: Database) -> None:
    found = shared(both, **{"from": "2025-02", "to": "2025-12", "activity": "commits"})
    assert "zheanxu" in found
    assert "LyricZhao" not in found  # commits under a company's address, which no rule gives to a login
    assert cast("list[str]", found["zheanxu"]["sources"]) == ["git-bundled", "git"]


def test_merged_pull_requests_of_a_window_are_gits_too(both: Database) -> None:
    found = shared(both, **{"from": "2025-02", "to": "2025-12", "activity": "merged_prs"})
    assert {"zheanxu", "fzyzcjy", "sleepcoo"} <= found.keys()
    assert all(row["sources"] == ["git-bundled", "git"] for row in found.values())


def test_without_a_window_the_published_table_still_answers(both: Database) -> None:
    assert sorted(shared(both)) == ["LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"]


@pytest.mark.parametrize("asked", [{"source": "git"}, {"from": "2025-02", "to": "2026-12"}], ids=["by name", "window"])
def test_a_history_beside_the_bundled_counts_answers_alone(anew: Database, asked: dict[str, str]) -> None:
    question = catalogue().find("project-contributors")
    told = "MATCH (:Repository {name: $name})-[c:COVERED_BY {source: 'git'}]->() RETURN c.commits_attributed"
    for activity in ("commits", "merged_prs"):
        answer = run(anew, question, {"repository": EP, "activity": activity, "bots": "true", **asked})
        assert isinstance(answer, Table)
        rows = answer.records()
        assert {row["source"] for row in rows} == {"git"}
        if activity == "commits":
            assert [[sum(cast("int", row["contributions"]) for row in rows)]] == anew.read(told, {"name": EP}).rows
    assert {snapshot["dataset"] for snapshot in answer.coverage.snapshots} == {EP.lower()}
    assert not any("as a whole" in gap for gap in answer.coverage.gaps)
