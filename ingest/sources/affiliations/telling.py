"""Records out of people: who was affiliated where and when, and which country they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import EdgeRecord, NodeRecord, Origin, Record, Where
from ingest import records
from ingest.domains import plain_domain
from ingest.identity import chinese_names, country_name
from ingest.nodes import Nodes
from ingest.sources.affiliations.matching import Book
from ingest.sources.affiliations.people import Person, Stint

AS_WRITTEN, BY_DOMAIN = 0.7, 0.6
_NOBODY = frozenset({"notfound", "not found", "(unknown)", "unknown", "?", "-", "(robots)", "robots", "none"})
_NO_WORK = ("independent", "self", "career break", "unemployed", "retired", "freelance", "student", "hobbyist")


@dataclass(slots=True)
class Teller:
    """Makes the records of a file's people."""

    nodes: Nodes
    book: Book
    origin: Origin

    def records(self, person: Person) -> Iterator[Record]:
        """The records of one person, for each of their logins; none for who has no login."""
        where = Where(self.origin.title, person.line)
        kind = (
            "Bot" if person.bot or any(_plain(one.employer) in ("(robots)", "robots") for one in person.stints) else ""
        )
        for login in self.book.logins_of(person):
            who = self.nodes.developer(login, where, account_type=kind)
            stated = [one for one in person.stints if employs(one)]
            yield from (self._stated(who, one) for one in stated)
            if not person.stints or all(_plain(one.employer) in _NOBODY for one in person.stints):
                yield from self._inferred(who, person, where)
            yield from self._located(who, person, where)
            if kind:
                yield who

    def _stated(self, who: NodeRecord, one: Stint) -> EdgeRecord:
        where = Where(self.origin.title, one.line)
        found = self.nodes.identities.organizations(one.employer).matches
        at = self.nodes.organization_named(one.employer, where)
        sure = found[0].confidence if len(found) == 1 else AS_WRITTEN
        rank = records.RANK_CORRECTION if self.origin.method == "correction" else records.RANK_STATED
        edge = records.affiliation(
            who, at, self.origin.source, rank=rank, confidence=sure, raw=one.raw, where=where
        )  # fmt: skip
        return records.dated(edge, one.since or None, one.until or None)

    def _inferred(self, who: NodeRecord, person: Person, where: Where) -> Iterator[EdgeRecord]:
        """Employers by the domains of the addresses; the domain alone is kept."""
        told: set[str] = set()
        for address in person.addresses:
            named = self.book.owner_of(address)
            match = self.nodes.identities.employer_of_domain(address)
            at = self.nodes.organization_named(named[1], where) if named else None
            at = at or (self.nodes.organization(match, where) if match else None)
            if at is not None and at.ref.key not in told:
                told.add(at.ref.key)
                raw = f"mail domain {named[0] if named else plain_domain(address)}"
                yield records.affiliation(
                    who, at, self.origin.source, rank=records.RANK_INFERRED, confidence=BY_DOMAIN, raw=raw, where=where
                )

    def _located(self, who: NodeRecord, person: Person, where: Where) -> Iterator[EdgeRecord]:
        code = person.country.upper()
        if code and country_name(code) != code:
            at = records.country(code, country_name(code), where, chinese_names().get(code))
            yield records.location(who, at, self.origin.source, confidence=1.0, raw=person.country, where=where)


def employs(one: Stint) -> bool:
    """Whether the stint is at an employer, and not at none."""
    plain = _plain(one.employer)
    return plain not in _NOBODY and not any(plain == word or plain.startswith(f"{word}-") for word in _NO_WORK)


def _plain(text: str) -> str:
    return text.strip().lower()
