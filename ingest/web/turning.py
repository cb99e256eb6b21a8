"""Which page of a list an address or an answer means."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from ingest.web.replies import Reply


def page_number(address: str) -> int | None:
    """The `page` of an address, or None where it has none."""
    found = parse_qs(urlsplit(address).query).get("page", [""])[0]
    return int(found) if found.isascii() and found.isdigit() else None


def last_page(reply: Reply) -> int:
    """The number of the last page, as the answer's links tell; 0 where they do not."""
    return page_number(reply.links.get("last", "")) or 0
