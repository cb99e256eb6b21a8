"""docs/decisions: numbered without gaps, of one form, on one page, and all listed; links in the docs lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

FOLDER = ROOT / "docs" / "decisions"
DECISIONS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
PROSE = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
STATUS = re.compile(r"^Status: (accepted|proposed|superseded by \[\d{4}\]\(\d{4}-[a-z0-9-]+\.md\))$", re.MULTILINE)


def test_the_numbers_have_no_gaps() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_context_decision_and_consequence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", path.stem)
    assert text.startswith(f"# {path.name[:4]}: ")
    assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == ["Context", "Decision", "Consequence"]
    assert STATUS.search(text), "a line `Status: accepted`, `proposed` or `superseded by [NNNN](…)`"


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_fits_on_a_page(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").split()) <= 700


def test_the_list_names_every_decision_with_its_title() -> None:
    listed = re.findall(r"\[(\d{4})\]\(([^)]+)\) \| (.+) \|", (FOLDER / "README.md").read_text(encoding="utf-8"))
    titles = [path.read_text(encoding="utf-8").partition("\n")[0] for path in DECISIONS]
    assert [(f"# {number}: {title}", name) for number, name, title in listed] == [
        (title, path.name) for title, path in zip(titles, DECISIONS, strict=True)
    ]


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files_that_exist(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
