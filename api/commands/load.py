"""`ossatlas load`: a source into the graph; one command for each source of the registry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.generated import Option, add_command
from api.commands.late import LateGroup

if TYPE_CHECKING:
    from ingest.source import Dataset, Source
    from ingest.source import Option as SourceOption

STRICT = Option(
    "strict", Annotated[bool, typer.Option("--strict", help="Stop at the first refused row.")], default=False
)
REFRESH = Option(
    "refresh",
    Annotated[bool, typer.Option("--refresh", help="Take back older readings of the same when this one is in.")],
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
      ossatlas load github deepseek-ai/DeepEP --since 2025-02

    """


def add_source(app: typer.Typer, source: Source) -> None:
    """Add the command of one source: what it takes, its options, `--strict` and `--refresh`."""

    def run(values: Mapping[str, Any]) -> None:
        run_load(source, values["named"], given(source, values), strict=values["strict"], refresh=values["refresh"])

    offers = f"It offers {', '.join(source.offers)}."
    examples = "\n".join(f"  ossatlas load {source.name} {example}" for example in source.examples)
    about = f"{source.about}\n\n{offers}\n\n\b\nExample:\n{examples}"
    add_command(app, source.name, about, [named(source), *map(as_option, source.options), STRICT, REFRESH], run)


def named(source: Source) -> Option:
    """The argument of a source's command: what is to be loaded."""
    argument = typer.Argument(metavar=f"{source.takes}…", help="What to load.", show_default=False)
    return Option("named", Annotated[list[str], argument], ... if source.needs else [])


def as_option(told: SourceOption) -> Option:
    """An option of a source as one of a command."""
    flag, form = f"--{told.name.replace('_', '-')}", told.form
    about = told.about + (f": {', '.join(told.choices)}" if told.choices else "")
    about += f", such as {told.sample}" if told.sample else ""
    if form == "flag":
        return Option(told.name, Annotated[bool, typer.Option(flag, help=f"{about}.")], default=False)
    kind = {"file": Path, "folder": Path, "whole": int}.get(form, str)
    metavar = form.upper() + (",…" if told.many else "")
    made = typer.Option(flag, help=f"{about}.", metavar=metavar, show_default=False)
    return Option(told.name, Annotated[kind | None, made])


def given(source: Source, values: Mapping[str, Any]) -> dict[str, Any]:
    """The options that a user gave, as the source takes them; BadInputError for a value that is no choice."""
    found = {told.name: checked(told, values[told.name]) for told in source.options}
    return {name: value for name, value in found.items() if value not in (None, False, ())}


def checked(told: SourceOption, value: Any) -> Any:  # noqa: ANN401 - typer hands over what the options declare
    """`value` as the source takes it: in parts where it may be several, each one of the choices."""
    from graph.errors import BadInputError  # noqa: PLC0415 - slow to import

    if value is None or told.form == "flag":
        return value
    parts = tuple(filter(None, (part.strip() for part in str(value).split(",")))) if told.many else (value,)
    for part in parts:
        if told.choices and part not in told.choices:
            flag = f"--{told.name.replace('_', '-')}"
            raise BadInputError(
                f"{flag} is {part!r}: expected {'some' if told.many else 'one'} of {', '.join(told.choices)}"
            )
    return parts if told.many else value


def run_load(
    source: Source, what: list[str], options: Mapping[str, Any], *, strict: bool = False, refresh: bool = False
) -> list[str]:
    """Load what was named by `source`, noting it for `ossatlas refresh`, and say what came of it.

    Each dataset is loaded as soon as it is whole. Returns the keys of this very load's older readings of the same.
    """
    from api.collecting import at_the_desk  # noqa: PLC0415 - slow to import
    from api.loading import load_all, tell  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import
    from api.standing import came_of, noting  # noqa: PLC0415 - slow to import

    keys = []
    with at_the_desk() as desk:
        datasets = source.open(tuple(what), desk, **options)
        with noting(source, what, options) as line:  # a wrong input is told before Neo4j is started
            first = list(islice(datasets, 1))
        with opened() as database:
            for done in load_all(database, announced(chain(first, datasets)), strict=strict, refresh=refresh):
                tell(done)
                keys += [] if done.newer else [done.snapshot]
    return came_of(line, keys)


def announced(datasets: Iterable[Dataset]) -> Iterator[Dataset]:
    """The datasets, each announced before it is loaded."""
    for dataset in datasets:
        announce(dataset)
        yield dataset


def announce(dataset: Dataset) -> None:
    """Say as what a dataset is read, and what of it is not, before it changes the graph."""
    from api.complaint import warn  # noqa: PLC0415 - slow to import
    from api.console import clean  # noqa: PLC0415 - slow to import

    origin = dataset.origin
    head = f"source {origin.source}, method {origin.method}, as of {origin.as_of}"
    for note in (head, *dataset.notes):
        warn(clean(f"{origin.title}: {note}"))
