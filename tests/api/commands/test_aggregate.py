from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from api.cli import run
from api.settings import settings
from ingest.sources.gharchive.output import COLUMNS

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
    assert f"wrote {table.num_rows} rows" in capsys.readouterr().err


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
