"""Who is who: the key of each node, made from what a source knows of it.

A `Ref` lists the keys that a node may be known by, the best first. A platform's id comes before a name,
a present name before a former one; the loader finds or creates the one node that all of them mean.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

GITHUB = "github"
HOSTED = ("Repository", "Developer")
"""Labels whose nodes have ids and change their names; the others are known by one key."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A node as a source names it: its label, and its keys (id, present name, then former names)."""

    label: str
    keys: tuple[str, ...]
    former: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The best key that this source knows."""
        return self.keys[0]


def repository(name: str, *, number: int | None = None, former: tuple[str, ...] = (), platform: str = GITHUB) -> Ref:
    """A repository by its `owner/name`, its platform's id where known, and its former names."""
    return _hosted("Repository", name, number, former, platform)


def developer(login: str, *, number: int | None = None, former: tuple[str, ...] = (), platform: str = GITHUB) -> Ref:
    """A developer by login, the platform's id where known, and former logins.

    A login may be digits alone, so its key carries an `@`: `github:@fzyzcjy`, `github:5236035`.
    """
    return _hosted(
        "Developer", f"@{login.strip().removeprefix('@')}", number, tuple(f"@{name}" for name in former), platform
    )


def _hosted(label: str, name: str, number: int | None, former: tuple[str, ...], platform: str) -> Ref:
    known = (f"{platform}:{number}",) if number is not None else ()
    return Ref(label, (*known, name_key(name, platform)), tuple(name_key(n, platform) for n in former))


def name_key(name: str, platform: str = GITHUB) -> str:
    """The key of a name on a platform: `github:deepseek-ai/deepep`."""
    return f"{platform}:{name.strip().lower()}"


def is_id(key: str) -> bool:
    """Whether `key` holds a platform's id and not a name."""
    number = key.partition(":")[2]
    return number.isascii() and number.isdigit()


def named(label: str, *parts: str) -> Ref:
    """A node known by its name alone: an organization, a domain's path, a product, a technique."""
    return Ref(label, ("/".join(slug(part) for part in parts if part),))


def coded(label: str, code: str) -> Ref:
    """A node whose name is a code: a country `CN`, a month `2025-04`, a snapshot."""
    return Ref(label, (code,))


def slug(text: str) -> str:
    """`text` in lower case, with runs of anything but letters and digits as one hyphen; other scripts are kept."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w]+", "-", plain, flags=re.UNICODE).strip("-_") or digest(text)[:12]


def digest(text: str) -> str:
    """The SHA-256 of `text`, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
