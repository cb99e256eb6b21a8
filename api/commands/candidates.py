"""`ossatlas candidates`: which projects belong on a landscape, found from seeds and kept in a list for review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from api.candidates import Search
    from api.review import Review, Row

_MONTH = "MONTH"


def candidates(
    review: Annotated[Path, typer.Argument(metavar="REVIEW.CSV", help="The review list; made where it is absent.")],
    *,
    seeds: Annotated[
        str | None, typer.Option("--seeds", metavar="OWNER/NAME,…", help="Where to begin; the landscape when absent.")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar=_MONTH, help="First month of the window.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar=_MONTH, help="Last month of the window.")] = None,
    min_developers: Annotated[
        int, typer.Option("--min-developers", min=1, help="Fewest developers shared with the seeds.")
    ] = 3,
    min_lift: Annotated[
        float, typer.Option("--min-lift", min=0, help="Lowest shared developers over those that chance would give.")
    ] = 2.0,
    rounds: Annotated[int, typer.Option("--rounds", min=1, max=100, help="Most rounds.")] = 10,
) -> None:
    """Find the projects that belong on a landscape, and keep them in a list for review.

    A project passes when it shares more developers with the seeds than chance would give (query
    `landscape-candidates`). What passes counts as a seed of the next round, until nothing new passes. In the list
    set `verdict` to accept or reject and say `why`: the next run keeps your words, starts from what you accepted,
    and leaves out what you rejected.

    Examples:
      ossatlas candidates review.csv --seeds deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
      ossatlas candidates review.csv --from 2025-01 --to 2025-08 --min-lift 5

    """
    given = {"seeds": seeds, "from": first, "to": last, "min_developers": min_developers, "min_lift": min_lift}
    _search(review, {name: value for name, value in given.items() if value is not None}, rounds)


def _search(path: Path, asked: Mapping[str, object], rounds: int) -> None:
    """Go through the rounds, tell each, and write the list anew."""
    from api.candidates import merged, search  # noqa: PLC0415 - slow to import
    from api.review import read_review, write_review  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    known = read_review(path)  # says what is wrong before an engine is started
    with opened() as database:
        found = search(database, asked, known)
        for number, new in enumerate(found.rounds(rounds), start=1):
            names = ", ".join(str(candidate.row["repository"]) for candidate in new[:3])
            typer.echo(f"round {number}: {_some(len(new))}, such as {names}")
    rows = merged(known, found)
    write_review(known, rows)
    for line in _ending(known, found, rows):
        typer.echo(line)


def _ending(known: Review, found: Search, rows: list[Row]) -> list[str]:
    counts = ", ".join(
        f"{sum(row.verdict == verdict for row in rows)} {verdict}" for verdict in ("open", "accept", "reject")
    )
    lines = ["nothing new passes" if found.settled else "stopped before nothing new passed: --rounds allows more"]
    absent = len({row.repository for row in known.rows} - {row.repository for row in found.reviewed.values()})
    if absent:
        lines.append(f"{_some(absent)} of the list {'is' if absent == 1 else 'are'} not in the graph or there twice")
    return [*lines, f"wrote {known.path}: {counts}"]


def _some(number: int) -> str:
    return f"{number} project{'' if number == 1 else 's'}"
