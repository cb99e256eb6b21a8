from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.tables.lines import lines
from tests.ingest.sources.tables.reading import write


def test_gzipped_and_plain_files_read_alike(tmp_path: Path) -> None:
    content = "\ufeffa\r\nb蚂\n".encode()
    plain = write(tmp_path, "t.csv", content)
    packed = write(tmp_path, "t.csv.gz", gzip.compress(content))
    assert list(lines(plain)) == list(lines(packed)) == ["a\r\n", "b蚂\n"]


def test_gzip_members_that_follow_each_other_are_one_file(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv.gz", gzip.compress(b"a\n") + gzip.compress(b"b\n"))
    assert list(lines(path)) == ["a\n", "b\n"]


@pytest.mark.parametrize("encoding", ["gbk", "latin-1", "shift-jis"])
def test_other_encodings_are_named_by_their_first_strange_byte(tmp_path: Path, encoding: str) -> None:
    text = "é" if encoding == "latin-1" else "公司"
    with pytest.raises(BadInputError, match=r"t\.csv is not UTF-8 \(byte 0x..\): save it as UTF-8"):
        list(lines(write(tmp_path, "t.csv", text.encode(encoding))))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_utf_16_is_told(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(BadInputError, match=r"UTF-16|zero byte"):
        list(lines(write(tmp_path, "t.csv", "login,a\n".encode(encoding))))
