"""The schema in the formats that `ossatlas schema` and the reference offer: one function per format, all pure."""

from __future__ import annotations

from collections.abc import Callable

from api.schema_pages.document import as_json
from api.schema_pages.markdown import as_markdown
from api.schema_pages.mermaid import as_mermaid
from api.schema_pages.picture import as_svg
from api.schema_pages.text import as_text

SCHEMA_FORMATS: dict[str, Callable[[], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "svg": as_svg,
    "mermaid": as_mermaid,
}
