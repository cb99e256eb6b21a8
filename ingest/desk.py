"""What a source works with and does not make itself: rules, folder, addresses, token, clock, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.identity import Identities


@dataclass(frozen=True, slots=True)
class Step:
    """How far long work is: `what` is done, `done` of `total` (None where that is not known), and a note beside it."""

    what: str
    done: int
    total: int | None = None
    note: str = ""


def _ignore(_: object) -> None:
    """Tell nobody."""


def _no_token() -> str | None:
    return None


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a source is opened with.

    folder: where it keeps what it fetched and how far it is, a folder of its own name below this one.
    addresses: base address by name (`github`, `gharchive`, `opendigger`) where it is not the usual one.
    token: asks for the token of a remote service; never kept, never written.
    report, warn: whom to tell how far work is, and what a user should know.
    """

    identities: Identities
    folder: Path
    addresses: Mapping[str, str] = field(default_factory=dict)
    token: Callable[[], str | None] = _no_token
    report: Callable[[Step], None] = _ignore
    warn: Callable[[str], None] = _ignore
    now: Callable[[], datetime] = _now

    def room(self, source: str) -> Path:
        """The folder of one source, made where it is missing."""
        folder = self.folder / source
        folder.mkdir(parents=True, exist_ok=True)
        return folder
