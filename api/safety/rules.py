"""The rules by which one server keeps itself, out of the settings and the address that it listens on."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.settings import Settings

ANY = "*"
OWN_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")


@dataclass(frozen=True, slots=True)
class Rules:
    """Whom a server answers and how much; the defaults are those of a server that only this machine reaches.

    `hosts` it answers for, `origins` whose pages may ask it (CORS), `proxies` whose word on the client is taken,
    `rate` of requests for each client (empty: no limit), most bytes of a request, seconds until its answer begins.
    """

    hosts: tuple[str, ...] = OWN_NAMES
    origins: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    rate: str = ""
    request_bytes: int = 2**20
    request_seconds: float = 120.0


def rules_of(settings: Settings, host: str) -> Rules:
    """The rules of a server that listens on `host`."""
    named = parts(settings.allowed_hosts)
    own = OWN_NAMES if named or is_loopback(host) else (ANY,)
    return Rules(
        hosts=(*named, *own),
        origins=parts(settings.allowed_origins),
        proxies=parts(settings.trusted_proxies),
        rate=settings.rate_limit,
        request_bytes=settings.request_bytes,
        request_seconds=settings.request_seconds,
    )


def parts(text: str) -> tuple[str, ...]:
    """The parts of a setting that lists, with commas between."""
    return tuple(part for part in (part.strip() for part in text.split(",")) if part)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens on `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
