"""One stream of commits, in which each comes before its parents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInputError
from ingest.sources.git import log
from ingest.sources.git.clone import Clone, find_git_folder, read_clone
from ingest.sources.git.log import Commit, read_log, split
from ingest.sources.git.program import git_program
from tests.ingest.sources.git.making import ANN, BOB, Made, at, git


def clone_of(folder: Path) -> Clone:
    return read_clone(find_git_folder(git_program(), folder))


def commits(clone: Clone) -> Iterator[Commit]:
    assert clone.head is not None
    return read_log(clone, clone.head)


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "made.git")


def test_a_commit_is_read_as_it_is(made: Made) -> None:
    made.commit(
        "Do it\nwell\n\nWhy.\n\nCo-authored-by: Bob <b@x>\n", ANN, "2025-04-12", committer=BOB, committed="2025-04-13"
    )
    (found,) = commits(clone_of(made.write()))
    assert found.author[:2] == (b"Ann Bell", b"11+ann@users.noreply.github.com")
    assert found.committer.name == b"Bob Crow"
    assert (found.time, found.committed) == (at("2025-04-12"), at("2025-04-13"))
    assert (found.subject, found.co_authors, found.parents) == (b"Do it well", b"Bob <b@x>", [])
    assert found.signature == (b"11+ann@users.noreply.github.com", str(at("2025-04-12")).encode(), b"Do it well")


def test_each_commit_comes_before_its_parents_whatever_the_clocks_said(made: Made) -> None:
    base = made.commit("1", when="2025-06-01")
    side = made.commit("2", when="2024-01-01", parents=[base])
    made.commit("3", when="2023-01-01", parents=[base, side])
    made.commit("4", when="2022-01-01")
    seen: set[bytes] = set()
    for commit in commits(clone_of(made.write())):
        assert not seen.intersection(commit.parents)
        seen.add(commit.hash)
    assert len(seen) == 4


def test_empty_subjects_names_and_addresses_are_taken(made: Made) -> None:
    made.commit("", " <>")
    (found,) = commits(clone_of(made.write()))
    assert (found.subject, found.author) == (b"", (b"", b"", b""))


def test_a_history_that_breaks_off_is_one_sentence(made: Made) -> None:
    for number in range(3):
        made.commit(str(number))
    folder = made.write()
    clone = clone_of(folder)
    gone = git("rev-parse", "HEAD~2", folder=folder)
    (folder / "objects" / gone[:2] / gone[2:]).unlink()
    with pytest.raises(BadInputError, match=r"cannot be read to its end: .+"):
        list(commits(clone))


@given(st.lists(st.lists(st.binary(max_size=9).map(lambda text: text.replace(b"\0", b"")), min_size=8, max_size=8)))
def test_any_stream_is_split_into_its_rows(rows: list[list[bytes]]) -> None:
    stream = b"".join(field + b"\0" for row in rows for field in row)
    assert list(split(io.BytesIO(stream))) == rows


def test_rows_over_the_edges_of_chunks_stay_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_CHUNK", 3)
    rows = [[b"%d" % number * 3] * 8 for number in range(20)]
    assert list(split(io.BytesIO(b"".join(field + b"\0" for row in rows for field in row)))) == rows
