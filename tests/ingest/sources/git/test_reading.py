"""What is said about a reading: pairs in order, totals, gaps, notes."""

from __future__ import annotations

from pathlib import Path

from ingest.sources.git.address import read_repository
from ingest.sources.git.clone import find_git_folder, read_clone
from ingest.sources.git.dataset import read_reading
from ingest.sources.git.program import git_program
from ingest.sources.git.reading import GIT, Reading, covered, gaps, notes, pairs
from tests.ingest.sources.git.making import ANN, BOB, Made
from tests.ingest.sources.git.reading import desk


def reading(made: Made, name: str = "our/project") -> Reading:
    clone = read_clone(find_git_folder(git_program(), made.write()))
    return read_reading(clone, read_repository(name), desk(made.folder.parent), GIT)


def test_pairs_are_in_the_order_of_month_and_login(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    for month, who in (("2025-05", ANN), ("2025-04", BOB), ("2025-04", ANN)):
        made.commit("work", who, f"{month}-02")
    found = pairs(reading(made))
    assert [(pair.month, pair.developer, pair.developer_id) for pair in found] == [
        ("2025-04", "ann", 11),
        ("2025-04", "bob", 22),
        ("2025-05", "ann", 11),
    ]
    assert {pair.repository for pair in found} == {"our/project"}


def test_zero_merged_pull_requests_are_told_and_zero_others_are_not(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("work")
    assert [dict(pair.counts) for pair in pairs(reading(made))] == [{"commits": 1, "merged_prs": 0}]


def test_the_name_under_which_it_was_stored_is_told_where_it_differs(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("work")
    assert covered(reading(made, "new/name"), ("2025-04", "2025-04")).facts["read_from"] == "our/project"
    assert covered(reading(made, "Our/Project"), ("2025-04", "2025-04")).facts["read_from"] is None


def test_without_heads_of_pull_requests_rebases_are_a_gap(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("work")
    assert gaps(reading(made)) == ("no heads of pull requests: rebase merges are not counted",)
    made.pull(1, 1)
    assert gaps(reading(Made(tmp_path / "with.git", _lines=made._lines))) == ()


def test_the_notes_begin_with_what_was_found(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("work (#1)")
    said = list(notes(reading(made)))
    assert said[0] == "1 commit, 1 given to a login, 0 by bots; 1 of 1 merged pull request given"
