"""`ossatlas snapshots`: what is loaded."""

from __future__ import annotations

from api.choices import FormatChoice, FormatOption, OutputOption


def snapshots(form: FormatOption = FormatChoice.table, output: OutputOption = None) -> None:
    """List what is loaded: each source with its rows, months and gaps.

    Example:
      ossatlas snapshots

    """
    from api.asking import ask  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    with opened() as database:
        answer = ask(database, "snapshots", {})
    hand_over(answer, form, output)
