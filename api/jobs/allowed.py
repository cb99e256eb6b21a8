"""Which commands a job may be: those of a list, with arguments that lead nowhere but to their sources.

Who has a token is not who has an account on this machine: a path would tell what stands in its files, an address
what answers in its network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from api.asking import queries
from api.collecting import quiet_desk
from api.commands.load import given
from api.commands.openrank import NAME as OPENRANK
from api.complaint import explain_usage
from api.openranking import chosen
from graph.errors import BadInputError, NotAllowedError
from ingest.source import find_source

COMMANDS = ("demo", "load", "measure", "refresh")
ALWAYS = {"demo": ("--no-serve",)}
"""What is added to a command: a job serves no pages."""
NAME = r"([a-z]+:)?@?[A-Za-z0-9][\w.-]*(/[A-Za-z0-9_][\w.-]*)?"
DAYS = r"\d{4}-\d{2}(-\d{2}(-\d{1,2})?)?(\.\.\d{4}-\d{2}(-\d{2}(-\d{1,2})?)?)?"
NAMED = {"github": re.compile(NAME), "opendigger": re.compile(NAME), "gharchive": re.compile(DAYS)}
"""How what a source loads is named where it is no path; of the others all are paths."""
ELSEWHERE = {"from", "master", "java_home"}
"""Options of sources that lead to other places than their own."""
HELP = {"--help", "-h", "--install-completion", "--show-completion"}
LIST = "--list"
LONGEST = 200
"""Characters of a name; longer ones are no names of files on any system."""


def check(command: str, arguments: Sequence[str], folders: Sequence[Path] = ()) -> list[str]:
    """The command line of a job; BadInputError where nobody may type it, NotAllowedError where a job may not be it.

    `folders` are those of which files may be named.
    """
    if command not in COMMANDS:
        raise NotAllowedError(f"a job may not be {command!r}: expected one of {', '.join(COMMANDS)}")
    if not all(argument.isprintable() for argument in arguments):
        raise BadInputError("an argument of the job holds signs that nobody types")
    if command in ALWAYS and arguments:
        raise NotAllowedError(f"a job takes {command!r} without arguments")
    if told := HELP.intersection(arguments):
        raise NotAllowedError(f"a job does not take {', '.join(told)}")
    line = [command, *arguments, *ALWAYS.get(command, ())]
    path, values = parsed(line)
    _check_paths(values, folders)
    if command == "load":
        _check_load(path[-1], values, folders)
    if command == "measure":
        _check_measure(path[-1], values)
    if command == "refresh":
        for name in values["source"] or ():
            find_source(name)
    return line


def parsed(line: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
    """The commands that the line names, one in the other, and the values of the last one's parameters."""
    from api.cli import app  # noqa: PLC0415 - the command line imports us

    try:
        return _parsed(typer.main.get_command(app), list(line))
    except typer.TyperException as error:
        raise BadInputError(explain_usage(error)[0]) from error
    except typer.Exit as error:
        raise BadInputError("the command line says nothing that can be run") from error


def _parsed(command: Any, line: list[str]) -> tuple[list[str], dict[str, Any]]:  # noqa: ANN401 - typer's own
    names: list[str] = []
    context, rest = None, line
    while hasattr(command, "resolve_command"):
        if not rest:
            raise BadInputError(f"{names[-1]} needs to be told what")
        context = command.make_context(names[-1] if names else "ossatlas", rest[:1], parent=context)
        name, command, _ = command.resolve_command(context, rest[:1])
        names.append(str(name))
        rest = rest[1:]
    context = command.make_context(names[-1], rest, parent=context)
    return names, {name.removeprefix("given_"): value for name, value in context.params.items()}


def _check_paths(values: Mapping[str, Any], folders: Sequence[Path]) -> None:
    for value in _flat(values.values()):
        if isinstance(value, Path):
            _check_file(str(value), folders)


def _check_measure(name: str, values: dict[str, Any]) -> None:
    found = queries().queries.get(name)
    if found:
        found.bind(values)
    elif name == OPENRANK:
        chosen(values.pop("preset"), **values)


def _check_load(source: str, values: Mapping[str, Any], folders: Sequence[Path]) -> None:
    known = find_source(source)
    options = given(known, values)
    if told := sorted(name for name in ELSEWHERE if values.get(name)):
        raise NotAllowedError(f"a job does not take --{told[0].replace('_', '-')}: it leads elsewhere")
    for named in values.get("named", ()):
        form = NAMED.get(source)
        # A name that is a file here would be read as one.
        if form is None or not form.fullmatch(named) or len(named) > LONGEST or Path(named).exists():
            _check_file(named, folders)
    known.open(tuple(values["named"]), quiet_desk(), **options)  # the call checks; nobody asks for a dataset


def _check_file(named: str, folders: Sequence[Path]) -> None:
    path = Path(named)
    try:
        where = path.resolve()
    except OSError as error:
        raise BadInputError(f"{named!r} names no file: {error.strerror}") from error
    if not path.is_absolute() or not any(where.is_relative_to(folder.resolve()) for folder in folders):
        raise NotAllowedError(
            f"a job may not read {named!r}", hint="OSSATLAS_JOB_FOLDERS names folders whose files it may"
        )
    if not where.is_file():
        raise BadInputError(f"there is no file {named!r}")


def _flat(values: Any) -> Iterator[object]:  # noqa: ANN401 - typer hands over what the options declare
    for value in values:
        if isinstance(value, list | tuple):
            yield from _flat(value)
        else:
            yield value
