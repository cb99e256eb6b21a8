from __future__ import annotations

import pytest

from ingest.sources.affiliations.people import Stint
from ingest.sources.affiliations.telling import employs


def at(employer: str) -> Stint:
    return Stint(employer, "", "", 1, employer)


@pytest.mark.parametrize(
    "employer", ["Acme", "Google LLC", "Independent Sector Fund", "Selfridges", "Student Loans Company"]
)
def test_an_employer_is_one(employer: str) -> None:
    assert employs(at(employer))


@pytest.mark.parametrize(
    "employer",
    ["Independent", "independent", "NotFound", "(Unknown)", "?", "Self", "Self-employed", "Career Break", "(Robots)"],
)
def test_no_employer_is_none(employer: str) -> None:
    assert not employs(at(employer))
