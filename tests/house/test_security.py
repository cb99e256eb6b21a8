"""SECURITY.md names each trust boundary with the tests of its rules: they are there, and test something."""

import re

import pytest

from tests.house.checkout import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [line for line in TEXT.splitlines() if line.startswith("| ") and "→" in line]
LINK = re.compile(r"\]\((tests/[^)]+)\)")


def test_the_threat_model_has_its_boundaries() -> None:
    assert len(ROWS) > 10


@pytest.mark.parametrize("row", ROWS, ids=[row.split("|")[1].strip() for row in ROWS])
def test_each_boundary_names_tests_that_are_there(row: str) -> None:
    files = [ROOT / path for path in LINK.findall(row)]
    assert files
    assert [file.name for file in files if not file.is_file()] == []
    assert [file.name for file in files if "def test_" in file.read_text(encoding="utf-8")]
