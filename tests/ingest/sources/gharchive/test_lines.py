"""Lines of a file, in arrays."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sources.gharchive import lines as module
from ingest.sources.gharchive.gunzip import Bytes
from ingest.sources.gharchive.lines import Lines, decoded
from tests.ingest.sources.gharchive.archive import write


def read(path: Path) -> tuple[list[bytes], Lines]:
    lines = Lines()
    found = []
    for array in lines.arrays(Bytes(path)):
        found += [line.removesuffix(b"\n") for line in array.view(pa.binary()).to_pylist()]
    return found, lines


def test_lines_are_told_apart(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.json.gz", b"one\ntwo\n\nthree"))[0] == [b"one", b"two", b"", b"three"]


def test_the_mark_of_utf_8_before_the_first_line_goes(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.json.gz", b"\xef\xbb\xbf{}\n"))[0] == [b"{}"]


def test_a_last_line_that_is_cut_is_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json.gz", b"one\n" * 50 + bytes(range(11, 256)))
    path.write_bytes(path.read_bytes()[:-40])
    found, lines = read(path)
    assert set(found) == {b"one"}
    assert lines.broken


def test_a_line_that_is_longer_than_any_event_is_skipped_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST", 5000)
    monkeypatch.setattr(module, "CHUNK", 1000)
    found, lines = read(write(tmp_path / "a.json.gz", b"one\n" + b"x" * 20_000 + b"\ntwo\n" + b"y" * 3000 + b"\n"))
    assert (found, lines.too_long) == ([b"one", b"two", b"y" * 3000], 1)


def test_lines_that_are_not_utf_8_become_words() -> None:
    array = pa.Array.from_buffers(pa.string(), 2, pa.array([b"a", b"\xff"]).buffers())
    assert decoded(array).to_pylist() == ["a", "not UTF-8"]
    assert decoded(pa.array(["a"])).to_pylist() == ["a"]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.binary(max_size=3000).map(lambda line: line.replace(b"\n", b"")), max_size=30), st.integers(100, 3000)
)
def test_no_line_is_lost_however_arrays_are_cut(
    tmp_path_factory: pytest.TempPathFactory, told: list[bytes], chunk: int
) -> None:
    path = write(tmp_path_factory.mktemp("any") / "a.json.gz", b"".join(line + b"\n" for line in told))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CHUNK", chunk)
        patch.setattr(module, "LONGEST", 4000)
        found = read(path)[0]
    assert [line.removeprefix(b"\xef\xbb\xbf") for line in found] == [
        line.removeprefix(b"\xef\xbb\xbf") for line in told
    ]
