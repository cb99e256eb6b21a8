from __future__ import annotations

from graph.errors import BadRowError
from ingest.sources.affiliations.lists import read_list
from ingest.sources.affiliations.people import Person
from tests.ingest.sources.affiliations.reading import LIST


def test_each_person_has_login_addresses_and_stints_with_their_lines() -> None:
    found = [one for one in read_list(LIST.splitlines(keepends=True), "f") if isinstance(one, Person)]
    assert [(one.line, one.logins, len(one.addresses), len(one.stints)) for one in found] == [
        (2, ("ann-kay",), 2, 3),
        (6, ("bob-zed",), 1, 2),
        (9, (), 1, 1),
        (11, ("dana-q",), 2, 1),
        (13, ("robo-ci",), 1, 1),
    ]
    assert [one.line for one in found[0].stints] == [3, 4, 5]


def test_spaces_indent_as_well_as_a_tab_and_windows_ends_of_lines_do_no_harm() -> None:
    (person,) = read_list(["kim: \r\n", "    Acme until 2018-01-01\r\n"], "f")
    assert isinstance(person, Person)
    assert [(one.employer, one.until) for one in person.stints] == [("Acme", "2018-01-01")]


def test_an_employer_before_any_person_is_refused_and_the_person_after_it_taken() -> None:
    found = list(read_list(["\tAcme\n", "kim: k!x.example\n", "\tBolt\n"], "f"))
    assert [type(one) for one in found] == [BadRowError, Person]
