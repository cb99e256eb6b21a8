"""The source as the registry and the command know it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ingest.source import find_source
from ingest.sources.opendigger.metrics import METRICS
from tests.ingest.sources.opendigger.world import desk, measured, opened, statics

SLOW = ("httpx", "pandas", "networkx", "yaml", "duckdb", "pydantic")


def test_the_source_says_what_it_takes_and_offers() -> None:
    source = find_source("opendigger")
    assert [option.name for option in source.options] == ["metrics", "from", "period", "as_of"]
    assert "labels" in source.offers
    assert source.about.startswith("OpenDigger's series")
    assert all(":" not in example or example.startswith((":", "apache")) for example in source.examples)


def test_its_import_brings_nothing_slow() -> None:
    """`ossatlas --help` imports every source."""
    code = f"import sys, ingest.sources.opendigger; print([name for name in {SLOW} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_load_is_repeated_without_another_word(tmp_path: Path) -> None:
    folder = statics(
        tmp_path / "static", {"github/a/b/openrank.json": {"2025-01": 1}, "github/ann/openrank.json": {"2025-01": 2}}
    )
    at = desk(tmp_path)
    first, second = (opened(at, "a/b", "@ann", **{"from": str(folder)}) for _ in range(2))
    assert [dataset.origin for dataset in first] == [dataset.origin for dataset in second]
    assert [measured(dataset) for dataset in second] == [
        {("openrank", "opendigger", "2025-01"): 1.0},
        {("openrank", "opendigger", "2025-01"): 2.0},
    ]


def test_every_metric_of_a_developer_and_a_label_is_one_that_there_is() -> None:
    assert {owner for metric in METRICS.values() for owner in metric.of} == {"repository", "developer", "label"}
