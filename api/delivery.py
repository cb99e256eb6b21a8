"""An answer to where the user wants it: the terminal, a pipe or a file."""

from __future__ import annotations

from pathlib import Path

from api.answer import Answer
from api.choices import FormatChoice
from api.complaint import warn
from api.formats import FORMATS
from api.formats.terminal import show
from api.formats.words import cut_in_words
from api.output_file import deliver
from graph.errors import BadInputError


def hand_over(answer: Answer, form: FormatChoice, target: Path | None, *, more: str = "") -> None:
    """Write `answer` in the format asked for; a cut is said beside it, with the option that raises the cap."""
    if form is FormatChoice.table and target is not None:
        form = by_ending(target)
    if form is FormatChoice.table:
        show(answer, more)
        return
    _as_bytes(answer, form, target)
    if answer.result.cut:
        warn(cut_in_words(answer, more))


def by_ending(target: Path) -> FormatChoice:
    """The format that the file's ending names; BadInputError where it names none."""
    ending = target.suffix.lower().removeprefix(".")
    form = {"md": "markdown"}.get(ending, ending)
    if form not in FORMATS:
        raise BadInputError(
            f"{target} does not tell its format: a table is for the terminal and not for a file",
            hint=f"end it in .csv, .json, .jsonl, .md or .parquet, or add --format {', '.join(FORMATS)}",
        )
    return FormatChoice(form)


def _as_bytes(answer: Answer, form: FormatChoice, target: Path | None) -> None:
    chosen = FORMATS[form.value]
    if target is None and not chosen.text:
        raise BadInputError(f"{form.value} is not for the terminal", hint="add --output FILE")
    deliver(chosen.write(answer), target)
    if target is not None:
        warn(f"wrote {len(answer.table.rows)} rows to {target}")
