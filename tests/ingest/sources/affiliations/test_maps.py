from __future__ import annotations

from ingest.sources.affiliations.maps import read_map
from ingest.sources.affiliations.people import Owned, Person
from tests.ingest.sources.affiliations.reading import MAP


def test_addresses_give_people_and_domains_give_owners() -> None:
    found = list(read_map(MAP.splitlines(keepends=True), "f"))
    people = [one for one in found if isinstance(one, Person)]
    assert [(one.line, one.stints[0].employer, one.stints[0].until) for one in people] == [
        (2, "Bolt Widgets", "2021-05-01"),
        (3, "Intel Corporation", ""),
        (4, "Acme Gears", ""),
        (5, "Acme Gears", ""),
    ]
    assert [one for one in found if isinstance(one, Owned)] == [Owned("cog.example", "Cog Works", 6)]


def test_an_exclamation_mark_stands_for_the_at_sign() -> None:
    (person,) = read_map(["ann!acme.example Acme\n"], "f")
    assert isinstance(person, Person)
    assert person.addresses == ("@".join(("ann", "acme.example")),)
