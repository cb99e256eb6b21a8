"""How the engine tells what it does, without knowing whether a terminal, a log or nobody listens."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Protocol

log = logging.getLogger(__name__)


class Report(Protocol):
    """Somebody who listens; `progress` may be called from several threads, one call at a time."""

    def say(self, message: str) -> None:
        """Take one sentence about what begins now."""
        ...  # pragma: no cover

    def progress(self, task: str, done: int, total: int) -> None:
        """Take how many bytes of `total` are `done`; the task is over when both are equal."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True)
class LogReport:
    """A report that goes to the log alone: for a library, a web server, a test."""

    def say(self, message: str) -> None:
        """Log the sentence."""
        log.info("%s", message)

    def progress(self, task: str, done: int, total: int) -> None:
        """Log the bytes at debug level."""
        log.debug("%s: %d of %d bytes", task, done, total)
