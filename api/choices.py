"""Options that several commands share, and the values that they take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class FormatChoice(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    markdown = "markdown"
    parquet = "parquet"


FormatOption = Annotated[FormatChoice, typer.Option("--format", help="How the answer is written.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; the terminal when absent.")
]
HostOption = Annotated[str | None, typer.Option("--host", help="Address to listen on.", show_default="127.0.0.1")]
PortOption = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="Port to listen on.", show_default="8765")
]
PublicOption = Annotated[
    bool, typer.Option("--public", help="Answer strangers: read-only engines of their own, filled from a snapshot.")
]
SnapshotOption = Annotated[
    str | None,
    typer.Option("--snapshot", metavar="NAME|FILE", help="Which one, with --public.", show_default="the newest"),
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]
