"""Who the people of a history are: accounts by the rules of their host, and others linked to these by name or address.

Addresses stay in memory. Somebody whom no rule gives an account is nobody, and counted as such.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest.sources.git.hosts import Host
from ingest.sources.git.log import Identity

_ANYBODY = frozenset(
    {
        *(
            "admin",
            "administrator",
            "anonymous",
            "author",
            "default",
            "developer",
            "ec2user",
            "github",
            "githubactions",
        ),
        *("gitlab", "guest", "jenkins", "localhost", "nobody", "noname", "noreply", "runner", "tester", "ubuntu"),
        *("githubactions", "unknown", "username", "vagrant", "youremail", "yourname", "yourusername"),
    }
)
"""Names that say nothing. Shorter ones of a single word say nothing anyway."""
_NOWHERE = frozenset({b"", b"localhost", b"localhost.localdomain", b"example.com", b"example.org", b"example.net"})
_NOBODYS = (b"noreply@", b"no-reply@", b"root@", b"you@", b"users@noreply")
_SHORTEST_WORD = 5

Sign = str | bytes
"""What tells an account: a folded name, or an address."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account on the code host: login, and id where an address told it."""

    login: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """To whom an identity was given: the account, and whether by a link of name or address alone."""

    account: Account
    linked: bool = False


@dataclass(slots=True)
class Accounts:
    """The accounts that a history names, under one login each: the newest that an id had, as it was written first.

    Feed it newest first.
    """

    _by_number: dict[int, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _spelled: dict[str, str] = field(default_factory=dict)
    _former: dict[int, dict[str, None]] = field(default_factory=dict)

    def add(self, login: str, number: int | None) -> None:
        """Note that a history names this account."""
        low = login.lower()
        self._spelled.setdefault(low, login)
        if number is None:
            return
        newest = self._by_number.setdefault(number, low)
        if newest != low:
            self._former.setdefault(number, {})[low] = None
        self._numbers.setdefault(low, number)

    def of(self, login: str, number: int | None = None) -> Account:
        """The account that a login, or the id beside it, means."""
        low = login.lower()
        number = self._numbers.get(low) if number is None else number
        newest = self._by_number.get(number, low) if number is not None else low
        return Account(self._spelled.get(newest, login), number)

    def former(self) -> list[tuple[Account, tuple[str, ...]]]:
        """The accounts that had other logins before, with those that nobody else has taken since."""
        return [
            (self.of(self._by_number[number], number), tuple(self._spelled[low] for low in sorted(free)))
            for number, logins in sorted(self._former.items())
            if (free := [low for low in logins if self._numbers[low] == number])
        ]

    def by_word(self) -> dict[Sign, Account | None]:
        """The accounts by the letters and digits of their logins; None where two are alike in these."""
        return unambiguous((fold(login), self.of(login)) for login in self._spelled)


def resolve(
    identities: Iterable[Identity], mentioned: Iterable[str], host: Host
) -> tuple[dict[Identity, Person], Accounts]:
    """The person behind each identity that has one, and all accounts; identities come newest first.

    `mentioned` are logins that no address told, such as those of merge commits.
    """
    identities = list(identities)
    accounts = Accounts()
    hidden = {identity: found for identity in identities if (found := _hidden(identity, host)) is not None}
    for login, number in hidden.values():
        accounts.add(login, number)
    for login in mentioned:
        accounts.add(login, None)
    sure = {identity: accounts.of(*found) for identity, found in hidden.items()}
    linked = _linked(identities, sure, accounts)
    people = {identity: Person(account, linked=True) for identity, account in linked.items()}
    return people | {identity: Person(account) for identity, account in sure.items()}, accounts


def _hidden(identity: Identity, host: Host) -> tuple[str, int | None] | None:
    """Login and id that a no-reply address of the host holds."""
    for address in (identity.written, identity.address):
        if (found := host.private.fullmatch(address)) is not None:
            number = found["id"]
            return found["login"].decode("ascii"), int(number) if number else None
    return None


def _linked(
    identities: list[Identity], sure: Mapping[Identity, Account], accounts: Accounts
) -> dict[Identity, Account]:
    """Identities without a no-reply address that share a telling name or address with exactly one account."""
    others = [identity for identity in identities if identity not in sure]
    names = unambiguous((fold_name(identity.name), account) for identity, account in sure.items())
    words = accounts.by_word()
    by_name: dict[Identity, Account] = {}
    for identity in others:
        name = fold_name(identity.name)
        account = names[name] if name in names else words.get(name)
        if name and account is not None:
            by_name[identity] = account
    known = {**sure, **by_name}.items()
    addresses = unambiguous((sign, account) for identity, account in known for sign in _telling(identity))
    found = {identity: _one(addresses.get(address) for address in _telling(identity)) for identity in others}
    return {identity: account for identity in others if (account := found[identity] or by_name.get(identity))}


def unambiguous(known: Iterable[tuple[Sign, Account]]) -> dict[Sign, Account | None]:
    """The account of each sign; None for a sign that several accounts share."""
    found: dict[Sign, Account | None] = {}
    for sign, account in known:
        found[sign] = account if found.get(sign, account) == account else None
    return found


def _one(accounts: Iterable[Account | None]) -> Account | None:
    some = {account for account in accounts if account is not None}
    return next(iter(some)) if len(some) == 1 else None


def _telling(identity: Identity) -> list[bytes]:
    """The addresses of an identity that one person alone can have."""
    return sorted({address.lower() for address in (identity.address, identity.written) if _is_somebodys(address)})


def _is_somebodys(address: bytes) -> bool:
    low = address.lower()
    domain = low.rpartition(b"@")[2]
    return b"@" in low and domain not in _NOWHERE and not domain.endswith(b".local") and not low.startswith(_NOBODYS)


def fold_name(name: bytes) -> str:
    """A name in letters and digits alone; empty for one that many people may have."""
    text = name.decode("utf-8", "backslashreplace")
    plain = fold(text)
    if plain in _ANYBODY or (plain.isascii() and len(plain) < _SHORTEST_WORD and len(text.split()) == 1):
        return ""
    return plain


def fold(text: str) -> str:
    """Letters and digits of a text, in one case and width."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
