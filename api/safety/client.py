"""Who asks, as far as places and rates go."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

CALLER = "caller"
"""Where the state of a request holds whose token it shows."""
SITE_BITS = 64
"""One customer has at least so large a network of IPv6: its addresses are one client."""


def client_of(request: HTTPConnection) -> str:
    """Whose token is shown, or the address of whoever asks; of IPv6 its network."""
    caller = getattr(request.state, CALLER, None)
    if caller is not None:
        return str(caller.id)
    return network_of(request.client.host) if request.client else ""


def network_of(address: str) -> str:
    """`address`, or the network that it belongs to where one client has many."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or ip_network((found, SITE_BITS), strict=False))
