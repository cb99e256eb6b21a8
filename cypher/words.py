"""The words of a Cypher statement, and what can be told from them without a server."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(
    r"(?P<space>(?:\s+|//[^\n]*|/\*.*?\*/)+)"
    r"|(?P<name>[^\W\d]\w*|`[^`]*`)"
    r"|(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<param>\$(?:\w+|`[^`]*`))"
    r"|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_OPENING, _CLOSING = "([{", ")]}"


class Word(NamedTuple):
    """One word: `kind` is name, text, param, number or sign; `at` its place in the statement."""

    kind: str
    text: str
    at: int

    def says(self, keyword: str) -> bool:
        """Whether it is this keyword, in whatever case."""
        return self.kind == "name" and self.text.upper() == keyword


END = Word("sign", "", -1)
"""What stands before the first word and after the last."""


def words_of(statement: str) -> list[Word]:
    """The words of `statement` without spaces and comments; names and parameters without their backticks."""
    words = []
    for found in _WORD.finditer(statement):
        kind = found.lastgroup or "sign"
        if kind != "space":
            text = found.group()
            words.append(Word(kind, text.replace("`", "") if kind in {"name", "param"} else text, found.start()))
    return words


def parameters(words: Sequence[Word]) -> dict[str, int]:
    """The `$names` of a statement, each with the place of its first mention."""
    found: dict[str, int] = {}
    for word in words:
        if word.kind == "param":
            found.setdefault(word.text[1:], word.at)
    return found


def columns(words: Sequence[Word]) -> tuple[list[str | None], int] | None:
    """The columns of the last RETURN (None for one without a name) and its place; None when that cannot be told."""
    start = _last_return(words)
    if start is None:
        return None
    items = _items(words, start + 1)
    if any(item and item[0].text == "*" for item in items):
        return None
    return [_name(item) for item in items], words[start].at


def _last_return(words: Sequence[Word]) -> int | None:
    depth, last = 0, None
    for at, word in enumerate(words):
        depth += _step(word)
        if depth == 0 and word.says("RETURN"):
            last = at
    return last


def _step(word: Word) -> int:
    if word.kind != "sign":
        return 0
    return (word.text in _OPENING) - (word.text in _CLOSING)


def _items(words: Sequence[Word], start: int) -> list[list[Word]]:
    items: list[list[Word]] = [[]]
    depth = 0
    for at in range(start, len(words)):
        word = words[at]
        if depth == 0 and word.kind == "name" and word.text.upper() in {"ORDER", "SKIP", "LIMIT", "UNION", "OFFSET"}:
            break
        depth += _step(word)
        if depth == 0 and word.text == ",":
            items.append([])
        elif not (word.says("DISTINCT") and at == start):
            items[-1].append(word)
    return items


def _name(item: Sequence[Word]) -> str | None:
    depth = 0
    for at, word in enumerate(item):
        depth += _step(word)
        if depth == 0 and word.says("AS") and at + 2 == len(item):
            return item[-1].text
    return item[0].text if len(item) == 1 and item[0].kind == "name" else None
