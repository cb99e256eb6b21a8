"""Strings whose answer was written down by hand: locations and companies as people type them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ingest.identity import Identities

HERE = Path(__file__).parent
PRECISION, RECALL = 0.97, 0.85


def _rows(name: str) -> list[list[str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


def _scores(pairs: list[tuple[set[str], set[str]]]) -> tuple[float, float]:
    hits = sum(len(found & right) for found, right in pairs)
    return hits / sum(len(found) for found, _ in pairs), hits / sum(len(right) for _, right in pairs)


@pytest.fixture(scope="module")
def known() -> Identities:
    return Identities.load()


def test_countries_of_hand_checked_locations_are_precise_and_complete_enough(known: Identities) -> None:
    rows = _rows("hand_checked_locations.csv")
    precision, recall = _scores([(set(known.countries(text).codes), set(right.split())) for text, right in rows])
    assert len(rows) >= 150
    assert precision >= PRECISION
    assert recall >= RECALL


def test_organizations_of_hand_checked_companies_are_precise_and_complete_enough(known: Identities) -> None:
    rows = _rows("hand_checked_organizations.csv")
    pairs = [
        ({match.name for match in known.organizations(text).matches}, {name for name in right.split(";") if name})
        for text, right in rows
    ]
    precision, recall = _scores(pairs)
    assert len(rows) >= 150
    assert precision >= PRECISION
    assert recall >= RECALL


def test_no_hand_checked_text_is_listed_twice() -> None:
    for name in ("hand_checked_locations.csv", "hand_checked_organizations.csv"):
        texts = [row[0] for row in _rows(name)]
        assert len(texts) == len(set(texts))
