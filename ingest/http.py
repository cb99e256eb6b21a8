"""One client for all remote sources: JSON, pages, tries, limits, a cache that asks before it answers.

    client = Client("GitHub", "https://api.github.com", token=desk.token, cache=desk.room("github") / "cache")
    client.fetch("/repos/owner/name").object
    for reply in client.pages("/repos/owner/name/releases", {"per_page": 100}): reply.rows

Errors are those of `ingest.web.replies`. The token goes into the header of requests to the service's own host
and nowhere else. Files come by `ingest.web.download.download(client, address, path)`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx
import tenacity

from graph.errors import BadInputError, RateLimitedError, SourceError
from ingest.web.limits import CORE, Limits
from ingest.web.replies import FleetingError, Json, Reply, read_reply
from ingest.web.transport import Token, TokenTransport, asked_anew, cached, checked_token, wire
from ingest.web.turning import last_page, page_number

TRIES = 6
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
PATIENCE = 120.0
"""Seconds that a call waits by itself when a service asks for it; longer waits are a RateLimitedError."""
TIMEOUT = httpx.Timeout(60, connect=15)
MOST_REDIRECTS = 5
AGENT = "ossatlas"

Params = Mapping[str, str | int]
Check = Callable[[Reply], None]


def _no_token() -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Pace:
    """How a client waits: `patience` is how many seconds at most by itself; `sleep` and `clock` are in seconds.

    Without a `sleep` it waits until the time is over or the client is stopped.
    """

    patience: float = PATIENCE
    sleep: Callable[[float], None] | None = None
    clock: Callable[[], float] = time.time


class Client:
    """Asks one service. Safe for several threads; close it, or use it in a `with`.

    service: its name in messages. address: its base address, to which paths are added.
    cache: a folder for answers that `fetch(..., keep=True)` asked for. transport: the wire, for tests.
    """

    def __init__(
        self, service: str, address: str, *, token: Token = _no_token, cache: Path | None = None,
        pace: Pace | None = None, transport: httpx.BaseTransport | None = None,
    ) -> None:  # fmt: skip
        self.service, self.base = service, base_address(service, address)
        self.pace = pace or Pace()
        self.limits = Limits()
        self.calls = 0
        self._token = token
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        inner = TokenTransport(transport or wire(self.base), self.base, token)
        self._plain = self._open(inner)
        self._cached = self._open(cached(inner, cache)) if cache is not None else self._plain

    def _open(self, transport: httpx.BaseTransport) -> httpx.Client:
        return httpx.Client(
            transport=transport, timeout=TIMEOUT, follow_redirects=True, max_redirects=MOST_REDIRECTS,
            headers={"User-Agent": AGENT}, trust_env=False,
        )  # fmt: skip

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Close connections and cache."""
        self.close()

    def stop(self) -> None:
        """Let no further call out: threads that are under way end with a SourceError at their next one."""
        self._stopped.set()

    def sleep(self, seconds: float) -> None:
        """Wait, unless the client is stopped."""
        if self.pace.sleep is not None:
            self.pace.sleep(seconds)
        else:
            self._stopped.wait(seconds)

    def close(self) -> None:
        """Close connections and cache."""
        self._plain.close()
        if self._cached is not self._plain:
            self._cached.close()

    @property
    def has_token(self) -> bool:
        """Whether calls go out with a token; a BadInputError where it cannot be one."""
        return checked_token(self._token()) is not None

    def fetch(
        self, path: str, params: Params | None = None, *, headers: Mapping[str, str] | None = None,
        keep: bool = False, kind: str = CORE,
    ) -> Reply:  # fmt: skip
        """The answer to GET `path`. One to `keep` stays on disk and costs nothing while the service says it holds.

        Keep nothing that has personal words in it. `kind` is the limit that the call counts against.
        """
        web = self._cached if keep else self._plain
        extra = {**(headers or {}), **(asked_anew() if keep else {})}
        request = web.build_request("GET", self.address(path), params=params or None, headers=extra)
        return self.retrying()(self._once, web, request, kind)

    def post(
        self, path: str, data: Mapping[str, object], *, kind: str = CORE, check: Check | None = None, tries: int = TRIES
    ) -> Reply:  # fmt: skip
        """The answer to POST `path` with `data` as JSON. It is tried again like a GET: use it for questions only.

        `check` may refuse an answer by raising an error, which is treated as if the status had told it.
        """
        request = self._plain.build_request("POST", self.address(path), json=data)
        return self.retrying(tries)(self._once, self._plain, request, kind, check)

    def pages(
        self, path: str, params: Params | None = None, *, headers: Mapping[str, str] | None = None, keep: bool = False
    ) -> Iterator[Reply]:
        """The pages of a list by their Link headers, wherever these lead on this host; a lost page is a SourceError."""
        reply = self.fetch(path, params, headers=headers, keep=keep)
        last, seen = last_page(reply), set[str]()
        while True:
            yield reply
            link = reply.links.get("next")
            if link is None:
                break
            if link in seen:
                raise SourceError(f"{self.service}: the pages of {reply.address} lead in a circle")
            seen.add(link)
            number = page_number(link)
            reply = self.fetch(link, headers=headers, keep=keep)
            last = max(last, last_page(reply))
            if "next" not in reply.links and number is not None and number < last:
                raise SourceError(f"{self.service}: {reply.address} breaks off at page {number} of {last}")

    def address(self, path: str) -> str:
        """The whole address of `path`. A whole address keeps its path and query and gets this service's host."""
        if "://" not in path:
            return f"{self.base}{path}" if path.startswith("/") else f"{self.base}/{path}"
        link = httpx.URL(path)
        return str(link.copy_with(scheme=self.base.scheme, host=self.base.host, port=self.base.port, userinfo=b""))

    def stream(self, address: str, headers: Mapping[str, str]) -> httpx.Response:
        """An answer whose body is still to be read and closed; one try, and no status is an error here."""
        request = self._plain.build_request("GET", self._file(address), headers=headers)
        try:
            return self._plain.send(request, stream=True)
        except httpx.HTTPError as error:
            raise _fleeting(self.service, request, error) from error

    def _file(self, address: str) -> str:
        return address if "://" in address else self.address(address)

    def retrying(self, tries: int = TRIES) -> tenacity.Retrying:
        """The tries of one call: again after what may mend, with growing pauses that differ between threads."""
        pause = tenacity.wait_random_exponential(FIRST_PAUSE, LONGEST_PAUSE)
        return tenacity.Retrying(
            sleep=self.sleep,
            stop=tenacity.stop_after_attempt(tries),
            wait=lambda state: 0.0 if _asks_to_wait(state) else pause(state),
            retry=tenacity.retry_if_exception(self._mends),
            reraise=True,
        )

    def _mends(self, error: BaseException) -> bool:
        if isinstance(error, RateLimitedError):
            return error.retry_after <= self.pace.patience
        return isinstance(error, FleetingError)

    def _once(self, web: httpx.Client, request: httpx.Request, kind: str, check: Check | None = None) -> Reply:
        self.hold(kind)
        with self._lock:
            self.calls += 1
        try:
            answer = web.send(request)
        except httpx.TooManyRedirects as error:
            raise SourceError(f"{self.service}: {request.url.path} is redirected without end") from error
        except httpx.InvalidURL as error:
            raise SourceError(f"{self.service}: {request.url.path} is redirected to no address") from error
        except httpx.HTTPError as error:
            raise _fleeting(self.service, request, error) from error
        return self._read(answer, check)

    def _read(self, answer: httpx.Response, check: Check | None) -> Reply:
        self.limits.learn(answer)
        try:
            reply = read_reply(answer, self.service, self.pace.clock(), self._token() or "")
            if check is not None:
                check(reply)
            return reply  # noqa: TRY300 - the error of `check` is one of the answer
        except RateLimitedError as error:
            self.limits.close_for(error.retry_after, self.pace.clock())
            raise

    def hold(self, kind: str = CORE) -> None:
        """Wait until the service takes a call of this kind; RateLimitedError where that is beyond our patience."""
        if self._stopped.is_set():
            raise SourceError(f"{self.service} is not asked any more: the work was stopped")
        wait = self.limits.wait(kind, self.pace.clock())
        if wait > self.pace.patience:
            raise RateLimitedError(self.service, wait)
        if wait > 0:
            self.sleep(wait)


def base_address(service: str, address: str) -> httpx.URL:
    """The base address of a service, without a slash at its end; a BadInputError where it is none."""
    try:
        url = httpx.URL(address.strip().rstrip("/"))
    except httpx.InvalidURL as error:
        raise BadInputError(f"the address of {service} is no address: {error}") from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise BadInputError(f"the address of {service} has to begin with https:// or http:// and name a host")
    return url.copy_with(userinfo=b"", query=None, fragment=None)


def _asks_to_wait(state: tenacity.RetryCallState) -> bool:
    """Whether the failure told how long to wait: then `hold` waits before the next try."""
    return state.outcome is not None and isinstance(state.outcome.exception(), RateLimitedError)


def _fleeting(service: str, request: httpx.Request, error: httpx.HTTPError) -> FleetingError:
    """What went wrong on the way: nobody was reached, or a call broke off."""
    words = str(error) or type(error).__name__
    if isinstance(error, httpx.ConnectError):
        hint = "is this machine connected, and the address right?"
        return FleetingError(f"{service} cannot be reached at {request.url.host}: {words}", hint=hint)
    return FleetingError(f"{service}: {request.url.path} cannot be fetched: {words}")


__all__ = ["Client", "Json", "Pace", "Params", "Reply"]
