"""`ossatlas load`: a source into the graph; one command for each source of the registry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.generated import Option, add_command, option
from api.commands.late import LateGroup

if TYPE_CHECKING:
    from ingest.source import Dataset, Source

_USAGE = re.compile(r"\[--(?P<name>[\w-]+) (?P<form>[^\]]+)\]")
FILES = Option("files", Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files to load.")], ...)
STRICT = Option(
    "strict", Annotated[bool, typer.Option("--strict", help="Stop at the first refused row.")], default=False
)
REFRESH = Option(
    "refresh",
    Annotated[bool, typer.Option("--refresh", help="Take back older readings of the same table when this one is in.")],
    default=False,
)


class Sources(LateGroup):
    """The sources of the registry, looked up when one is named."""

    def fill(self, app: typer.Typer) -> None:
        """Add a command for each source."""
        from ingest.source import sources  # noqa: PLC0415 - slow to import

        for source in sources().values():
            add_source(app, source)


load = typer.Typer(cls=Sources, no_args_is_help=True, rich_markup_mode=None)


@load.callback()
def loading() -> None:
    """Load a source into the graph; loading the same twice changes nothing.

    Example:
      ossatlas load tables contributors.csv --source my-list

    """


def add_source(app: typer.Typer, source: Source) -> None:
    """Add the command of one source: its files, the options of its usage, `--strict` and `--refresh`."""
    options = [_option(found["name"], found["form"]) for found in _USAGE.finditer(source.usage)]

    def run(values: Mapping[str, Any]) -> None:
        given = {each.name: values[each.name] for each in options if values[each.name] is not None}
        run_load(source, values["files"], given, strict=values["strict"], refresh=values["refresh"])

    about = (
        f"{source.about}\n\nIt offers {', '.join(source.offers)}.\n\n\b\nExample:\n  ossatlas load {source.name} FILE"
    )
    add_command(app, source.name, about, [FILES, *options, STRICT, REFRESH], run)


def _option(name: str, form: str) -> Option:
    kind = Path if form == "FILE" else str
    about = _meaning(name) or ("a file" if form == "FILE" else f"the {name}, such as {form}")
    return option(name.replace("-", "_"), kind | None, about, metavar=form.upper() if form.isalpha() else "TEXT")


def _meaning(name: str) -> str:
    """What an option of a table means; empty for another."""
    from ingest.sources.tables.kinds import KINDS  # noqa: PLC0415 - slow to import

    told = {
        "mapping": "a YAML file that says what the columns mean; these options override it",
        "source": "whose data it is, as answers name it: small letters, digits, . and -; the file's name if absent",
        "kind": f"what the table holds, told by its columns if absent: {', '.join(KINDS)}",
        "period": "the months that counts cover where no column says them, such as 2025-02..2025-08",
        "as-of": "the day that the data stand for, such as 2025-08-10; the last month covered if absent",
    }
    return told.get(name, "")


def run_load(source: Source, files: list[Path], given: Mapping[str, Any], *, strict: bool, refresh: bool) -> None:
    """Load each of `files` by `source`, and say what came of it."""
    from api.loading import load_all, tell  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import
    from ingest.identity import Identities  # noqa: PLC0415 - slow to import

    identities = Identities.load(settings().aliases)
    datasets = [dataset for file in files for dataset in source.open(file, identities, **given)]
    for dataset in datasets:
        announce(dataset)
    with opened() as database:
        for done in load_all(database, datasets, strict=strict, refresh=refresh):
            tell(done)


def announce(dataset: Dataset) -> None:
    """Say as what a dataset is read, and what of it is not, before it changes the graph."""
    from api.complaint import warn  # noqa: PLC0415 - slow to import
    from api.console import clean  # noqa: PLC0415 - slow to import

    origin = dataset.origin
    head = f"source {origin.source}, method {origin.method}, as of {origin.as_of}"
    for note in (head, *dataset.notes):
        warn(clean(f"{origin.title}: {note}"))
