"""What the terminal shows: tables, dim remarks, progress; plain lines where nobody watches."""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console
    from rich.progress import Progress

PIPE_WIDTH = 4000
"""Columns where the output is no terminal: wide enough that no cell is folded."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@cache
def output() -> Console:
    """The console for answers."""
    return _console(error=False)


@cache
def errors() -> Console:
    """The console for progress and remarks, which are no part of the answer."""
    return _console(error=True)


def _console(*, error: bool) -> Console:
    from rich.console import Console  # noqa: PLC0415 - slow to import

    made = Console(stderr=error, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not made.is_terminal:
        made = Console(stderr=error, highlight=False, markup=False, emoji=False, width=PIPE_WIDTH, legacy_windows=False)
    return made


def clean(text: str) -> str:
    """`text` without control characters, which data must not send to a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def progress(*, unit: str = "rows") -> Progress:
    """A progress display with rate and time; it draws nothing where the error output is no terminal."""
    from rich import progress as bars  # noqa: PLC0415 - slow to import

    console = errors()
    return bars.Progress(
        bars.TextColumn("{task.description}"),
        bars.BarColumn(bar_width=24),
        bars.MofNCompleteColumn(),
        bars.TextColumn(f"{unit}  {{task.fields[rate]}}"),
        bars.TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=False,
    )


@contextmanager
def counted(task: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for `task`, which takes how many nodes and edges are done, and how many there are."""
    with progress(unit="nodes and edges") as bars:
        bar, began = bars.add_task(task, total=None, rate=""), monotonic()

        def move(done: int, total: int) -> None:
            rate = done / max(monotonic() - began, 0.001)
            bars.update(bar, completed=done, total=total, rate=f"{rate:,.0f}/s")

        yield move
