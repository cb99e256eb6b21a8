from __future__ import annotations

from pathlib import Path

import pytest

from ingest.sources.affiliations.formats import open_file
from ingest.sources.affiliations.people import Person
from tests.ingest.sources.affiliations.reading import EXPORT, LIST, MAP, USERS


@pytest.mark.parametrize(
    ("text", "source", "made"),
    [(LIST, "cncf", ""), (USERS, "cncf", ""), (MAP, "gitdm", ""), (EXPORT, "sortinghat", "2024-02-03")],
)
def test_the_format_is_told_by_what_is_in_the_file_whatever_its_name(
    tmp_path: Path, text: str, source: str, made: str
) -> None:
    path = tmp_path / "data"
    path.write_text(f"\ufeff{text}", encoding="utf-8")
    file = open_file(path)
    assert (file.source, file.made) == (source, made)
    assert any(isinstance(one, Person) for one in file.read())
    assert list(file.read()) == list(file.read())
