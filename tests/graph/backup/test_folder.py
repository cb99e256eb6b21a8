"""The folder of snapshots: what is listed, and what a name means."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.backup.container import writing
from graph.backup.folder import files, found, listed, named, place
from graph.backup.manifest import Manifest
from graph.backup.parts import FORM
from graph.errors import NotFoundError, StorageError
from tests.graph.backup.conftest import NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A whole one, one cut short, what a killed save left, and something else."""
    told = Manifest(
        ossatlas="0", schema_version=FORM, data_version="ab", saved_at=NOW, graph_hash="0", nodes={}, edges={}, parts=()
    )
    folder = place(tmp_path)
    with writing(named(folder, date(2026, 7, 1), "ab")) as made:
        made.finish(told)
    whole = (folder / "2026-07-01-ab.zip").read_bytes()
    (folder / "cut.zip").write_bytes(whole[:-9])
    (folder / ".2026-07-02-cd.zip.part").write_bytes(whole[:9])
    (folder / "notes.txt").write_text("mine")
    return folder


def test_files_of_the_folder_are_looked_at(folder: Path) -> None:
    whole, cut = listed(folder)
    assert (whole.path.stem, whole.wrong) == ("2026-07-01-ab", "")
    assert whole.manifest is not None
    assert (whole.manifest.saved_at, whole.bytes) == (NOW, whole.path.stat().st_size)
    assert (cut.path.stem, cut.manifest) == ("cut", None)
    assert "is cut short" in cut.wrong


@pytest.mark.parametrize("text", ["2026-07-01-ab", "2026-07-01-ab.zip"])
def test_a_name_means_a_file_of_the_folder(folder: Path, text: str) -> None:
    assert found(folder, text) == folder / "2026-07-01-ab.zip"


def test_a_file_elsewhere_is_named_by_its_path(folder: Path) -> None:
    assert found(folder, str(folder / "notes.txt")) == folder / "notes.txt"


def test_a_name_that_is_not_there_tells_those_that_are(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"there is no snapshot 'x'; in .* there are: 2026-07-01-ab, cut"):
        found(folder, "x")
    with pytest.raises(NotFoundError, match="there are: none"):
        found(tmp_path / "no", "x")


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert files(place(tmp_path)) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"the data folder .* cannot be written"):
        named(tmp_path / "file" / "snapshots", date(2026, 7, 1), "ab")
