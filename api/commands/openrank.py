"""`ossatlas measure openrank`: the one measure that is solved outside of the database, month by month."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graph.openrank.presets import GLOBAL_2026, PRESETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.openrank.presets import GlobalPreset
    from graph.openrank.stored import Written

NAME = "openrank"
PresetChoice = StrEnum("PresetChoice", {name: name for name in PRESETS})  # type: ignore[misc] # made from the presets
_MONTH = "MONTH"
_DEFAULT = PresetChoice(GLOBAL_2026.name)


def openrank(
    preset: Annotated[
        PresetChoice, typer.Option("--preset", help="Definition of the measure; community is of one repository.")
    ] = _DEFAULT,
    first: Annotated[
        str | None, typer.Option("--from", metavar=_MONTH, help="First month; the first that is covered when absent.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar=_MONTH, help="Last month; the last that is covered when absent.")
    ] = None,
    repository: Annotated[
        str | None, typer.Option("--repository", metavar="OWNER/NAME", help="Of the community preset: whose community.")
    ] = None,
    *,
    freeze: Annotated[
        bool, typer.Option("--freeze", help="Stop as OpenDigger does, with its nodes that rest too early.")
    ] = False,
) -> None:
    """Solve OpenRank month by month, and write it into the graph with its parts.

    Each month inherits from the one before. Months that are right already are kept; a month whose data changed is
    solved again, with those after it. Stopped at any moment, it goes on when it is called again.

    Examples:
      ossatlas measure openrank --from 2024-01 --to 2025-04
      ossatlas measure openrank --preset global-2023-docs --from 2025-01 --to 2025-04
      ossatlas measure openrank --preset community --repository deepseek-ai/DeepGEMM

    """
    from api.openranking import chosen  # noqa: PLC0415 - slow to import

    # says what is wrong before an engine is started
    found = chosen(preset.value, first, last, repository, freeze=freeze)
    told = _over_all(found, (first, last), freeze=freeze) if found else _within(str(repository))
    for line in told:
        typer.echo(line)


def _over_all(preset: GlobalPreset, months: tuple[str | None, str | None], *, freeze: bool) -> Iterator[str]:
    from api.openranking import ranked  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    with opened() as database:
        for told in ranked(database, preset, *months, freeze=freeze):
            yield told if isinstance(told, str) else _line(told)


def _within(repository: str) -> Iterator[str]:
    from api.collecting import at_the_desk  # noqa: PLC0415 - slow to import
    from api.openranking import ranked_within  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    with opened() as database, at_the_desk() as desk:
        yield from map(_line, ranked_within(database, desk, repository))


def _line(month: Written) -> str:
    if month.already:
        return f"openrank {month.period} is up to date ({month.run})"
    return f"openrank {month.period} written: {month.rows} values ({month.run})"
