from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.tables.formats import READERS, open_table
from tests.ingest.sources.tables.reading import write


@pytest.mark.parametrize("name", ["t.csv", "T.CSV", "t.tab", "t.v2.csv"])
def test_the_ending_tells_the_format_in_any_case(tmp_path: Path, name: str) -> None:
    assert open_table(write(tmp_path, name, "login\nann\n")).columns == ("login",)


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
def test_text_may_be_gzipped(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path, f"t{ending}.gz", gzip.compress(b"login\nann\n"))
    assert [cells for _, cells in open_table(path).rows()] == [["ann"]]


def test_all_formats_are_offered() -> None:
    assert {".md", ".csv", ".tsv", ".xlsx", ".parquet", ".md.gz", ".csv.gz", ".tsv.gz"} <= set(READERS)


def test_personal_columns_are_gone_whatever_the_format(tmp_path: Path) -> None:
    csv = write(tmp_path, "t.csv", "login,email\nann,x@example.org\n")
    markdown = write(tmp_path, "t.md", "| login | email |\n|---|---|\n| ann | x@example.org |\n")
    for path in (csv, markdown):
        assert open_table(path).columns == ("login",)
        assert [cells for _, cells in open_table(path).rows()] == [["ann"]]


def test_a_byte_order_mark_does_not_hide_another_format(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "\ufeff<html>")
    with pytest.raises(BadInputError, match="is a web page under another format's ending"):
        open_table(path)
