"""What an affiliation file tells, whatever its format: people with their stints, and whose mail a domain is.

Mail addresses live in these values while files are read, and in nothing that leaves them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.errors import BadRowError

NOREPLY = re.compile(r"(?:(?P<number>\d+)\+)?(?P<login>[\w-]+(?:\[bot\])?)@users\.noreply\.github\.com", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@!,;<>]+[@!][^\s@!,;<>]+")
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})(?:\[bot\])?")


@dataclass(frozen=True, slots=True)
class Stint:
    """A time at an employer, as the file's line `line` words it: from the day `since`, up to and without `until`."""

    employer: str
    since: str
    until: str
    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a file: logins on GitHub (none where the file has none), addresses, stints, country, machine."""

    line: int
    logins: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    stints: tuple[Stint, ...] = ()
    country: str = ""
    bot: bool = False

    @property
    def known_logins(self) -> tuple[str, ...]:
        """The logins that the file has, else those in GitHub's addresses that hide the real one."""
        found = self.logins or tuple(match["login"] for text in self.addresses if (match := NOREPLY.fullmatch(text)))
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Owned:
    """A domain and the employer whose people have mail there."""

    domain: str
    employer: str
    line: int


Told = Person | Owned | BadRowError
Telling = Iterator[Told]


def addresses_in(text: str) -> tuple[str, ...]:
    """The mail addresses in `text`, also those with `!` in place of the `@`, in lower case."""
    return tuple(dict.fromkeys(found.replace("!", "@").lower() for found in _ADDRESS.findall(text)))


def login_in(text: str) -> str:
    """The login that `text` is (an asterisk after it says that the list has it twice); empty where it is none."""
    plain = text.strip().removeprefix("@").rstrip("*").strip()
    return plain if _LOGIN.fullmatch(plain) else ""


def united(first: Person, second: Person) -> Person:
    """One person of two entries that share an address."""
    return replace(
        first,
        logins=tuple(dict.fromkeys((*first.logins, *second.logins))),
        addresses=tuple(dict.fromkeys((*first.addresses, *second.addresses))),
        stints=(*first.stints, *second.stints),
    )
