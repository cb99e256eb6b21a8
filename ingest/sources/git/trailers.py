"""Co-authors, out of the trailers that name them."""

from __future__ import annotations

from functools import lru_cache

from ingest.sources.git.log import Identity

REMEMBERED = 4_096


@lru_cache(maxsize=REMEMBERED)
def co_authors(trailers: bytes) -> tuple[Identity, ...]:
    """The identities that trailers name, each once, in their order; trailers are parted by the unit separator."""
    found = [_identity(trailer) for trailer in trailers.split(b"\x1f")] if trailers else []
    return tuple(dict.fromkeys(identity for identity in found if identity is not None))


def _identity(trailer: bytes) -> Identity | None:
    """Name and address of `Name <address>`."""
    name, opened, rest = trailer.rpartition(b"<")
    address = rest.partition(b">")[0].strip()
    return Identity(name.strip(), address, address) if opened and b"@" in address else None
