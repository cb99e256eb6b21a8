"""How the command line says what went wrong: one sentence, and below it what to do next."""

from __future__ import annotations

import re

import typer


def complain(message: str, hint: str = "") -> None:
    """Write a failure on the error output."""
    typer.secho("error: ", fg="red", bold=True, nl=False, err=True)
    typer.echo(_sentence(message), err=True)
    if hint:
        typer.secho(f"  {hint}", dim=True, err=True)


def warn(message: str) -> None:
    """Write a remark on the error output."""
    typer.secho(message, dim=True, err=True)


def explain_usage(error: typer.TyperException) -> tuple[str, str]:
    """A wrong command line in one sentence, with near options where there are some; and the help to read."""
    context = getattr(error, "ctx", None)
    hint = f"see `{context.command_path} --help`" if context is not None else "see `ossatlas --help`"
    return _plain(re.sub(r"\s+", " ", _named(error))), hint


def _named(error: typer.TyperException) -> str:
    option = getattr(error, "option_name", None)
    near = getattr(error, "possibilities", None)
    if option is None or near is None:
        return error.format_message()
    known = f"; near are {', '.join(sorted(near))}" if near else ""
    return f"there is no option {option}{known}"


def _plain(text: str) -> str:
    """The library's words in ours."""
    text = re.sub(r"^No such command (.*?)\.?(?: Did you mean (.*)\?)?$", _no_command, text)
    return text.replace("Value error, ", "")


def _no_command(found: re.Match[str]) -> str:
    near = f"; did you mean {found[2]}?" if found[2] else ""
    return f"there is no command {found[1]}{near}"


def _sentence(text: str) -> str:
    return text.strip().rstrip(".")
