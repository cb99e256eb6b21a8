"""What a person's profile states of employer and place, as written and as read: the same for every source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import NodeRecord, Record, Value, Where
from ingest import records
from ingest.identity import CountryReading, chinese_names, country_name
from ingest.nodes import Nodes
from ingest.organizations import OrganizationReading

NOT_STATED = "not stated"
_ADDRESS = re.compile(r"\S+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Stated:
    """The words of a profile; None where the source was not asked for them, empty where nothing stands there.

    `read_on` is the day on which this profile was read, where that is not the day of its whole dataset.
    """

    company: str | None = None
    location: str | None = None
    read_on: str | None = None


def without_addresses(text: str) -> str:
    """`text` without e-mail addresses: some write theirs where their employer belongs."""
    return " ".join(_ADDRESS.sub(" ", text).split())


def profile_records(
    who: NodeRecord, told: Stated, nodes: Nodes, source: str, by: NodeRecord, where: Where
) -> Iterator[Record]:
    """Employers and places that the words name, and the words themselves; what is unknown stays visible."""
    company, location = told.company or "", told.location or ""
    employers, places = nodes.identities.organizations(company), nodes.identities.countries(location)
    # An address may tell the employer by its domain; it is not kept.
    company, location = without_addresses(company), without_addresses(location)
    for match in employers.matches:
        at, raw = nodes.organization(match, where), company or match.reason
        employed = records.affiliation(
            who, at, source, rank=records.RANK_STATED, confidence=match.confidence, raw=raw, where=where
        )
        yield records.read_on(employed, told.read_on)
    for code in places.codes:
        at = records.country(code, country_name(code), where, chinese_names().get(code))
        yield records.location(
            who, at, source, confidence=places.confidence, raw=location or places.reason, where=where
        )
    yield records.stated(who, by, source, _words(told, employers, places), where)


def _words(told: Stated, employers: OrganizationReading, places: CountryReading) -> dict[str, Value]:
    company, location = without_addresses(told.company or ""), without_addresses(told.location or "")
    words: dict[str, Value] = {"company": company, "location": location, "read_on": told.read_on}
    if told.company is not None and not employers.matches:
        words["company_reason"] = employers.reason if company else NOT_STATED
    if told.location is not None and not places.codes:
        words["location_reason"] = places.reason if location else NOT_STATED
        words["location_candidates"] = list(places.candidates)
    return words
