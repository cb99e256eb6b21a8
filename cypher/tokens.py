"""The words of a Cypher statement, as far as a guard needs them: names apart from texts, numbers and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "text", "number", "sign"]

_TOKEN = re.compile(
    r"""
      (?P<comment> //[^\n\r]* | /\*.*?\*/ )
    | (?P<text>    '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<quoted>  `(?:[^`]|``)*` )
    | (?P<name>    [^\W\d]\w* )
    | (?P<number>  \d\w* )
    | (?P<open>    /\* | ['"`] )
    | (?P<sign>    \S )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word; a name is without its backticks. `kind` is open for a string, name or comment that has no end."""

    kind: Kind | Literal["open"]
    text: str


def tokens(statement: str) -> Iterator[Token]:
    """The words of `statement` in their order, without comments."""
    for found in _TOKEN.finditer(statement):
        kind, text = str(found.lastgroup), found.group()
        if kind == "quoted":
            yield Token("name", text[1:-1].replace("``", "`"))
        elif kind != "comment":
            yield Token(kind, text)  # type: ignore[arg-type] # the pattern's groups are the kinds
