"""Strings whose answer was written down by hand: locations and companies as people type them.

The rules were made on the `hand_checked` lists; the `unseen` ones were written by somebody else, and tried once.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ingest.folding import squash
from ingest.identity import Identities
from ingest.organization_names import without_legal_form

HERE = Path(__file__).parent
PRECISION, RECALL = 0.97, 0.85
LISTS = ("hand_checked", "unseen")


def rows_of(name: str) -> list[tuple[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return [(row[0], row[1]) for row in list(csv.reader(lines))[1:]]


def scores(pairs: list[tuple[set[str], set[str]]]) -> tuple[float, float]:
    hits = sum(len(found & right) for found, right in pairs)
    return hits / sum(len(found) for found, _ in pairs), hits / sum(len(right) for _, right in pairs)


@pytest.fixture(scope="module")
def known() -> Identities:
    return Identities.load()


def comparable(known: Identities, name: str) -> str:
    """The canonical name of a known organization, else the name without its legal form."""
    found = known.aliases.named(name)
    return squash(found.name if found else without_legal_form(name))


@pytest.mark.parametrize("which", LISTS)
def test_countries_of_hand_checked_locations_are_precise_and_complete_enough(known: Identities, which: str) -> None:
    rows = rows_of(f"{which}_locations.csv")
    pairs = [(set(known.countries(text).codes), set(right.replace(";", " ").split())) for text, right in rows]
    precision, recall = scores(pairs)
    assert len(rows) >= 150
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("which", LISTS)
def test_organizations_of_hand_checked_companies_are_precise_and_complete_enough(known: Identities, which: str) -> None:
    rows = rows_of(f"{which}_organizations.csv")
    pairs = [
        (
            {comparable(known, match.name) for match in known.organizations(text).matches},
            {comparable(known, name.strip()) for name in right.split(";") if name.strip()},
        )
        for text, right in rows
    ]
    precision, recall = scores(pairs)
    assert len(rows) >= 150
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("what", ["locations", "organizations"])
@pytest.mark.parametrize("which", LISTS)
def test_no_hand_checked_text_is_listed_twice(which: str, what: str) -> None:
    texts = [text for text, _ in rows_of(f"{which}_{what}.csv")]
    assert len(texts) == len(set(texts))
