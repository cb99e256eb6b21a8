"""The way to the wire: the cache outside, the token inside, so that the cache never sees it."""

from __future__ import annotations

import logging
import re
import sqlite3
import ssl
import urllib.request
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from graph.errors import BadInputError

if TYPE_CHECKING:
    import hishel

log = logging.getLogger(__name__)

Token = Callable[[], str | None]
CACHE_FILE = "replies.db"
CACHE_BYTES = 256 << 20
_TOKEN = re.compile(r"[\x21-\x7e]+")
_MAIL = re.compile(rb"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""E-mail addresses, as people write theirs into descriptions."""
_ASK_ANEW = {"Cache-Control": "no-cache"}


class TokenTransport(httpx.BaseTransport):
    """Adds the token to requests to one host, and to no other: what is redirected elsewhere goes without it."""

    def __init__(self, inner: httpx.BaseTransport, home: httpx.URL, token: Token) -> None:
        self._inner, self._home, self._token = inner, home, token

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer; the request that callers, caches and errors hold stays without the token."""
        token = checked_token(self._token()) if same_host(request.url, self._home) else None
        if token is None:
            return self._inner.handle_request(request)
        headers = httpx.Headers([*request.headers.raw, (b"Authorization", f"Bearer {token}".encode())])
        sent = httpx.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        return self._inner.handle_request(sent)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


def checked_token(token: str | None) -> str | None:
    """The token without space around it, None where it is empty; a BadInputError that does not show it else."""
    token = (token or "").strip()
    if token and _TOKEN.fullmatch(token) is None:
        raise BadInputError("the token holds spaces or other characters that no token has; set GITHUB_TOKEN anew")
    return token or None


def same_host(one: httpx.URL, other: httpx.URL) -> bool:
    """Whether two addresses lead to the same scheme, host and port."""
    return (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


def wire(home: httpx.URL) -> httpx.BaseTransport:
    """Connections with the system's certificates, which know company authorities, through the system's proxy."""
    return httpx.HTTPTransport(verify=_certificates(), proxy=_proxy(home))


@cache
def _certificates() -> ssl.SSLContext:
    """The system's certificates, read once: that takes longer than many a call."""
    return ssl.create_default_context()


def _proxy(home: httpx.URL) -> str | None:
    """The proxy that the system names for this host; httpx asks for none where the transport is ours."""
    if urllib.request.proxy_bypass(home.host):
        return None
    return urllib.request.getproxies().get(home.scheme)


def cached(inner: httpx.BaseTransport, folder: Path) -> httpx.BaseTransport:
    """`inner` behind a cache on disk, which answers only after the service said that nothing changed (ETag)."""
    from hishel import SqliteStorage  # noqa: PLC0415 - only where a cache is asked for
    from hishel.httpx import CacheTransport  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    forget_unsound(folder / CACHE_FILE)
    storage = SqliteStorage(database_path=folder / CACHE_FILE, default_ttl=None, max_size=CACHE_BYTES)
    return CacheTransport(_Plain(inner), storage=storage, rfc=_options())


def forget_unsound(file: Path) -> None:
    """Delete a cache that is damaged: all in it can be fetched again, and it would go on failing."""
    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(file)) as held:
            sound = held.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.OperationalError:
        return  # another process is writing it
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        log.warning("the cache %s was damaged and begins anew", file)
        for path in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal"))):
            path.unlink(missing_ok=True)


def _options() -> hishel.CacheOptions:
    return {"shared": False, "supported_methods": ["GET"], "allow_stale": False}


class _Plain(httpx.BaseTransport):
    """Drops what a cache may not hold: cookies, `Vary` on the token that it does not know, and e-mail addresses."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer without them, its body unpacked."""
        answer = self._inner.handle_request(request)
        try:
            body = _MAIL.sub(b"", answer.read())
        finally:
            answer.close()
        dropped = ("set-cookie", "vary", "content-encoding", "content-length", "transfer-encoding")
        headers = [(name, text) for name, text in answer.headers.raw if name.decode().lower() not in dropped]
        return httpx.Response(answer.status_code, headers=headers, content=body, extensions=answer.extensions)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


def asked_anew() -> dict[str, str]:
    """Headers of a request that the cache may answer only after asking the service."""
    return dict(_ASK_ANEW)
