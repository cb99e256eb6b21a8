"""The cursor: marks survive, whole or not at all."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.errors import StorageError
from ingest.sources.github.cursor import Cursor


def test_marks_are_there_for_the_next_process(tmp_path: Path) -> None:
    cursor = Cursor.open(tmp_path / "deep" / "7.json")
    cursor.put("issues", since="2024", page=3)
    cursor.put("issues", page=4)
    assert Cursor.open(tmp_path / "deep" / "7.json").of("issues") == {"since": "2024", "page": 4}


def test_what_was_not_begun_has_no_marks(tmp_path: Path) -> None:
    cursor = Cursor.open(tmp_path / "7.json")
    assert cursor.of("issues") == {}
    assert cursor.text("issues", "since") == ""
    assert not (tmp_path / "7.json").exists()


def test_a_dropped_part_is_forgotten_and_the_others_stay(tmp_path: Path) -> None:
    cursor = Cursor.open(tmp_path / "7.json")
    cursor.put_all({"issues": {"page": 1}, "stars": {"page": 2}})
    cursor.drop("issues")
    cursor.drop("never begun")
    assert Cursor.open(tmp_path / "7.json").parts() == {"stars": {"page": 2}}


def test_a_half_written_file_beside_it_does_not_matter(tmp_path: Path) -> None:
    Cursor.open(tmp_path / "7.json").put("issues", page=1)
    (tmp_path / "7.part").write_text("{")
    assert Cursor.open(tmp_path / "7.json").of("issues") == {"page": 1}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"issues": 3}', "\x00"])
def test_a_damaged_file_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "7.json").write_text(text)
    with pytest.raises(StorageError, match=r"7\.json .*remove it"):
        Cursor.open(tmp_path / "7.json")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"7\.json"):
        Cursor(tmp_path / "file" / "7.json").put("issues", page=1)


def test_threads_do_not_lose_each_other_s_marks(tmp_path: Path) -> None:
    cursor = Cursor.open(tmp_path / "7.json")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: cursor.put(f"part-{n}", page=n), range(50)))
    assert json.loads((tmp_path / "7.json").read_text()) == {f"part-{n}": {"page": n} for n in range(50)}
