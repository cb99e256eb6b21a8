"""The Desk of this machine: settings, token, folder, and a bar for each kind of work that a source reports."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from api.complaint import warn
from api.console import clean, progress
from api.settings import Settings, settings
from ingest.desk import Desk, Step
from ingest.identity import Identities

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SOURCES = "sources"
"""Folder below the data folder, in which sources keep what they fetched."""


@contextmanager
def at_the_desk() -> Iterator[Desk]:
    """The desk that sources are opened with, while its bars are drawn."""
    with progress(unit="") as bars:
        yield replace(quiet_desk(), report=Bars(bars), warn=lambda text: warn(clean(text)))


def quiet_desk() -> Desk:
    """The same desk, at which nothing is said: enough to have a source check what it is asked for."""
    used = settings()
    return Desk(
        Identities.load(used.aliases), used.data_dir / SOURCES, addresses=addresses(used), token=lambda: token(used)
    )


def addresses(used: Settings) -> dict[str, str]:
    """The base addresses that settings put in place of the usual ones."""
    told = {"github": used.github_url, "gharchive": used.gharchive_url, "opendigger": used.opendigger_url}
    return {name: address for name, address in told.items() if address}


def token(used: Settings) -> str | None:
    """GitHub's token: the setting's, else that of `gh auth login`, else none."""
    from ingest.sources.github.token import gh_token  # noqa: PLC0415 - asks another program

    return used.github_token.get_secret_value() if used.github_token else gh_token()


class Bars:
    """Draws what sources report: one bar for each kind of work."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: Step) -> None:
        """Draw one step."""
        if step.what not in self._tasks:
            self._tasks[step.what] = self._bars.add_task(step.what, total=step.total, rate="")
        self._bars.update(self._tasks[step.what], completed=step.done, total=step.total, rate=step.note)
