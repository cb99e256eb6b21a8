from __future__ import annotations

from ingest.sources.affiliations.decoding import Document
from ingest.sources.affiliations.people import Person
from ingest.sources.affiliations.sortinghat import read_export, time_of
from tests.ingest.sources.affiliations.reading import EXPORT


def test_each_individual_gives_logins_of_github_alone() -> None:
    found = [one for one in read_export(Document(EXPORT, "f")) if isinstance(one, Person)]
    assert [(one.logins, len(one.addresses), len(one.stints), one.country, one.bot) for one in found] == [
        (("hal-9",), 1, 2, "ES", False),
        (("builder",), 0, 0, "", True),
        ((), 1, 1, "", False),
    ]


def test_an_export_may_tell_when_it_was_made() -> None:
    assert time_of(Document(EXPORT, "f")) == "2024-02-03"
    assert time_of(Document('{"uidentities": {}}', "f")) == ""
    assert time_of(Document('{"time": 5, "uidentities": {}}', "f")) == ""
