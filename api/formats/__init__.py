"""Answers as bytes: one format per file; the same for the command line and the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from api.answer import Answer
from api.formats.delimited import as_csv, csv_pages
from api.formats.document import as_json
from api.formats.lines import as_lines, line_pages
from api.formats.markdown import as_markdown
from api.formats.parquet import as_parquet, parquet_pages
from graph.model import Column, Coverage, Pages


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name in `--format` and `format=`, its media type, what writes it, whether it is text."""

    name: str
    media_type: str
    write: Callable[[Answer], bytes]
    text: bool = True


FORMATS = {
    form.name: form
    for form in (
        Format("json", "application/json", as_json),
        Format("jsonl", "application/jsonl", as_lines),
        Format("csv", "text/csv; charset=utf-8", as_csv),
        Format("markdown", "text/markdown; charset=utf-8", as_markdown),
        Format("parquet", "application/vnd.apache.parquet", as_parquet, text=False),
    )
}
PAGES: dict[str, Callable[[Sequence[Column], Pages, Coverage], Iterator[bytes]]] = {
    "jsonl": line_pages,
    "csv": csv_pages,
    "parquet": parquet_pages,
}
"""By format, what writes tables too large to be held, page by page."""
