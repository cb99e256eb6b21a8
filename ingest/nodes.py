"""The nodes that rows speak of, as the identity rules see them: one maker for every source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from graph.keys import GITHUB
from graph.model import NodeRecord, Where
from ingest import records

if TYPE_CHECKING:
    from ingest.identity import Identities, OrganizationMatch

Name = TypeVar("Name")
Kept = TypeVar("Kept")
REMEMBERED = 100_000
UNKNOWN = "unknown"


@dataclass(slots=True)
class Nodes:
    """Makes the records of developers, repositories and organizations, and remembers those that it made.

    busy: by login, why what an account did is more than a person does; for accounts that no other rule tells.
    """

    identities: Identities
    busy: Mapping[str, str] = field(default_factory=dict)
    _developers: dict[tuple[str, int | None], NodeRecord] = field(default_factory=dict)
    _repositories: dict[tuple[str, int | None], NodeRecord] = field(default_factory=dict)

    def developer(
        self, login: str, where: Where, *, number: int | None = None, account_type: str = "", platform: str = GITHUB
    ) -> NodeRecord:
        """The developer that `login` means, marked where it is a bot; `number` is the account's id."""
        held = self._developers.get((f"{platform}:{login}", number))
        if held is None:
            right = self.identities.login(login)
            reason = self.identities.bot(right, account_type) or self.busy.get(login)
            held = records.developer(right, where, number=number, bot_reason=reason, platform=platform)
            remember(self._developers, (f"{platform}:{login}", number), held)
        return held

    def repository(
        self, name: str, where: Where, *, number: int | None = None, platform: str = GITHUB
    ) -> NodeRecord:  # fmt: skip
        """The repository `name` (owner/name); `number` is its id."""
        held = self._repositories.get((f"{platform}:{name}", number))
        if held is None:
            held = records.repository(name, where, number=number, platform=platform)
            remember(self._repositories, (f"{platform}:{name}", number), held)
        return held

    def organization(self, match: OrganizationMatch, where: Where) -> NodeRecord:
        """The organization of a reading, with its kind, seat and accounts."""
        country, handles = self.identities.country_of(match.name), self.identities.handles(match.name)
        names_zh = self.identities.chinese_names(match.name)
        return records.organization(
            match.name, where, kind=match.kind, country=country, handles=handles, names_zh=names_zh
        )

    def organization_named(self, text: str, where: Where) -> NodeRecord:
        """The one organization that `text` names; by its own words where the rules know none, or several."""
        found = self.identities.organizations(text).matches
        if len(found) == 1:
            return self.organization(found[0], where)
        return records.organization(text, where, kind=UNKNOWN)

    def is_known(self, match: OrganizationMatch) -> bool:
        """Whether the alias files know the organization, and not only the words of a text."""
        return self.is_name(match.name)

    def is_name(self, words: str) -> bool:
        """Whether `words` are a name of an organization of the alias files, and not a text that holds one."""
        return bool(self.identities.handles(words)) or self.identities.country_of(words) is not None

    def owner(self, repository: str, where: Where) -> NodeRecord | None:
        """The organization whose account owns `repository`, where the rules know it."""
        match = self.identities.owner(repository.partition("/")[0])
        return self.organization(match, where) if match is not None else None


def remember(held: dict[Name, Kept], key: Name, value: Kept) -> None:
    """Keep `value`; all is let go when there is much, so that memory stays flat on tables of any length."""
    if len(held) >= REMEMBERED:
        held.clear()
    held[key] = value
