"""`ossatlas query`: one command for each query of the catalogue, made from its header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.choices import FormatChoice, FormatOption, OutputOption
from api.commands.generated import Option, add_command
from api.commands.late import LateGroup
from graph.errors import BadInputError

if TYPE_CHECKING:
    from cypher.params import Param
    from cypher.query import Query

FORMAT = Option("form", FormatOption, FormatChoice.table)
WIDTH = 100
OUTPUT = Option("output", OutputOption)


class Queries(LateGroup):
    """The queries of the catalogue, read when one is named."""

    def fill(self, app: typer.Typer) -> None:
        """Add a command for each query that answers; metrics are computed by `measure`."""
        from api.asking import queries  # noqa: PLC0415 - slow to import

        for found in queries():
            if found.kind != "metric":
                add_query(app, found)

    def missing(self, name: str) -> None:
        """Name near queries; of a metric say how it is computed."""
        from api.asking import queries  # noqa: PLC0415 - slow to import

        metric = queries().find(name).name
        raise BadInputError(f"{metric} is a metric, which is computed", hint=f"ossatlas measure {metric}")


query = typer.Typer(cls=Queries, no_args_is_help=True, rich_markup_mode=None)


@query.callback()
def querying() -> None:
    """Ask a question of the catalogue; `ossatlas query NAME --help` shows what it takes.

    Examples:
      ossatlas query shared-developers --repositories deepseek-ai/DeepEP,deepseek-ai/DeepGEMM
      ossatlas query top-openrank --format csv -o top.csv

    """


def add_query(app: typer.Typer, found: Query) -> None:
    """Add the command of one query: its parameters, `--format` and `--output`."""

    def run(values: Mapping[str, Any]) -> None:
        given = {param.name: values[param.name] for param in found.params}
        _run(found, given, values[FORMAT.name], values[OUTPUT.name])

    options = [param_option(param) for param in found.params]
    add_command(app, found.name, query_help(found, "query"), [*options, FORMAT, OUTPUT], run)


def _run(found: Query, given: Mapping[str, Any], form: FormatChoice, output: Any) -> None:  # noqa: ANN401 - a path or None
    from api.asking import ask  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    found.bind(given)  # says what is wrong before an engine is started
    with opened() as database:
        answer = ask(database, found.name, given)
    more = "--limit" if any(param.name == "limit" for param in found.params) else ""
    hand_over(answer, form, output, more=more)


def param_option(param: Param) -> Option:
    """The option of a parameter; its text is read by the catalogue, which has the better sentences."""
    notes = [
        "required" if param.required else f"default {_default(param.default)}" if param.default is not None else "",
        f"{param.bounds} values" if param.bounds and param.type.many else param.bounds,
    ]
    about = f"{param.about} ({'; '.join(note for note in notes if note)})" if any(notes) else param.about
    choices = list(param.type.choices)
    option = typer.Option(
        f"--{param.name.replace('_', '-')}",
        help=about,
        metavar=_metavar(param),
        show_default=False,
        autocompletion=(lambda incomplete: [c for c in choices if c.startswith(incomplete)]) if choices else None,
    )
    kind: Any = list[str] if param.type.many else str
    return Option(param.name, Annotated[kind | None, option])


def _metavar(param: Param) -> str:
    base = "|".join(param.type.choices) or param.type.base.upper()
    return f"{base},…" if param.type.many else base


def _default(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def query_help(found: Query, command: str) -> str:
    """What a query answers, how, and examples to type."""
    lines = [found.title.rstrip(".") + ".", "", found.about, "", "\b", "Example:"]
    lines += [f"  {typed(found, command, example)}" for example in found.examples]
    return "\n".join([*lines, *columns_help(found)])


def columns_help(found: Query) -> list[str]:
    """The columns that come back with their meaning, below one another."""
    from textwrap import wrap  # noqa: PLC0415 - only for help

    wide = max((len(column.name) for column in found.returns), default=0)
    lines = ["", "\b", "Columns:"] if found.returns else []
    for column in found.returns:
        lines += wrap(
            column.about, WIDTH, initial_indent=f"  {column.name:{wide}}  ", subsequent_indent=" " * (wide + 4)
        ) or [f"  {column.name}"]
    return lines


def typed(found: Query, command: str, given: Mapping[str, str]) -> str:
    """What to type for a query, or a metric, with these values."""
    return found.command(given).replace("ossatlas query", f"ossatlas {command}", 1)
