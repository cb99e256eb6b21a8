"""`ossatlas reproduce`: the figures that the reports publish, computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import FormatChoice, FormatOption, OutputOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.answer import Answer
    from cypher.figures import Reproduced


def reproduce(
    which: Annotated[
        list[str] | None, typer.Argument(metavar="[FIGURE]…", help="Only these, such as llm-17; all when absent.")
    ] = None,
    *,
    missing: Annotated[bool, typer.Option("--missing", help="Only those that cannot be computed yet.")] = False,
    form: FormatOption = FormatChoice.table,
    output: OutputOption = None,
) -> None:
    """Compute the reports' published figures again: published, ours, difference, and why.

    Where nothing that is loaded can tell, it says what is missing, and the command that would load it. Beside the
    figures stand further numbers (`further`): means of the published Top 20, and the landscape's rule on its projects.

    Examples:
      ossatlas reproduce
      ossatlas reproduce llm-17 --format json

    """
    from api.asking import queries  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from cypher.figures import reproduce as computed  # noqa: PLC0415 - slow to import

    with opened() as database:
        figures = list(computed(database, queries()))
    wanted = chosen(figures, which or [])
    answer = as_answer([figure for figure in wanted if figure.ours is None] if missing else wanted)
    hand_over(answer, form, output)
    typer.secho(summary(wanted), dim=True, err=True)


def summary(figures: list[Reproduced]) -> str:
    """How many of the published figures are computed, and how many further ones stand beside them."""
    published = [figure for figure in figures if not figure.further]
    known = sum(figure.ours is not None for figure in published)
    more = len(figures) - len(published)
    beside = f"; {more} further {'numbers stand' if more > 1 else 'number stands'} beside them" if more else ""
    return f"{known} of {len(published)} figures computed; {len(published) - known} lack a source{beside}"


def chosen(figures: list[Reproduced], which: list[str]) -> list[Reproduced]:
    """The figures named by `which`, or all; NotFoundError with near names for one that there is not."""
    from cypher.problem import near  # noqa: PLC0415 - slow to import
    from graph.errors import NotFoundError  # noqa: PLC0415 - slow to import

    if not figures:
        raise NotFoundError("no published figures are loaded", hint="ossatlas demo --no-serve loads the bundled data")
    known = {figure.id: figure for figure in figures}
    for name in which:
        if name not in known:
            raise NotFoundError(f"there is no figure {name}; {near(name, list(known))}")
    return [known[name] for name in which] if which else figures


def as_answer(figures: Iterable[Reproduced]) -> Answer:
    """The figures as a table."""
    from api.answer import Answer  # noqa: PLC0415 - slow to import
    from graph.model import Column, Table  # noqa: PLC0415 - slow to import

    columns = (
        Column("id", "str", "number of the figure"),
        Column("subject", "str", "what it is about"),
        Column("figure", "str", "what is counted"),
        Column("published", "float", "as the report has it, none where it tells none"),
        Column("ours", "float", "as computed from what is loaded"),
        Column("difference", "float", "ours less the published"),
        Column("unit", "str", "unit of all three"),
        Column("further", "bool", "whether it stands beside the published figures"),
        Column("reason", "str", "why they differ, or what is missing"),
        Column("command", "str", "what computes it, or what would load what is missing"),
    )
    rows = [
        (f.id, f.subject, f.figure, f.published, f.ours, f.difference, f.unit, f.further, f.reason, f.command)
        for f in figures
    ]
    return Answer("reproduce", "Published figures, computed again", Table(columns, rows))
