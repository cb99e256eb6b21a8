"""Answers as tables in the terminal, with a dim line below that says what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.answer import Answer
from api.console import clean, output
from api.formats.words import resting_on, shown

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.model import Table

_NUMBERS = {"int", "float"}


def show(answer: Answer, more: str = "") -> None:
    """Print `answer` as a table with its coverage; `more` names the option that raises its cap."""
    from rich.text import Text  # noqa: PLC0415 - slow to import

    console = output()
    console.print(drawn(answer.table, answer.title))
    console.print(Text(clean(resting_on(answer, more)), style="dim"))


def drawn(table: Table, title: str = "") -> RenderableType:
    """The table as rich draws it; None is shown dim as unknown."""
    from rich import box  # noqa: PLC0415 - slow to import
    from rich.table import Table as Grid  # noqa: PLC0415 - slow to import
    from rich.text import Text  # noqa: PLC0415 - slow to import

    grid = Grid(
        title=Text(clean(title), style="bold") if title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for column in table.columns:
        numeric = column.type in _NUMBERS
        grid.add_column(column.name, justify="right" if numeric else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(clean(shown(value)), style="dim" if value is None or value == [] else "") for value in row))
    return grid
