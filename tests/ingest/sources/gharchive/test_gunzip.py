"""What can be read of a file, whatever is wrong with it."""

from __future__ import annotations

import gzip
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sources.gharchive.gunzip import STEP, Bytes
from tests.ingest.sources.gharchive.archive import cut

LINES = b"".join(b'{"number": %d}\n' % number for number in range(2000))


def read(tmp_path: Path, data: bytes) -> tuple[bytes, Bytes]:
    path = tmp_path / "hour.json.gz"
    path.write_bytes(data)
    content = Bytes(path)
    return b"".join(content), content


def test_a_whole_file_is_read_whole(tmp_path: Path) -> None:
    found, content = read(tmp_path, gzip.compress(LINES))
    assert (found, content.cut, content.plain) == (LINES, "", False)


def test_members_behind_each_other_are_one_content(tmp_path: Path) -> None:
    members = [gzip.compress(LINES[at : at + 100]) for at in range(0, 1000, 100)]
    assert read(tmp_path, b"".join(members))[0] == LINES[:1000]


def test_of_a_file_that_is_cut_the_beginning_is_read(tmp_path: Path) -> None:
    found, content = read(tmp_path, cut(gzip.compress(LINES)))
    assert LINES.startswith(found)
    assert len(found) > 1000
    assert content.cut == "the file ends in the middle"


def test_of_broken_data_all_before_the_break_is_read(tmp_path: Path) -> None:
    random = Random(1)  # noqa: S311 - the same bytes each time
    text = b"".join(b"%x\n" % random.randrange(10**12) for _ in range(20_000))
    data = gzip.compress(text)
    at = STEP + 5000
    assert len(data) > 3 * STEP
    found, content = read(tmp_path, data[:at] + bytes(64) + data[at + 64 :])
    assert content.cut == "the compressed data are broken"
    assert found[: len(text) // 6] == text[: len(text) // 6]


def test_something_else_behind_the_data_is_told_and_zeros_are_not(tmp_path: Path) -> None:
    assert read(tmp_path, gzip.compress(LINES) + b"more")[1].cut == "something else follows the compressed data"
    assert read(tmp_path, gzip.compress(LINES) + bytes(1000))[1].cut == ""


def test_a_file_that_is_not_compressed_is_read_as_it_is(tmp_path: Path) -> None:
    found, content = read(tmp_path, LINES)
    assert (found, content.plain) == (LINES, True)


def test_a_file_that_ends_after_a_byte_is_cut(tmp_path: Path) -> None:
    found, content = read(tmp_path, gzip.compress(LINES)[:1])
    assert (found, content.cut, content.plain) == (b"", "the file ends in the middle", False)


def test_an_empty_file_has_no_content(tmp_path: Path) -> None:
    found, content = read(tmp_path, b"")
    assert (found, content.cut, content.plain) == (b"", "", False)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.binary(max_size=200), max_size=5), st.integers(0, 300))
def test_no_bytes_at_all_break_the_reading(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes], off: int
) -> None:
    data = b"".join(gzip.compress(part) for part in parts)
    path = tmp_path_factory.mktemp("any") / "hour.json.gz"
    path.write_bytes(data[: max(0, len(data) - off)])
    found = b"".join(Bytes(path))
    assert b"".join(parts).startswith(found) or not data
