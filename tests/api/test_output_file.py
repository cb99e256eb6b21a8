import errno
from pathlib import Path

import pytest

from api.output_file import deliver
from graph.errors import BadInputError, StorageError


def test_without_a_file_it_goes_to_the_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    deliver("zwölf\n".encode(), None)
    assert capsys.readouterr().out == "zwölf\n"


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "answer.csv"
    file.write_text("old")
    deliver(b"new", file)
    assert [path.name for path in tmp_path.iterdir()] == ["answer.csv"]
    assert file.read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="No such file or directory"):
        deliver(b"x", tmp_path / "none" / "answer.csv")


def test_a_folder_is_no_file_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "answer.csv").mkdir()
    with pytest.raises(BadInputError, match="cannot be written"):
        deliver(b"x", tmp_path / "answer.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["answer.csv"]


def test_a_full_disk_is_a_matter_of_storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(StorageError, match="no room"):
        deliver(b"x", tmp_path / "answer.csv")
