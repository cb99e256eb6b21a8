"""CITATION.cff, CHANGELOG.md, LICENSE and pyproject.toml tell the same."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import Any, cast

import pytest
import yaml

import ossatlas
from tests.house.checkout import ROOT, pyproject
from tests.house.formats import faults

PROJECT = pyproject()["project"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.fixture
def citation() -> dict[str, Any]:
    return cast("dict[str, Any]", yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8")))


def test_the_citation_follows_its_format(citation: dict[str, Any]) -> None:
    assert faults("citation-file-format", citation) == []


def test_the_format_finds_a_broken_citation(citation: dict[str, Any]) -> None:
    del citation["title"]
    assert faults("citation-file-format", citation)


def test_the_version_is_one(citation: dict[str, Any]) -> None:
    assert PROJECT["version"] == citation["version"] == ossatlas.__version__ == version("ossatlas")


def test_the_licence_is_one(citation: dict[str, Any]) -> None:
    assert PROJECT["license"] == citation["license"] == "Apache-2.0"
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_changelog_keeps_its_form() -> None:
    releases = re.findall(r"^## (.+)$", CHANGELOG, flags=re.MULTILINE)
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, flags=re.MULTILINE))
    assert releases[0] == "[Unreleased]"
    assert [r for r in releases[1:] if not re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", r)] == []
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
