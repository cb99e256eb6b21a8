from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from api.cli import run
from api.settings import settings
from ingest.sources.gharchive.output import COLUMNS
from tests.ingest.sources.gharchive.archive import ONE, TWO, push, text, write

HOUR = Path(__file__).parents[3].parent / "shared" / "data" / "gharchive" / "2015-01-01-0.json.gz"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path / "data"))
    settings.cache_clear()
    return tmp_path


def test_an_hour_becomes_a_parquet_file_without_a_graph(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not HOUR.exists():
        pytest.skip("the stored hour of GH Archive is not beside this checkout")
    assert run(["aggregate", "gharchive", str(HOUR), "--all", "-o", str(folder / "pairs.parquet")]) == 0
    table = pq.read_table(folder / "pairs.parquet")
    assert table.column_names == list(COLUMNS)
    assert sum(table["merged_prs"].to_pylist()) == 126
    said = capsys.readouterr().err
    assert f"wrote {table.num_rows} rows" in said
    assert "GH Archive 2015-01, all repositories: 2015-01: 7,702 events" in said
    assert "2015-01: 1 of 744 hours were read; nothing is known of 2015-01-01T01 to 2015-01-31T23" in said
    assert json.loads(table.schema.metadata[b"ossatlas.hours_read"]) == ["2015-01-01T00"]


def test_a_second_call_counts_its_own_files_and_tells_what_was_wrong_with_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = write(folder / "2021-07-21-6.json.gz", [push(what=what) for what in (ONE, TWO)])
    second = write(folder / "2021-07-21-7.json.gz", text([push(n=1), push(n=1)]) + b"<html>\n")
    for hour in (first, second):
        assert run(["aggregate", "gharchive", str(hour), "--all", "-o", str(folder / "pairs.parquet")]) == 0
    assert pq.read_table(folder / "pairs.parquet")["pushes"].to_pylist() == [1]
    said = capsys.readouterr().err
    assert said.count("wrote 1 rows") == 1
    assert "2021-07: 1 line that is not an event" in said
    assert "2021-07: 1 event that came twice" in said
    assert not [path for path in (folder / "data" / "sources").rglob("*") if path.is_file()]


def test_help_tells_the_options_and_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["aggregate", "gharchive", "--help"]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("--organizations", "--engine", "--output", "-o pairs.parquet"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["x.json.gz", "-o", "pairs.csv"], "expected one that ends in .parquet"),
        (["x.json.gz", "--engine", "hadoop", "-o", "p.parquet"], "expected one of duckdb, spark"),
    ],
)
def test_what_cannot_be_taken_is_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(["aggregate", "gharchive", "--all", *arguments]) == 2
    assert sentence in capsys.readouterr().err
