import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api.beside import NAME, beside
from graph.errors import StorageError

INSERT = "INSERT INTO tokens VALUES (?, 'a', x'00', '', '', '', NULL)"


def count(folder: Path) -> int:
    with beside(folder) as file:
        return int(file.execute("SELECT count(*) FROM tokens").fetchone()[0])


def test_what_is_done_inside_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    def fail() -> None:
        with beside(tmp_path, writing=True) as file:
            file.execute(INSERT, ("one",))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert count(tmp_path) == 0


def test_several_at_once_wait_for_each_other(tmp_path: Path) -> None:
    def insert(number: int) -> None:
        with beside(tmp_path, writing=True) as file:
            file.execute(INSERT, (str(number),))

    with ThreadPoolExecutor(8) as many:
        list(many.map(insert, range(40)))
    assert count(tmp_path) == 40


def test_a_file_that_is_none_of_ours_is_one_sentence_and_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("no database, and longer than the head of one is" * 99)
    with pytest.raises(StorageError, match=f"{NAME} cannot be used") as caught:
        count(tmp_path)
    assert "move it away and make the tokens anew" in caught.value.hint


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        count(tmp_path / "file" / "data")
    assert sqlite3.threadsafety
