"""The alias files: what is shipped in `datasets/identity`, and a file of the user's that extends and overrides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ingest.alias_file import Entry, read_file
from ingest.folding import fold, squash

SHIPPED = Path(__file__).parent / "datasets" / "identity"


@dataclass(frozen=True, slots=True)
class Organization:
    """One organization of an alias file: canonical name, kind, seat, code-host accounts, other spellings."""

    name: str
    kind: str
    country: str | None = None
    handles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aliases:
    """What the alias files say. Keys are folded; a later file wins over an earlier one."""

    organizations: Mapping[str, Organization] = field(default_factory=dict)
    """by squashed canonical name"""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """squashed spelling -> squashed canonical name"""
    handles: Mapping[str, str] = field(default_factory=dict)
    """account in lower case -> squashed canonical name"""
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """folded name of a country -> ISO codes"""
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """folded name of a place within a country -> ISO codes"""
    not_places: frozenset[str] = frozenset()
    not_organizations: frozenset[str] = frozenset()
    logins: Mapping[str, str] = field(default_factory=dict)
    bots: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

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


@cache
def _shipped() -> Aliases:
    known = Aliases()
    for path in sorted(SHIPPED.glob("*.yml")):
        known = extend(known, read_file(path))
    return known


def extend(known: Aliases, entry: Entry) -> Aliases:
    """`known` with what `entry` adds; where both speak of the same name, `entry` wins."""
    organizations, spellings, handles = _with_organizations(known, entry)
    folded = {key: frozenset(fold(name) for name in names) for key, names in entry.lists.items()}
    bots, people = _lower(entry.lists["bots"]), _lower(entry.lists["people"])
    countries, places = _by_name(entry.maps["countries"]), _by_name(entry.maps["places"])
    said = frozenset(countries) | frozenset(places)
    return Aliases(
        organizations=organizations,
        spellings=spellings,
        handles=handles,
        countries=_without(known.countries, places) | countries,
        places=_without(known.places, countries) | places,
        not_places=(known.not_places - said) | folded["not_places"],
        not_organizations=(known.not_organizations - frozenset(_words(entry))) | folded["not_organizations"],
        logins={**known.logins, **{key.lower(): value for key, value in entry.logins.items()}},
        bots=(known.bots - people) | bots,
        people=(known.people - bots) | people,
    )


def _words(entry: Entry) -> set[str]:
    return {fold(text) for row in entry.organizations for text in (row.name, *row.aliases)}


def _with_organizations(known: Aliases, entry: Entry) -> tuple[dict[str, Organization], dict[str, str], dict[str, str]]:
    organizations, spellings, handles = dict(known.organizations), dict(known.spellings), dict(known.handles)
    for row in entry.organizations:
        key = squash(row.name)
        before = organizations.get(key)
        organizations[key] = Organization(
            row.name,
            row.kind or (before.kind if before else "unknown"),
            row.country or (before.country if before else None),
            tuple(dict.fromkeys((*(before.handles if before else ()), *row.handles))),
            tuple(dict.fromkeys((*(before.aliases if before else ()), *row.aliases))),
        )
        spellings.update(dict.fromkeys((squash(text) for text in (row.name, *row.aliases)), key))
        handles.update(dict.fromkeys((handle.lower() for handle in row.handles), key))
    return organizations, spellings, handles


def _by_name(codes: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for code, spellings in codes.items():
        for spelling in spellings:
            names.setdefault(fold(spelling), set()).add(code)
    return {name: frozenset(found) for name, found in names.items()}


def _without(known: Mapping[str, frozenset[str]], said: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {name: codes for name, codes in known.items() if name not in said}


def _lower(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)
