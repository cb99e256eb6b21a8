"""The five stored histories of DeepSeek's: what DATA.md and the bundled counts say of them holds."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from ingest.datasets import bundled
from tests.ingest.sources.git.reading import counts, edges, facts, history, nodes, stored, taken

COMMITS = {"DeepEP": (251, 220), "DeepGEMM": (192, 168), "DualPipe": (12, 12), "EPLB": (9, 6), "smallpond": (2, 2)}
PULLS = {"DeepEP": 128, "DeepGEMM": 77, "DualPipe": 6, "EPLB": 4, "smallpond": 0}
# The bundled counts were made over a hundred histories at once: elsewhere these three used a no-reply address.
ELSEWHERE = {("windreamer", "2025-08"), ("varun-sundar-rabindranath", "2025-10"), ("MayDomine", "2026-05")}
# `Seth Howell` here, `seth-howell` in a no-reply address: linked by us, and not there.
BY_NAME = {("seth-howell", "2025-07")}


@pytest.mark.parametrize("name", COMMITS)
def test_the_commits_are_those_of_the_default_branch_less_merges(name: str, tmp_path: Path) -> None:
    read = facts(history(stored(name, tmp_path), f"deepseek-ai/{name}"))
    attributed, unattributed = int(str(read["commits_attributed"])), int(str(read["commits_unattributed"]))
    assert read["commits_total"] == COMMITS[name][1] == attributed + unattributed + int(str(read["commits_bot"]))


@pytest.mark.parametrize("name", PULLS)
def test_the_merged_pull_requests_are_found(name: str, tmp_path: Path) -> None:
    notes = history(stored(name, tmp_path), f"deepseek-ai/{name}").notes
    assert any(f" of {PULLS[name]} merged pull requests" in note for note in notes), notes


def bundled_counts(repository: str) -> dict[tuple[str, str], tuple[int, int]]:
    table = Path(bundled.__file__).with_name("llm_landscape_commits.csv.gz")
    with gzip.open(table, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["repository"] == repository]
    return {(row["login"], row["month"]): (int(row["commits"]), int(row["merged_prs"])) for row in rows}


def test_deepep_is_counted_as_in_the_bundled_table(tmp_path: Path) -> None:
    dataset = history(stored("DeepEP", tmp_path), "deepseek-ai/DeepEP")
    commits, merged = counts(dataset), counts(dataset, "merged_prs")
    ours = {cell: (commits.get(cell, 0), merged.get(cell, 0)) for cell in commits | merged}
    theirs = bundled_counts("deepseek-ai/DeepEP")
    assert {cell for cell in theirs if ours.get(cell) != theirs[cell]} == ELSEWHERE
    assert ours.keys() - theirs.keys() == BY_NAME


def test_a_merge_by_the_owners_own_branch_names_nobody(tmp_path: Path) -> None:
    dataset = history(stored("DeepEP", tmp_path), "deepseek-ai/DeepEP")
    logins = {str(edge.start.props["login"]).lower() for edge in edges(dataset, "CONTRIBUTED_TO")}
    assert "deepseek-ai" not in logins
    assert {"fzyzcjy", "zheanxu", "sleepcoo"} <= logins


def test_the_last_commit_is_by_committer_date(tmp_path: Path) -> None:
    (found,) = nodes(history(stored("DualPipe", tmp_path), "deepseek-ai/DualPipe"), "Repository")
    assert found.props["last_commit_at"] == "2025-03-10"  # the author's date is the 6th
    assert found.props["default_branch"] == "main"
    assert found.props["first_commit_at"] == "2025-02-20"


def test_rebase_merges_are_found_by_the_heads_of_pull_requests(tmp_path: Path) -> None:
    dataset = history(stored("DualPipe", tmp_path), "deepseek-ai/DualPipe")
    assert counts(dataset, "merged_prs") == {("guspan-tanadi", "2025-03"): 1}


def test_releases_are_tags_that_name_a_version(tmp_path: Path) -> None:
    dataset = history(stored("DeepGEMM", tmp_path), "deepseek-ai/DeepGEMM")
    told = {edge.start.props["name"]: edge.start.props["date"] for edge in edges(dataset, "CONCERNS")}
    assert told["version v2.1.0 tagged"] == "2025-09-29"
    assert len(told) == 5  # four tags of a development branch are no versions


def test_employers_are_read_from_mail_domains_in_flight(tmp_path: Path) -> None:
    dataset = history(stored("DeepGEMM", tmp_path), "deepseek-ai/DeepGEMM")
    found = {
        edge.start.props["login"]: (edge.end.props["name"], edge.props) for edge in edges(dataset, "AFFILIATED_WITH")
    }
    name, props = found["zheanxu"]
    assert (name, props["raw"], props["rank"], props["source"]) == ("DeepSeek", "deepseek.com", 3, "git")
    assert props["from"] == props["to"] == "2025-04"


@pytest.mark.parametrize("name", COMMITS)
def test_no_address_and_no_folder_is_in_a_record(name: str, tmp_path: Path) -> None:
    dataset = history(stored(name, tmp_path), f"deepseek-ai/{name}")
    told = f"{taken(dataset)} {dataset.origin}"
    assert "@" not in told.replace("github:@", "")
    assert str(tmp_path) not in told
    assert "nonexistent" not in told  # the address that the stored clones have for their remote


def test_the_same_history_is_the_same_snapshot_wherever_it_lies(tmp_path: Path) -> None:
    first = history(stored("EPLB", tmp_path / "one"), "deepseek-ai/EPLB").origin
    assert history(stored("EPLB", tmp_path / "two"), "deepseek-ai/EPLB").origin == first
    assert first.dataset == "deepseek-ai/eplb"
    assert first.method == first.source == "git"
    assert (first.covers_from, first.covers_to, first.as_of) == ("2025-02", "2025-03", "2025-03-24")
    assert first.address == "https://github.com/deepseek-ai/EPLB"


def test_contents_that_are_not_there_are_never_fetched(tmp_path: Path) -> None:
    folder = stored("EPLB", tmp_path)
    before = sorted(path.relative_to(folder) for path in folder.rglob("*"))
    taken(history(folder, "deepseek-ai/EPLB"))
    assert sorted(path.relative_to(folder) for path in folder.rglob("*")) == before
