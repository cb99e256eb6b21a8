"""A statement of one's own as a file of the catalogue: its header written from what it was asked with and told."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from graph.model import Column

TO_SAY = "say what this is, with its unit"
_NAME = re.compile(r"[A-Za-z][\w]*")


def draft(statement: str, parameters: Mapping[str, object], columns: Sequence[Column]) -> str:
    """The text of a query file for `statement`, to be named, explained and put into a folder of queries.

    Types of parameters are those of their values, types of columns those of the answer; meanings are left to the
    author.
    """
    lines = [
        "// title: Say in a few words what this answers",
        "// about: Say what it answers and how, in one or two sentences.",
        "// kind: table",
        *(f"// param {name}: {_type(value)} {TO_SAY}" for name, value in parameters.items() if _NAME.fullmatch(name)),
        *(f"// returns {column.name}: {column.type} {TO_SAY}" for column in columns),
        *_example(parameters),
        "",
        statement.strip().rstrip(";").rstrip(),
    ]
    return "\n".join(lines) + "\n"


def _example(parameters: Mapping[str, object]) -> list[str]:
    texts = [f"{name}={_typed(value)}" for name, value in parameters.items() if value is not None]
    return [f"// example: {' '.join(texts)}"] if texts else []


def _typed(value: object) -> str:
    """A value as one types it on the command line."""
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return json.dumps(text, ensure_ascii=False) if re.search(r"[\s\"']", text) else text


def _type(value: object) -> str:
    if isinstance(value, list):
        return "list[str]"
    return next((name for kind, name in _TYPES if isinstance(value, kind)), "str")


_TYPES: tuple[tuple[type, str], ...] = ((bool, "bool"), (int, "int"), (float, "float"))
