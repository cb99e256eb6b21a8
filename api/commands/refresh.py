"""`ossatlas refresh`: every source goes on from where it stands."""

from __future__ import annotations

from contextlib import AbstractContextManager, chdir, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from api.standing import Standing
    from ingest.source import Source


def refresh(
    source: Annotated[list[str] | None, typer.Option("--source", help="Only this source; may be repeated.")] = None,
    *,
    list_only: Annotated[bool, typer.Option("--list", help="Say what would be loaded, and load nothing.")] = False,
) -> None:
    """Load again what was loaded before: each source continues from where it stands.

    A load that fails is told and the others go on; the exit code is then that of the first failure. For a schedule,
    call this from cron, or start the compose service `refresh`.

    Examples:
      ossatlas refresh
      ossatlas refresh --source github

    """
    from api.standing import standing  # noqa: PLC0415 - slow to import

    lines = wanted(standing(), source or [])
    if list_only or not lines:
        listed(lines)
        return
    failures = [code for line in lines if (code := attempt(line))]
    if failures:
        raise typer.Exit(failures[0])


def wanted(lines: list[Standing], named: list[str]) -> list[Standing]:
    """The loads of the sources `named`, or all; NotFoundError for a source of which nothing was loaded."""
    from graph.errors import NotFoundError  # noqa: PLC0415 - slow to import
    from ingest.source import find_source  # noqa: PLC0415 - slow to import

    for name in named:
        find_source(name)
        if all(line.source != name for line in lines):
            raise NotFoundError(f"nothing was loaded from {name} yet", hint=f"ossatlas load {name} --help")
    return [line for line in lines if not named or line.source in named]


def listed(lines: list[Standing]) -> None:
    """Say each load as one would type it, or that there is none."""
    for line in lines:
        typer.echo(f"{line.words}{f'  (in {line.folder})' if line.folder else ''}")
    if not lines:
        typer.echo("Nothing was loaded yet that could be refreshed. `ossatlas load --help` names the sources.")


def attempt(line: Standing) -> int:
    """Load what `line` names; return 0, or the exit code of the failure that was told."""
    from api.complaint import complain, warn  # noqa: PLC0415 - slow to import
    from graph.errors import AtlasError  # noqa: PLC0415 - slow to import

    warn(f"{line.words}{f' (in {line.folder})' if line.folder else ''}")
    try:
        with folder_of(line):
            again(line)
    except AtlasError as error:
        complain(str(error), error.hint)
        return error.exit_code
    return 0


def folder_of(line: Standing) -> AbstractContextManager[None]:
    """A context in the folder from which `line` names paths; NotFoundError where that is gone.

    Anywhere else the same name would be another file, loaded in this one's name.
    """
    from api.standing import list_file  # noqa: PLC0415 - slow to import
    from graph.errors import NotFoundError  # noqa: PLC0415 - slow to import

    if not line.folder:
        return nullcontext()
    if not Path(line.folder).is_dir():
        raise NotFoundError(
            f"the folder {line.folder} is gone, from which {' '.join(line.named)} was loaded",
            hint=f"load it from where it is now, and delete its line in {list_file()}",
        )
    return chdir(line.folder)


def again(line: Standing) -> None:
    """Load what `line` names, and take back its own older readings of the same; those of other loads stay."""
    from api.commands.load import run_load  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from graph.unload import unload  # noqa: PLC0415 - slow to import
    from ingest.source import find_source  # noqa: PLC0415 - slow to import

    source = find_source(line.source)
    older = run_load(source, list(line.named), options_of(source, line))
    if older:
        with opened() as database:
            there = {str(key) for (key,) in database.read("MATCH (s:Snapshot) RETURN s.key").rows}
            for key in there.intersection(older):
                unload(database, key)


def options_of(source: Source, line: Standing) -> dict[str, Any]:
    """The options of `line` in the forms that the source takes."""
    forms = {option.name: option for option in source.options}
    return {
        name: Path(str(value))
        if forms[name].form in ("file", "folder")
        else tuple(value)
        if isinstance(value, list)
        else value
        for name, value in line.options.items()
        if name in forms
    }
