"""`ossatlas measure`: one command for each metric of the catalogue, made from its header, and `openrank`."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import typer

from api.commands.betweenness import betweenness
from api.commands.generated import add_command
from api.commands.late import LateGroup
from api.commands.openrank import NAME, openrank
from api.commands.query import param_option, query_help
from graph.errors import BadInputError

if TYPE_CHECKING:
    from cypher.query import Query


class Metrics(LateGroup):
    """The metrics of the catalogue, read when one is named."""

    def fill(self, app: typer.Typer) -> None:
        """Add a command for each metric."""
        from api.asking import queries  # noqa: PLC0415 - slow to import

        for found in queries():
            if found.kind == "metric":
                add_metric(app, found)
        for name, command in (("betweenness", betweenness), (NAME, openrank)):
            about = cleandoc(command.__doc__ or "").replace("\n\nExample", "\n\n\b\nExample")
            app.command(name, help=about)(command)

    def missing(self, name: str) -> None:
        """Name near queries; of what is no metric say how it is asked."""
        from api.asking import queries  # noqa: PLC0415 - slow to import

        query = queries().find(name).name
        raise BadInputError(f"{query} is no metric but a question", hint=f"ossatlas query {query}")


measure = typer.Typer(cls=Metrics, no_args_is_help=True, rich_markup_mode=None)


@measure.callback()
def measuring() -> None:
    """Compute a metric and write it into the graph; what it needs is computed first.

    Example:
      ossatlas measure leiden --gamma 1.2

    """


def add_metric(app: typer.Typer, found: Query) -> None:
    """Add the command of one metric."""

    def run(values: Mapping[str, Any]) -> None:
        _run(found, values)

    add_command(app, found.name, query_help(found, "measure"), [param_option(param) for param in found.params], run)


def _run(found: Query, given: Mapping[str, Any]) -> None:
    from api.measuring import in_words, measured  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    found.bind(given)  # says what is wrong before an engine is started
    with opened() as database:
        for name, done in measured(database, found.name, given):
            typer.echo(in_words(name, done))
