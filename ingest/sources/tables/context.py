"""What the rows of one table have in common: its origin, its mapping, and who is who."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from graph.model import NodeRecord, Origin, Where
from ingest import records
from ingest.sources.tables import values
from ingest.sources.tables.mapping import Mapping
from ingest.sources.tables.seen import Seen

if TYPE_CHECKING:
    from ingest.identity import Identities, OrganizationMatch

Kept = TypeVar("Kept")
REMEMBERED = 100_000
UNKNOWN = "unknown"


@dataclass(slots=True)
class Context:
    """Makes the nodes that rows speak of, as the identity rules see them."""

    origin: Origin
    mapping: Mapping
    identities: Identities
    seen: Seen = field(default_factory=Seen)
    _logins: dict[str, str] = field(default_factory=dict)
    _developers: dict[str, NodeRecord] = field(default_factory=dict)
    _repositories: dict[str, NodeRecord] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The source's name, which stands on each edge."""
        return self.origin.source

    def login(self, words: str) -> str:
        """The login that `words` write, look-alike letters undone; ValueError for a name with spaces."""
        held = self._logins.get(words)
        if held is None:
            held = values.login(words if " " in words else self.identities.login(words))
            _remember(self._logins, words, held)
        return held

    def developer(self, login: str, where: Where) -> NodeRecord:
        """The developer that `login` means, marked where it is a bot."""
        held = self._developers.get(login)
        if held is None:
            right = self.identities.login(login)
            held = records.developer(right, where, bot_reason=self.identities.bot(right))
            _remember(self._developers, login, held)
        return held

    def repository(self, name: str, where: Where) -> NodeRecord:
        """The repository `name`."""
        held = self._repositories.get(name)
        if held is None:
            held = records.repository(name, where)
            _remember(self._repositories, name, held)
        return held

    def organization(self, match: OrganizationMatch, where: Where) -> NodeRecord:
        """The organization of a reading, with its kind, seat and accounts."""
        country, handles = self.identities.country_of(match.name), self.identities.handles(match.name)
        return records.organization(match.name, where, kind=match.kind, country=country, handles=tuple(handles or ()))

    def organization_named(self, text: str, where: Where) -> NodeRecord:
        """The one organization that `text` names; by its own words where the rules know none, or several."""
        found = self.identities.organizations(text).matches
        if len(found) == 1:
            return self.organization(found[0], where)
        return records.organization(text, where, kind=UNKNOWN)

    def is_known(self, match: OrganizationMatch) -> bool:
        """Whether the alias files know the organization, and not only the words of a text."""
        return bool(self.identities.handles(match.name)) or self.identities.country_of(match.name) is not None

    def owner(self, repository: str, where: Where) -> NodeRecord | None:
        """The organization whose account owns `repository`, where the rules know it."""
        match = self.identities.owner(repository.partition("/")[0])
        return self.organization(match, where) if match is not None else None

    def snapshot(self, where: Where) -> NodeRecord:
        """The load that is under way."""
        return records.snapshot(self.origin.key, where)


def _remember(held: dict[str, Kept], key: str, value: Kept) -> None:
    # Memory stays flat on tables of any length.
    if len(held) >= REMEMBERED:
        held.clear()
    held[key] = value
