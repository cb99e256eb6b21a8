from __future__ import annotations

from ingest.sources.affiliations.decoding import Document
from ingest.sources.affiliations.people import Person
from ingest.sources.affiliations.users import read_users
from tests.ingest.sources.affiliations.reading import USERS


def test_each_account_gives_login_stints_and_country() -> None:
    found = [one for one in read_users(Document(USERS, "f")) if isinstance(one, Person)]
    assert [(one.line, one.logins, len(one.stints), one.country) for one in found] == [
        (2, ("ann-kay",), 3, "pl"),
        (4, ("finn",), 1, ""),
        (5, (), 1, ""),
    ]
