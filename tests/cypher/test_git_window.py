"""A window is answered by git counts: with DeepGEMM's own history beside DeepEP's, a fifth developer appears."""

from __future__ import annotations

import csv
import re
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.model import Table
from graph.unload import unload
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.run import load
from ingest.sources.tables import read_tables

ARCHIVE = Path(__file__).parents[2].parent / "shared" / "data" / "git" / "deepseek-ai+DeepGEMM.blobless.tar.gz"
NOREPLY = re.compile(r"(?:\d+\+)?(?P<login>[\w-]+)@users\.noreply\.github\.com")
PAIR = "deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"
SOURCE = "git-of-deepgemm"


@pytest.fixture
def both(atlas: Database, tmp_path: Path) -> Iterator[Database]:
    """The atlas with the commits per developer and month of DeepGEMM's public history, taken out again afterwards."""
    if not ARCHIVE.exists():
        pytest.skip("the stored history of DeepGEMM is not beside this checkout")
    table = commits_table(tmp_path)
    desk = Desk(Identities.load(), tmp_path)
    for dataset in read_tables([str(table)], desk, kind="contributors", method="git", source=SOURCE, as_of="2026-06"):
        load(atlas, dataset, strict=True)
    yield atlas
    unload(atlas, SOURCE)


def commits_table(folder: Path) -> Path:
    """A CSV of login, repository, month and commits, logins by GitHub's noreply addresses."""
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder, filter="data")
    log = ["git", "-C", str(folder / "DeepGEMM.git"), "log", "--format=%ae|%ad", "--date=format-local:%Y-%m"]
    lines = subprocess.run(log, check=True, capture_output=True, text=True, env={"TZ": "UTC"}).stdout.splitlines()
    found = Counter[tuple[str, str]]()
    for line in lines:
        address, _, month = line.partition("|")
        if match := NOREPLY.fullmatch(address):
            found[match["login"], month] += 1
    path = folder / "deepgemm.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["login", "repository", "month", "commits"])
        rows.writerows([login, "deepseek-ai/DeepGEMM", month, count] for (login, month), count in sorted(found.items()))
    return path


def shared(database: Database, **values: str) -> dict[str, dict[str, object]]:
    answer = run(database, catalogue().find("shared-developers"), {"repositories": PAIR, **values})
    assert isinstance(answer, Table)
    return {str(row["developer"]): row for row in answer.records()}


def test_with_a_window_git_answers_for_both_and_adds_zheanxu(both: Database) -> None:
    found = shared(both, **{"from": "2025-02", "to": "2025-12", "activity": "commits"})
    assert "zheanxu" in found
    assert "LyricZhao" not in found  # commits under a company's address, which no rule gives to a login
    assert cast("list[str]", found["zheanxu"]["sources"]) == ["git", SOURCE]


def test_without_a_window_the_published_table_still_answers(both: Database) -> None:
    assert sorted(shared(both)) == ["LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"]
