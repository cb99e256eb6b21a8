"""Files from a remote source: resumed where they broke off, whole or not there at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from graph.errors import StorageError
from ingest.web.replies import FleetingError, plain, refuse

if TYPE_CHECKING:
    from ingest.http import Client

PART, MARK = ".part", ".part.mark"
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file that arrived: where it is, its size in bytes, its SHA-256 in hex, and whether it was resumed."""

    path: Path
    size: int
    sha256: str
    resumed: bool = False


def _nobody(_: int) -> None:
    """Tell nobody."""


def download(client: Client, address: str, path: Path, *, arrived: Callable[[int], None] = _nobody) -> Downloaded:
    """The file at `address` (whole, or a path of the client's service), now at `path`.

    What came before a break stays in `<path>.part` and is continued while the service says that the file is the
    same. `arrived` is told how many bytes are here. Errors are those of `ingest.web.replies`; AbsentError for 404.
    """
    part = path.with_name(path.name + PART)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        resumed = client.retrying()(_receive, client, address, part, arrived)
        size, sha256 = part.stat().st_size, _sha256(part)
        part.replace(path)
        _mark(part).unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror or error}") from error
    return Downloaded(path, size, sha256, resumed)


def _receive(client: Client, address: str, part: Path, arrived: Callable[[int], None]) -> bool:
    """One try; whether it went on from what was there."""
    have, mark = _have(part)
    client.hold()
    answer = client.stream(address, _headers(have, mark))
    try:
        if answer.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            _forget(part)
            raise FleetingError(f"{client.service}: {plain(answer)} is shorter than what is here; it is fetched anew")
        if not answer.is_success:
            answer.read()
        refuse(answer, client.service, client.pace.clock())
        resumed = have > 0 and _goes_on(answer, have)
        _write(answer, part, have if resumed else 0, arrived)
    except httpx.HTTPError as error:
        raise FleetingError(
            f"{client.service}: {plain(answer)} broke off: {str(error) or type(error).__name__}"
        ) from error
    finally:
        answer.close()
    return resumed


def _headers(have: int, mark: str) -> dict[str, str]:
    """Ask for the bytes as they are, and for the rest alone where some are here and can be told to be the same."""
    # Without this a server may compress on the way, and ranges would count other bytes.
    plain = {"Accept-Encoding": "identity"}
    return plain | ({"Range": f"bytes={have}-", "If-Range": mark} if have else {})


def _have(part: Path) -> tuple[int, str]:
    """Bytes that are here, and the mark (ETag or time) of the file that they are of; none without a mark."""
    with suppress(OSError):
        mark = _mark(part).read_text(encoding="utf-8")
        if mark:
            return part.stat().st_size, mark
    return 0, ""


def _goes_on(answer: httpx.Response, have: int) -> bool:
    """Whether the answer is the rest of what is here; else it is the whole file."""
    if answer.status_code != HTTPStatus.PARTIAL_CONTENT:
        return False
    told = _RANGE.fullmatch(answer.headers.get("content-range", ""))
    if told is None or int(told[1]) != have:
        raise FleetingError(f"{answer.request.url.host} answers another part of the file than the one asked for")
    return True


def _write(answer: httpx.Response, part: Path, have: int, arrived: Callable[[int], None]) -> None:
    if not have:
        # The old bytes go first: a kill in between must not leave them beside the mark of a newer file.
        part.unlink(missing_ok=True)
        _mark(part).write_text(_strong(answer), encoding="utf-8")
    expected = _length(answer, have)
    with part.open("ab" if have else "wb") as file:
        for chunk in answer.iter_raw():
            file.write(chunk)
            have += len(chunk)
            arrived(have)
    if expected is not None and have != expected:
        raise FleetingError(f"{answer.request.url.path} broke off after {have} of {expected} bytes")


def _length(answer: httpx.Response, have: int) -> int | None:
    """Bytes of the whole file, where the answer tells."""
    told = answer.headers.get("content-length", "")
    return have + int(told) if told.isdigit() else None


def _strong(answer: httpx.Response) -> str:
    """What the file can be told by: a strong ETag, else the time of its last change, else nothing."""
    etag: str = answer.headers.get("etag", "")
    if etag and not etag.startswith("W/"):
        return etag
    return str(answer.headers.get("last-modified", ""))


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _mark(part).unlink(missing_ok=True)


def _mark(part: Path) -> Path:
    return part.with_name(part.name.removesuffix(PART) + MARK)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
