"""Whose mail a domain is: `cs.tsinghua.edu.cn` is Tsinghua University's, `gmail.com` is nobody's employer."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from ingest.folding import clean

if TYPE_CHECKING:
    from ingest.aliases import Aliases
    from ingest.organizations import OrganizationMatch

BY_DOMAIN = 0.9
"""People keep an address after they left, and some have one for other reasons than work."""
_FORMER = frozenset({"alum", "alumni", "alumnus", "alumna", "alumnos", "emeritus", "retired"})
_LONGEST = 253
_DOMAIN = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+")


def plain_domain(text: str) -> str:
    """`text` as a domain in lower case and ASCII, without the first half of an address; empty where it is none."""
    host = clean(text).lower().rpartition("@")[2].strip(".<> ")
    with suppress(UnicodeError):
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    return host if len(host) <= _LONGEST and _DOMAIN.fullmatch(host) else ""


def owner_of_domain(aliases: Aliases, domain: str) -> str:
    """The known domain that `domain` is or lies below; empty for public providers, graduates' ones and unknown ones."""
    labels = plain_domain(domain).split(".")
    for start in range(len(labels) - 1):
        name = ".".join(labels[start:])
        if name in aliases.lists["mail_providers"] or labels[start] in _FORMER:
            return ""
        if name in aliases.domains:
            return name
    return ""


def employer_of_domain(aliases: Aliases, domain: str) -> OrganizationMatch | None:
    """The organization that the alias files know by `domain`, or by the nearest domain above it; None for others.

    None as well for public mail providers, and for addresses that graduates keep (`alumni.example.edu`).
    """
    from ingest.organizations import OrganizationMatch  # noqa: PLC0415 - which reads names by way of this module

    name = owner_of_domain(aliases, domain)
    if not name:
        return None
    known = aliases.organizations[aliases.domains[name]]
    return OrganizationMatch(known.name, known.kind, BY_DOMAIN, f"mail domain: {name}")
