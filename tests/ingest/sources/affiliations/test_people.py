from __future__ import annotations

import pytest

from ingest.sources.affiliations.people import Person, addresses_in, login_in, united

ANN = "@".join(("ann", "acme.example"))
HIDDEN = "@".join(("7+eve-io", "users.noreply.github.com"))


def test_addresses_are_read_with_an_at_sign_and_with_an_exclamation_mark() -> None:
    assert addresses_in(f"Ann!Acme.example, {HIDDEN}") == (ANN, HIDDEN)
    assert addresses_in("no address here") == ()


@pytest.mark.parametrize(
    ("text", "login"), [("ann-kay", "ann-kay"), ("@ann", "ann"), ("ann*", "ann"), ("a[bot]", "a[bot]")]
)
def test_a_login_is_read_without_its_marks(text: str, login: str) -> None:
    assert login_in(text) == login


@pytest.mark.parametrize("text", ["", "Ann Kay", "-ann", "ann!x.example", "安"])
def test_a_name_is_no_login(text: str) -> None:
    assert login_in(text) == ""


def test_githubs_own_address_tells_the_login_where_the_file_has_none() -> None:
    assert Person(1, addresses=(ANN, HIDDEN)).known_logins == ("eve-io",)
    assert Person(1, logins=("eve",), addresses=(HIDDEN,)).known_logins == ("eve",)
    assert Person(1, addresses=(ANN,)).known_logins == ()


def test_two_entries_of_a_person_are_united() -> None:
    both = united(Person(1, ("a",), (ANN,)), Person(2, ("b",), (ANN, HIDDEN)))
    assert (both.line, both.logins, both.addresses) == (1, ("a", "b"), (ANN, HIDDEN))
