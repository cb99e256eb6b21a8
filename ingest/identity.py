"""Who people are: employers, countries, look-alike logins and machines. The one door to these rules.

Pure: nothing is read but the shipped alias files (and the user's), once. `docs/identity.md` lists every rule
with its confidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.aliases import Aliases, Organization, alias_files, load_aliases
from ingest.bots import bot_rule, busy_rule
from ingest.countries import CountryReading, chinese_names, country_name, read_countries
from ingest.domains import employer_of_domain
from ingest.folding import is_chinese
from ingest.logins import canonical_login
from ingest.organizations import OrganizationMatch, OrganizationReading, owner_of, read_organizations

__all__ = [
    "CountryReading",
    "Identities",
    "OrganizationMatch",
    "OrganizationReading",
    "chinese_names",
    "country_name",
]


@dataclass(frozen=True, slots=True)
class Identities:
    """The rules with their alias files; make one with `Identities.load`."""

    aliases: Aliases
    files: tuple[Path, ...] = ()

    @staticmethod
    def load(user_file: Path | None = None) -> Identities:
        """The shipped aliases, extended and overridden by `user_file`; a broken one is a BadInputError."""
        return Identities(load_aliases(user_file), alias_files(user_file))

    def organizations(self, text: str) -> OrganizationReading:
        """The organizations that the company field `text` names; none, with the reason, where it names none."""
        return read_organizations(self.aliases, text)

    def countries(self, text: str) -> CountryReading:
        """The countries that the location `text` lies in; none, with reason and candidates, where it does not tell."""
        return read_countries(self.aliases, text)

    def login(self, login: str) -> str:
        """The login that `login` means: look-alikes, hidden letters and a leading @ are undone."""
        return canonical_login(self.aliases, login)

    def bot(self, login: str, account_type: str = "") -> str | None:
        """The rule by which `login` is a machine's account, or None for a person's."""
        return bot_rule(self.aliases, self.login(login), account_type)

    def busy(self, login: str, month: str, counts: Mapping[str, int]) -> str | None:
        """Why what `login` did in `month` is more than a person does, or None; `counts` are sums over repositories.

        For accounts of which `bot` tells nothing; goes into `bot_reason` as its evidence.
        """
        return busy_rule(self.aliases, self.login(login), month, counts)

    def owner(self, handle: str) -> OrganizationMatch | None:
        """The organization whose code-host account is `handle`, or None where the alias files do not know."""
        return owner_of(self.aliases, handle)

    def employer_of_domain(self, domain: str) -> OrganizationMatch | None:
        """The organization whose people have mail at `domain` or below it; None for public providers and unknown ones.

        For use in flight: store the domain or the organization, never an address.
        """
        return employer_of_domain(self.aliases, domain)

    def handles(self, name: str) -> tuple[str, ...]:
        """The known code-host accounts of the organization `name`; empty where none is known."""
        known = self._known(name)
        return tuple(one for one in known.handles if self.aliases.owning(one) == known) if known else ()

    def chinese_names(self, name: str) -> tuple[str, ...]:
        """The names of the organization `name` in Chinese signs; empty where none is known."""
        known = self._known(name)
        return tuple(filter(is_chinese, known.aliases)) if known else ()

    def country_of(self, organization: str) -> str | None:
        """ISO code of the organization's seat, or None where the alias files do not know."""
        known = self._known(organization)
        return known.country if known else None

    def _known(self, name: str) -> Organization | None:
        return self.aliases.named(name)
