"""`ossatlas config show`: every setting, what it is, and where that comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

from api.choices import FormatChoice, FormatOption, OutputOption

if TYPE_CHECKING:
    from api.settings import Settings

HIDDEN = "(hidden)"
_USER = re.compile(r"(?<=:)//[^/@\s]+@")
"""User and password in an address."""

ABOUT = """The settings: from the environment, else from a file .env where the command runs.

\b
Example:
  ossatlas config show
"""

app = typer.Typer(name="config", help=ABOUT, no_args_is_help=True, rich_markup_mode=None)


@app.command()
def show(form: FormatOption = FormatChoice.table, output: OutputOption = None) -> None:
    """Show every setting, its value and where it comes from; secrets are hidden. A wrong one is named in place of that.

    Examples:
      ossatlas config show
      ossatlas config show --format json

    """
    from api.answer import Answer  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import
    from graph.model import Column, Table  # noqa: PLC0415 - slow to import

    columns = (
        Column("setting", "str", "its name in the environment"),
        Column("value", "str", "what it is now"),
        Column("source", "str", "environment, .env or default"),
        Column("meaning", "str", "what it is for"),
    )
    hand_over(Answer("config show", "", Table(columns, _rows(settings()))), form, output)


def _rows(current: Settings) -> list[list[object]]:
    from api.settings import given  # noqa: PLC0415 - slow to import

    sources = given()
    return [
        [str(field.validation_alias), _shown(getattr(current, name)),
         sources.get(str(field.validation_alias), "default"), field.description]
        for name, field in type(current).model_fields.items()
    ]  # fmt: skip


def _shown(value: object) -> str:
    """The value as text; of a secret, that there is one."""
    from pydantic import SecretStr  # noqa: PLC0415 - slow to import

    if isinstance(value, SecretStr):
        return HIDDEN if value.get_secret_value() else ""
    text = "" if value is None else str(value)
    return _USER.sub("//", text)
