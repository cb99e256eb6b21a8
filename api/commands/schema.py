"""`ossatlas schema`: what the graph is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from api.choices import OutputOption


class SchemaChoice(StrEnum):
    """How the schema is written."""

    text = "text"
    markdown = "markdown"
    json = "json"
    svg = "svg"
    mermaid = "mermaid"


def schema(
    form: Annotated[SchemaChoice, typer.Option("--format", help="How the schema is written.")] = SchemaChoice.text,
    output: OutputOption = None,
) -> None:
    """Print the graph's labels, relationship types and properties with their meanings, or draw them.

    Examples:
      ossatlas schema
      ossatlas schema --format svg -o schema.svg

    """
    from api.output_file import deliver  # noqa: PLC0415 - slow to import
    from api.schema_pages import SCHEMA_FORMATS  # noqa: PLC0415 - slow to import

    deliver(SCHEMA_FORMATS[form.value]().encode(), output)
