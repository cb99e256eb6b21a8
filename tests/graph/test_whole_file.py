"""A file is whole, or as it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError, StorageError
from graph.whole_file import whole_file


def test_it_takes_its_place_at_the_end(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.txt") as part:
        part.write_text("new")
        assert not (tmp_path / "a.txt").exists()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "new")]


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(TypeError), whole_file(tmp_path / "a.txt") as part, part.open("w") as file:
        file.write(b"no text")  # type: ignore[arg-type] # what fails
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "old")]


def test_a_disk_that_is_full_and_a_folder_that_is_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no room for"), whole_file(Path("/dev/full")) as _:
        Path("/dev/full").write_text("x")
    with (
        pytest.raises(BadInputError, match="cannot be written: No such file"),
        whole_file(tmp_path / "no" / "a") as part,
    ):
        part.write_text("x")
