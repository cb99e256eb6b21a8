"""What an assistant can read before it asks: the graph's schema, and a page for each measure."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import mcp_types as types

from api.schema_pages import SCHEMA_FORMATS
from graph.errors import NotFoundError

SCHEMA = "ossatlas://schema"
METHODS = "ossatlas://methods/"
MARKDOWN = "text/markdown"


def resources() -> list[types.Resource]:
    """All of them, with their addresses."""
    about = "Labels, relationship types and properties with their meanings; read it before you write Cypher."
    schema = types.Resource(uri=SCHEMA, name="schema", title="The graph", description=about, mime_type=MARKDOWN)
    pages = [
        types.Resource(uri=f"{METHODS}{page.stem}", name=page.stem, title=_title(page), mime_type=MARKDOWN)
        for page in _pages()
    ]
    return [schema, *pages]


def read(uri: str) -> str:
    """The text at `uri`; NotFoundError where there is none."""
    if uri == SCHEMA:
        return SCHEMA_FORMATS["markdown"]()
    found = next((page for page in _pages() if f"{METHODS}{page.stem}" == uri), None)
    if found is None:
        known = ", ".join(resource.uri for resource in resources())
        raise NotFoundError(f"there is no resource {uri!r}; there are {known}")
    return found.read_text("utf-8")


def _pages() -> list[Path]:
    """The pages on measures: in the wheel beside the catalogue, in a checkout in `docs`."""
    beside = Path(str(files("cypher")))
    folder = next(path for path in (beside / "methods", beside.parent / "docs" / "measures") if path.is_dir())
    return sorted(page for page in folder.glob("*.md") if page.stem != "README")


def _title(page: Path) -> str:
    with page.open(encoding="utf-8") as lines:
        return next(lines).removeprefix("#").strip()
