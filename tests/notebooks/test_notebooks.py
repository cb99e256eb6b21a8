"""docs/notebooks: each file shows what the bundled data answer; `make notebooks` runs them anew."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from graph.connection import Connection
from graph.database import Database
from tests.house.checkout import ROOT
from tests.notebooks.run import lighten

FOLDER = ROOT / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
LARGEST = 200_000
PLACES = re.compile(r"-?\d+(\.\d+)?")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_the_bundled_data_answer(
    path: Path, atlas: Database, connection: Connection, request: pytest.FixtureRequest
) -> None:
    assert atlas
    text = anew(path, connection)
    if request.config.getoption("--golden"):
        path.write_text(text, encoding="utf-8")
    assert told(text) == told(path.read_text(encoding="utf-8")), f"{path.name} is stale; `make notebooks` runs it anew"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_file_is_light_and_holds_nothing_of_the_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text) < LARGEST
    assert not re.search(r"<iframe|<script|127\.0\.0\.1|/home/|/tmp/|bolt://", text)
    nbformat.validate(json.loads(text))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_reads_as_a_report(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    kinds = [cell["cell_type"] for cell in cells]
    assert "".join(cells[0]["source"]).startswith("# ")
    assert kinds.count("markdown") * 3 > len(kinds)
    assert any("text/markdown" in output.get("data", {}) for cell in cells for output in cell.get("outputs", ()))


def test_there_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} == {"deepseek_week", "landscape", "own_question"}


def test_a_frame_goes_where_a_still_picture_stands_beside_it() -> None:
    both: dict[str, Any] = {"data": {"text/html": "<iframe>", "image/svg+xml": "<svg>"}}
    alone: dict[str, Any] = {"data": {"text/html": "<table>"}}
    lighten(both)
    lighten(alone)
    assert (list(both["data"]), list(alone["data"])) == (["image/svg+xml"], ["text/html"])


def anew(path: Path, connection: Connection) -> str:
    """The text of the notebook, run on the Neo4j of this test run."""
    named = {"NEO4J_URI": connection.uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": connection.password}
    given = os.environ | named | {"PYTHONPATH": str(ROOT)}  # noqa: TID251  handed on to a child
    command = [sys.executable, "-m", "tests.notebooks.run", str(path)]
    ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout


def told(text: str) -> list[Any]:
    """Cells and outputs; of pictures all but places, whose last digits differ from processor to processor."""
    cells: list[Any] = json.loads(text)["cells"]
    for cell in cells:
        for output in cell.get("outputs", ()):
            drawn = "".join(output.get("data", {}).get("image/svg+xml", ()))
            if drawn:
                output["data"]["image/svg+xml"] = PLACES.sub("", drawn)
    return cells
