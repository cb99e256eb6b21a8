"""Asking before something is lost."""

from __future__ import annotations

import sys

import typer

from graph.errors import BadInputError

DECLINED = 1


def ask_first(question: str, *, yes: bool) -> None:
    """Go on when the user agrees or said `--yes`; end the command when not, with BadInputError where nobody can."""
    if yes:
        return
    if not sys.stdin or not sys.stdin.isatty():
        raise BadInputError(f"{question} Nobody is there to answer", hint="add --yes")
    if not typer.confirm(question, err=True):
        typer.echo("nothing was done", err=True)
        raise typer.Exit(DECLINED)
