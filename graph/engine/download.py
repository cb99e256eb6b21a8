"""The jars from the Maven repository: in parallel, resumed, checked, each put in place whole or not at all."""

from __future__ import annotations

import hashlib
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.engine.lock import Jar
from graph.errors import SourceError, StorageError

if TYPE_CHECKING:
    import httpx

    from graph.engine.report import Report

WORKERS = 8
TRIES = 5
FLEETING = {408, 416, 425, 429, 500, 502, 503, 504}
HINT = "check the network, or name a reachable Maven repository in MAVEN_REPOSITORY_URL"


class _FleetingError(Exception):
    """A failure that another try may mend."""


@dataclass(slots=True)
class _Bytes:
    """How many bytes are here, told to the report by whichever thread got them."""

    task: str
    total: int
    report: Report
    done: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, count: int) -> None:
        """Count bytes that have arrived, and report them."""
        with self.lock:
            self.done += count
            self.report.progress(self.task, self.done, self.total)


@dataclass(frozen=True, slots=True)
class Download:
    """One run: where from, where to; `pause` is the first wait in seconds between tries, doubled each time.

    `task` is what its progress is shown under.
    """

    url: str
    folder: Path
    task: str = "Jars"
    pause: float = 0.4
    stopped: threading.Event = field(default_factory=threading.Event)


def missing_jars(jars: Sequence[Jar], folder: Path) -> list[Jar]:
    """Those of `jars` that are not in `folder` in their full size."""
    return [jar for jar in jars if _size(folder / jar.place) != jar.size]


def damaged_jars(jars: Sequence[Jar], folder: Path) -> list[Jar]:
    """Those of `jars` that are absent, or whose bytes in `folder` are not the pinned ones; reads them all."""
    return [jar for jar in jars if _size(folder / jar.place) != jar.size or _sha256(folder / jar.place) != jar.sha256]


def remove_strangers(jars: Sequence[Jar], folder: Path) -> list[Path]:
    """Jars in `folder` that the lock does not know, now deleted: a stale jar on the class path is a defect."""
    known = {folder / jar.place for jar in jars}
    strangers = [path for path in folder.glob("*/*.jar") if path not in known]
    for path in strangers:
        path.unlink()
    return strangers


def fetch_jars(jars: Sequence[Jar], download: Download, report: Report) -> None:
    """Fetch `jars` into the download's folder. SourceError names the first that does not come; the rest is kept."""
    bytes_ = _Bytes(download.task, sum(jar.size for jar in jars), report)
    for jar in jars:
        (download.folder / jar.folder).mkdir(parents=True, exist_ok=True)
    with _client() as client, ThreadPoolExecutor(WORKERS) as pool:
        waiting = [pool.submit(_fetch, client, jar, download, bytes_.add) for jar in jars]
        try:
            for one in waiting:
                one.result()
        except BaseException:
            download.stopped.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _client() -> httpx.Client:
    import httpx  # noqa: PLC0415 - needed at the first start alone

    # The system's store and SSL_CERT_FILE know company authorities; httpx's own bundle does not.
    return httpx.Client(
        verify=ssl.create_default_context(), timeout=httpx.Timeout(30, connect=10), follow_redirects=True
    )


def _fetch(client: httpx.Client, jar: Jar, download: Download, arrived: Callable[[int], None]) -> None:
    target = download.folder / jar.place
    part = target.with_name(f"{jar.name}.part")
    credited = 0

    def credit(size: int) -> None:  # a part thrown away is taken back from the bar
        nonlocal credited
        arrived(size - credited)
        credited = size

    for attempt in range(TRIES):
        if download.stopped.is_set():
            return
        try:
            with _storage(target):
                _receive(client, f"{download.url}/{jar.path}", part, jar, credit)
                _check(part, jar)
                part.replace(target)
        except _FleetingError as failure:
            if attempt == TRIES - 1:
                download.stopped.set()
                raise SourceError(str(failure), hint=HINT) from failure
            download.stopped.wait(download.pause * 2**attempt)
        else:
            return


def _receive(client: httpx.Client, url: str, part: Path, jar: Jar, credit: Callable[[int], None]) -> None:
    import httpx  # noqa: PLC0415 - needed at the first start alone

    here = min(_size(part) or 0, jar.size)
    if here == jar.size:
        return credit(here)
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={here}-"} if here else {})
    try:
        with client.stream("GET", url, headers=headers) as reply:
            _accept(reply, url)
            resumed = reply.status_code == httpx.codes.PARTIAL_CONTENT
            _write(reply, part, here if resumed else 0, credit)
    except httpx.HTTPError as error:
        raise _FleetingError(f"{public(url)} cannot be fetched: {str(error) or type(error).__name__}") from error
    except httpx.InvalidURL as error:
        raise SourceError(f"{url} is no address of a Maven repository: {error}", hint=HINT) from error
    return None


def _write(reply: httpx.Response, part: Path, have: int, credit: Callable[[int], None]) -> None:
    with part.open("ab" if have else "wb") as file:
        for chunk in reply.iter_raw():
            file.write(chunk)
            have += len(chunk)
            credit(have)


def _accept(reply: httpx.Response, url: str) -> None:
    if reply.status_code in FLEETING:
        raise _FleetingError(f"{public(url)} answers {reply.status_code}")
    if reply.status_code not in {200, 206}:
        raise SourceError(f"{public(url)} answers {reply.status_code} {reply.reason_phrase}", hint=HINT)


def _check(part: Path, jar: Jar) -> None:
    size = _size(part) or 0
    if size < jar.size:
        raise _FleetingError(f"{jar.name} broke off after {size} of {jar.size} bytes")
    found = _sha256(part)
    if size > jar.size or found != jar.sha256:
        part.unlink()
        raise _FleetingError(f"{jar.name} has the wrong checksum: found sha256 {found}, expected {jar.sha256}")


@contextmanager
def _storage(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror or error}") from error


def public(url: str) -> str:
    """`url` without a user name or password."""
    import httpx  # noqa: PLC0415 - needed at the first start alone

    return str(httpx.URL(url).copy_with(userinfo=b""))


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
