"""Logins and employers by mail address, over all files of a load: used in flight, forgotten with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.sources.affiliations.people import Owned, Person, Told


@dataclass(slots=True)
class Book:
    """Which logins an address belongs to, and which employer a domain."""

    logins: dict[str, tuple[str, ...]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)

    def take(self, told: Iterable[Told]) -> None:
        """Note what a file tells of addresses and domains."""
        for one in told:
            if isinstance(one, Owned):
                self.owners.setdefault(one.domain, one.employer)
            elif isinstance(one, Person):
                for address in one.addresses if one.logins else ():
                    known = self.logins.get(address, ())
                    self.logins[address] = tuple(sorted({*known, *one.logins}))

    def logins_of(self, person: Person) -> tuple[str, ...]:
        """The logins of a person: the file's own, else those that a file gives one of the addresses.

        An address that several people share tells of none of them.
        """
        if person.known_logins:
            return person.known_logins
        found = (self.logins.get(address, ()) for address in person.addresses)
        return next((logins for logins in found if len(logins) == 1), ())

    def owner_of(self, address: str) -> tuple[str, str] | None:
        """The domain of `address`, or one above it, that the files give an employer, and that employer."""
        labels = address.rpartition("@")[2].split(".")
        above = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next(((domain, self.owners[domain]) for domain in above if domain in self.owners), None)
