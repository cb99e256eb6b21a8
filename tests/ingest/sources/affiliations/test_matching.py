from __future__ import annotations

from ingest.sources.affiliations.matching import Book
from ingest.sources.affiliations.people import Owned, Person

ANN, BOTH = "@".join(("ann", "x.example")), "@".join(("both", "x.example"))


def test_an_address_gives_the_login_of_the_one_person_who_has_it() -> None:
    book = Book()
    book.take([Person(1, ("ann",), (ANN, BOTH)), Person(2, ("bob",), (BOTH,))])
    assert book.logins_of(Person(1, addresses=(ANN,))) == ("ann",)
    assert book.logins_of(Person(1, addresses=(BOTH,))) == ()
    assert book.logins_of(Person(1, addresses=(BOTH, ANN))) == ("ann",)
    assert book.logins_of(Person(1, logins=("cat",), addresses=(ANN,))) == ("cat",)


def test_the_owner_of_a_domain_owns_those_below_it() -> None:
    book = Book()
    book.take([Owned("x.example", "Acme", 1), Owned("x.example", "Later", 2)])
    assert book.owner_of("@".join(("ann", "lab.x.example"))) == ("x.example", "Acme")
    assert book.owner_of("@".join(("ann", "notx.example"))) is None
