"""The alias files: what is shipped in `datasets/identity`, and a file of the user's that extends and overrides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ingest.alias_file import LISTS, MAPS, Entry, read_file
from ingest.folding import fold, squash

SHIPPED = Path(__file__).parent / "datasets" / "identity"
_AS_THEY_STAND = ("bots", "people", "mail_providers")

Codes = Mapping[str, frozenset[str]]
"""Folded name -> ISO codes of the countries that it may lie in."""


@dataclass(frozen=True, slots=True)
class Organization:
    """One organization of an alias file: canonical name, kind, seat, code-host accounts, other spellings, domains."""

    name: str
    kind: str
    country: str | None = None
    handles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aliases:
    """What the alias files say, with folded keys; a later file wins over an earlier one.

    organizations: by squashed canonical name. spellings: squashed spelling to that. handles: account in lower case to
    that. domains: mail domain to that. maps: names of `countries`, `regions`, `state_codes`, `cities` and `demonyms`.
    lists: the sections that are lists of names.
    """

    organizations: Mapping[str, Organization] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    handles: Mapping[str, str] = field(default_factory=dict)
    domains: Mapping[str, str] = field(default_factory=dict)
    maps: Mapping[str, Codes] = field(default_factory=lambda: {name: {} for name in MAPS})
    lists: Mapping[str, frozenset[str]] = field(default_factory=lambda: {name: frozenset() for name in LISTS})
    logins: Mapping[str, str] = field(default_factory=dict)

    def named(self, spelling: str) -> Organization | None:
        """The organization that `spelling` (in any case and width) means, or None."""
        name = self.spellings.get(squash(spelling))
        return None if name is None else self.organizations[name]

    def owning(self, handle: str) -> Organization | None:
        """The organization behind the account `handle`, or None."""
        name = self.handles.get(handle.lower())
        return None if name is None else self.organizations[name]


def load_aliases(user_file: Path | None = None) -> Aliases:
    """The shipped aliases, extended and overridden by `user_file`; a broken one is a BadInputError."""
    shipped = _shipped()
    return shipped if user_file is None else extend(shipped, read_file(user_file))


def alias_files(user_file: Path | None = None) -> tuple[Path, ...]:
    """The files that `load_aliases` reads, in their order: what is read with other aliases is another reading."""
    return (*sorted(SHIPPED.glob("*.yml")), *([user_file] if user_file else []))


@cache
def _shipped() -> Aliases:
    known = Aliases()
    for path in alias_files():
        known = extend(known, read_file(path))
    return known


def extend(known: Aliases, entry: Entry) -> Aliases:
    """`known` with what `entry` adds; where both speak of the same name, `entry` wins."""
    organizations, spellings, handles = _with_organizations(known, entry)
    said = {name: _folded(name, words) for name, words in entry.lists.items()}
    maps = {name: _by_name(codes) for name, codes in entry.maps.items()}
    placed = frozenset(name for codes in maps.values() for name in codes)
    # What an entry says of a name replaces what was known of it under any other heading.
    unsaid = {
        "not_places": placed,
        "not_organizations": frozenset(fold(text) for row in entry.organizations for text in (row.name, *row.aliases)),
        "bots": said["people"],
        "people": said["bots"],
    }
    return Aliases(
        organizations=organizations,
        spellings=spellings,
        handles=handles,
        domains=_with_domains(known, entry),
        maps={name: _without(known.maps[name], placed) | maps[name] for name in MAPS},
        lists={name: (known.lists[name] - unsaid.get(name, frozenset())) | said[name] for name in LISTS},
        logins={**known.logins, **{key.lower(): value for key, value in entry.logins.items()}},
    )


def _folded(section: str, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() if section in _AS_THEY_STAND else fold(name) for name in names)


def _with_organizations(known: Aliases, entry: Entry) -> tuple[dict[str, Organization], dict[str, str], dict[str, str]]:
    organizations, handles = dict(known.organizations), dict(known.handles)
    refused = {squash(text) for text in entry.lists["not_organizations"]}
    spellings = {text: name for text, name in known.spellings.items() if text not in refused}
    for row in entry.organizations:
        key = squash(row.name)
        before = organizations.get(key, Organization(row.name, "unknown"))
        organizations[key] = Organization(
            row.name,
            row.kind or before.kind,
            row.country or before.country,
            tuple(dict.fromkeys((*before.handles, *row.handles))),
            tuple(dict.fromkeys((*before.aliases, *row.aliases))),
            tuple(dict.fromkeys((*before.domains, *row.domains))),
        )
        spellings.update(dict.fromkeys((squash(text) for text in (row.name, *row.aliases)), key))
        handles.update(dict.fromkeys((handle.lower() for handle in row.handles), key))
    return organizations, spellings, handles


def _with_domains(known: Aliases, entry: Entry) -> dict[str, str]:
    """Mail domains by organization; one that the entry lists as a public provider's is nobody's."""
    public = frozenset(entry.lists["mail_providers"])
    before = {domain: name for domain, name in known.domains.items() if domain not in public}
    return before | {domain: squash(row.name) for row in entry.organizations for domain in row.domains}


def _by_name(codes: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for code, spellings in codes.items():
        for spelling in spellings:
            names.setdefault(fold(spelling), set()).add(code)
    return {name: frozenset(found) for name, found in names.items()}


def _without(known: Codes, said: frozenset[str]) -> dict[str, frozenset[str]]:
    return {name: codes for name, codes in known.items() if name not in said}
