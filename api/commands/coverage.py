"""`ossatlas coverage`: which source covers which months of which repositories, as a table and as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import FormatChoice, FormatOption, OutputOption
from graph.calendar import month_at, month_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from api.answer import Answer

STRIP = 36
"""Characters of the strip of months at the end of a row."""
FULL, PART, NONE = "█", "▒", "·"


def coverage(
    repositories: Annotated[
        list[str] | None, typer.Argument(metavar="[OWNER/NAME]…", help="Only these; all when absent.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Only this source.")] = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it into an .svg or .png file as well.")
    ] = None,
    form: FormatOption = FormatChoice.table,
    output: OutputOption = None,
) -> None:
    """Show which source covers which months of which repositories, and what is missing.

    In the strip each character is a part of the whole time: █ read, ▒ read in part, · nothing.

    Examples:
      ossatlas coverage deepseek-ai/DeepEP
      ossatlas coverage --source git-bundled --picture coverage.svg

    """
    from api.asking import ask  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    if picture is not None:
        check_form(picture)
    asked: dict[str, object] = {"repositories": repositories or None, "source": source}
    with opened() as database:
        answer = ask(database, "coverage", {name: value for name, value in asked.items() if value is not None})
    narrow = form is FormatChoice.table and output is None
    hand_over(in_short(answer) if narrow else answer, form, output)
    if picture is not None:
        draw(answer, picture)


def check_form(path: Path) -> None:
    """Nothing, where a picture can be of the form that the name of `path` ends in; BadInputError, else."""
    from viz.vega.picture import drawing  # noqa: PLC0415 - slow to import

    drawing(form_of(path))


def form_of(path: Path) -> str:
    """The form of a picture, by the ending of its name."""
    return path.suffix.lower().removeprefix(".")


def draw(answer: Answer, path: Path) -> None:
    """Write the picture of a coverage answer."""
    from api.output_file import deliver  # noqa: PLC0415 - slow to import
    from viz.charts import picture  # noqa: PLC0415 - slow to import

    title = "Months covered, by repository and source"
    deliver(picture("coverage", answer.table, form=form_of(path), title=title), path)


def in_short(answer: Answer) -> Answer:
    """The answer with the columns that fit a terminal, and a strip of its months."""
    from dataclasses import replace  # noqa: PLC0415

    from graph.model import Column, Table  # noqa: PLC0415 - slow to import

    rows = answer.table.records()
    time, notes = whole_time(rows), numbered(rows)
    columns = (
        Column("repository", "str", "owner/name"),
        Column("source", "str", "the source"),
        Column("months", "int", "months covered"),
        Column(
            f"{month_at(time[0])}..{month_at(time[1])}" if time else "time", "str", "each character a part of the time"
        ),
        Column("gaps", "str", "what is known to be missing, by its number below"),
    )
    short = [
        (r["repository"], r["source"], r["months"], strip(r, time), ", ".join(str(notes[gap]) for gap in gaps(r)))
        for r in rows
    ]
    below = tuple(f"{number}: {gap}" for gap, number in notes.items())
    return replace(answer, result=Table(columns, short, replace(answer.coverage, gaps=below), answer.result.cut))


def whole_time(rows: Iterable[Mapping[str, object]]) -> tuple[int, int] | None:
    """The first and last month (counted from year 0) that any row covers, or None."""
    ends = [end for row in rows for first, last, _ in runs(row) for end in (first, last)]
    return (min(ends), max(ends)) if ends else None


def runs(row: Mapping[str, object]) -> list[tuple[int, int, bool]]:
    """The runs of months that a row covers: first, last, and whether they were read in part."""
    told = row["spans"] if isinstance(row["spans"], list) else []
    return [(month_number(str(run)[:7]), month_number(str(run)[9:16]), str(run).endswith("?")) for run in told]


def strip(row: Mapping[str, object], time: tuple[int, int] | None) -> str:
    """The months of a row over the whole time, in `STRIP` characters or one for each month."""
    if time is None:
        return ""
    total = time[1] - time[0] + 1
    size = min(STRIP, total)
    bounds = [(time[0] + at * total // size, time[0] + (at + 1) * total // size - 1) for at in range(size)]
    return "".join(mark(runs(row), first, last) for first, last in bounds)


def mark(covered: list[tuple[int, int, bool]], first: int, last: int) -> str:
    """The character for the months from `first` to `last`: the best of what is covered there."""
    partial = [part for start, end, part in covered if start <= last and end >= first]
    return NONE if not partial else PART if all(partial) else FULL


def numbered(rows: Iterable[Mapping[str, object]]) -> dict[str, int]:
    """A number for each gap of the rows, in their order."""
    told = dict.fromkeys(gap for row in rows for gap in gaps(row))
    return {gap: number for number, gap in enumerate(told, start=1)}


def gaps(row: Mapping[str, object]) -> list[str]:
    """The gaps of a row."""
    return [str(gap) for gap in row["gaps"]] if isinstance(row["gaps"], list) else []
