"""The template environment: autoescaped, with the filters that show values the same way everywhere."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.schema import NODES
from viz import addresses, prose
from viz.cells import cell, shown
from viz.language import (
    LANGUAGES,
    SHORT,
    TAGS,
    in_language,
    language,
    month,
    named,
    say,
    say_html,
    spoken,
    termed,
    translated,
)

if TYPE_CHECKING:
    from jinja2 import Environment

    from graph.model import Table

TEMPLATES = Path(__file__).parent / "templates"
SAFE_INTEGER = 2**53
FEW, SLACK = 4, 2
"""How many items of a list are shown at once, and by how many it may be longer before the rest is folded."""
LONG = 300
"""Characters of a text that are shown at once, where statements of one's own are answered."""
REPOSITORY_COLUMNS = {
    "repository",
    "name_with_owner",
    "left",
    "right",
    "repositories",
    "other",
    "related",
    "maintains",
    "top",
    "subject",
    "object",
}
DEVELOPER_COLUMNS = {
    "login",
    "developer",
    "developers_in_common",
    "logins",
    "maintainer",
    "second_maintainer",
    "partner",
    "examples",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A shown value: its text and, where it has a page, the address; whether it stands for what is not known."""

    text: str
    href: str = ""
    unknown: bool = False


@cache
def environment() -> Environment:
    """The environment of all templates, made once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  slow, and only pages need it

    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "shown": shown,
        "pieces": pieces,
        "words": named,
        "plain": plain,
        "numeric": is_number,
        "literal": literal,
    }
    made.filters |= {"translated": translated, "month": month, "choice": termed}
    made.filters |= {
        name: getattr(prose, name)
        for name in ("begun", "coded", "uncoded", "first_sentence", "sentence", "linked", "remarked")
    }
    made.globals |= {
        "addresses": addresses,
        "static": static,
        "kinds": NODES,
        "sparkline": sparkline,
        "percent": prose.percent,
    }
    made.globals |= {"row_page": row_page}
    made.globals |= {"few": FEW, "slack": SLACK, "long": LONG}
    made.globals |= {"say": say, "say_html": say_html, "language": language, "languages": LANGUAGES, "tags": TAGS}
    made.globals |= {"shorter": SHORT}
    made.globals |= {
        "in_language": in_language,
        "spoken": spoken,
        "anchor": prose.anchor,
        "bold": prose.bold,
        "code": prose.code,
    }
    return made


def render(template: str, values: Mapping[str, object]) -> str:
    """The text of a template with these values."""
    return environment().get_template(template).render(values)


@cache
def static(name: str) -> str:
    """The address of a static file, with its content's hash so that browsers may keep it."""
    file = addresses.STATIC_FOLDER / name
    mark = hashlib.sha256(file.read_bytes()).hexdigest()[:10] if file.is_file() else "missing"
    return f"{addresses.STATIC}/{name}?v={mark}"


def plain(value: object) -> object:
    """`value` as JSON has it: no infinities, no integer that a browser would round, texts for all else."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < SAFE_INTEGER else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else str(value)


def pieces(value: object, column: str = "") -> list[Piece]:
    """The parts of a table's cell, each with the page it links to."""
    if isinstance(value, Mapping) and value:
        return [Piece(f"{named(str(name))} {shown(item)}") for name, item in value.items()]
    parts = value if isinstance(value, list | tuple) and value else [value]
    return [
        Piece(text, _page(part, column), text == say("value.unknown"))
        for part in parts
        for text in [cell(part, column)]
    ]


def literal(value: object, column: str = "") -> Piece:
    """A value as a statement told it: texts as they are, and all that could be mistaken for one as JSON has it."""
    if isinstance(value, str) and value:
        return Piece(value, _page(value, column))
    return Piece(json.dumps(value, ensure_ascii=False), unknown=value is None)


def row_page(table: Table, row: Sequence[object]) -> str:
    """The page of what a row names by label, title and key, as the rows of a search do, or ""."""
    told = {column.name: str(value) for column, value in zip(table.columns, row, strict=True)}
    if not {"label", "title", "key"} <= told.keys():
        return ""
    return addresses.found(told["label"], told["title"], told["key"], told.get("about", ""))


def _page(value: object, column: str) -> str:
    if not isinstance(value, str) or not value:
        return ""
    if column in REPOSITORY_COLUMNS and value.count("/") == 1:
        return addresses.repository(value)
    return addresses.developer(value) if column in DEVELOPER_COLUMNS and "/" not in value else ""


def is_number(column_type: str) -> bool:
    """Whether a column of that type is set flush right."""
    return column_type in {"int", "float"}


def sparkline(values: list[float], width: float = 240, height: float = 44) -> str:
    """The points of an SVG polyline through `values`, from 0 at the bottom to their maximum at the top."""
    top = max(values, default=0.0) or 1.0
    step = width / max(len(values) - 1, 1)
    return " ".join(f"{i * step:.1f},{height - (height - 4) * v / top - 2:.1f}" for i, v in enumerate(values))
