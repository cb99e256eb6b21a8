"""`ossatlas identities`: what people state about themselves and nothing was read from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from api.choices import FormatChoice, FormatOption, OutputOption

CORRECTING = """To correct them, write a file such as

  organizations:
    - name: Zhejiang University
      kind: university
      country: CN
      aliases: [zju, Zhejiang Univ]
  countries:
    CN: [Hangzhou]

and name it in OSSATLAS_ALIASES; it is read at the next load (docs/identity.md has every section)."""


class Stated(StrEnum):
    """Which statement."""

    company = "company"
    location = "location"
    both = "both"


def identities(
    *,
    unresolved: Annotated[  # noqa: ARG001 - the only list that there is
        bool, typer.Option("--unresolved", help="List what could not be read, as is done without it.")
    ] = False,
    what: Annotated[Stated, typer.Option(help="Which statement.")] = Stated.both,
    form: FormatOption = FormatChoice.table,
    output: OutputOption = None,
) -> None:
    """List companies and locations that could not be read, with the reason, and say how to correct them.

    Example:
      ossatlas identities --what company

    """
    from api.asking import ask  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    with opened() as database:
        answer = ask(database, "unresolved-identities", {"what": what.value})
    hand_over(answer, form, output)
    if form is FormatChoice.table:
        typer.echo(CORRECTING, err=True)
