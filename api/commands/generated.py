"""Commands made from declarations: of a query's parameters, of a source's usage."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

_PREFIX = "given_"
"""Before each name, as parameters of queries may be Python's keywords: `--from`."""
Run = Callable[[Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Option:
    """An option or argument of a generated command: its parameter name, what typer knows of it, its default."""

    name: str
    annotation: object
    default: object = None


def option(name: str, kind: object, about: str, *, metavar: str, default: object = None) -> Option:
    """An option `--name` of a generated command."""
    flag = f"--{name.replace('_', '-')}"
    return Option(name, Annotated[kind, typer.Option(flag, help=about, metavar=metavar, show_default=False)], default)


def add_command(app: typer.Typer, name: str, about: str, options: Sequence[Option], run: Run) -> None:
    """Add a command to `app` that calls `run` with the values of its options by name."""

    def called(**values: Any) -> None:  # noqa: ANN401 - typer hands over what the options declare
        run({name.removeprefix(_PREFIX): value for name, value in values.items()})

    called.__signature__ = inspect.Signature(  # type: ignore[attr-defined] # typer reads the signature
        [
            inspect.Parameter(
                _PREFIX + o.name, inspect.Parameter.KEYWORD_ONLY, default=o.default, annotation=o.annotation
            )
            for o in options
        ]
    )
    called.__annotations__ = {_PREFIX + o.name: o.annotation for o in options}
    app.command(name, help=about)(called)
