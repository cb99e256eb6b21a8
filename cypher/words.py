"""The words of a Cypher statement, and what can be told from them without a server."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"(?:\s++|//[^\n\r]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+"
    r"(?:(?P<name>[^\W\d]\w*+|`[^`]*+`)"
    r"|(?P<text>'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\")"
    r"|(?P<param>\$(?:\w++|`[^`]*+`))"
    r"|(?P<number>\d++(?:\.\d++)?(?:[eE][+-]?\d++)?)"
    r"|(?P<open>(?:['\"`]|/\*).*+)"
    r"|(?P<sign>\S)|\Z)",
    re.DOTALL,
)
"""Nothing in it is tried twice: strangers write what it reads. What has no end is one word, to the statement's end."""
_OPENING, _CLOSING = "([{", ")]}"


class Word(NamedTuple):
    """One word: its `kind`, its place, and `upper`: a name in capitals.

    A kind is name, text, param, number, sign, or open: a text or comment without an end.
    """

    kind: str
    text: str
    at: int
    upper: str = ""


END = Word("sign", "", -1)
"""What stands before the first word and after the last."""


@lru_cache(maxsize=256)  # a projection's statement is looked at by three rules
def words_of(statement: str) -> tuple[Word, ...]:
    """The words of `statement` without spaces and comments; names and parameters without their backticks."""
    words = []
    for found in _WORD.finditer(statement):
        if found.lastgroup is None:
            break
        kind, text = found.lastgroup, found[found.lastgroup]
        place = found.end() - len(text)
        if kind == "name":  # in backticks it is no keyword
            words.append(Word(kind, text.strip("`"), place, "" if text[0] == "`" else text.upper()))
        else:
            words.append(Word(kind, text.replace("`", "") if kind == "param" else text, place, ""))
    return tuple(words)


def parameters(words: Sequence[Word]) -> dict[str, int]:
    """The `$names` of a statement, each with the place of its first mention."""
    found: dict[str, int] = {}
    for _, text, at, _ in [word for word in words if word[0] == "param"]:
        found.setdefault(text[1:], at)
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
    depth = 0
    for at in range(len(words) - 1, -1, -1):
        depth += deeper(words[at])
        if depth == 0 and words[at].upper == "RETURN":
            return at
    return None


def deeper(word: Word) -> int:
    """By how much brackets are deeper behind this word."""
    if word.kind != "sign":
        return 0
    return (word.text in _OPENING) - (word.text in _CLOSING)


def _items(words: Sequence[Word], start: int) -> list[list[Word]]:
    items: list[list[Word]] = [[]]
    depth = 0
    for at in range(start, len(words)):
        word = words[at]
        if depth == 0 and word.upper in {"ORDER", "SKIP", "LIMIT", "UNION", "OFFSET"}:
            break
        depth += deeper(word)
        if depth == 0 and word.text == ",":
            items.append([])
        elif not (word.upper == "DISTINCT" and at == start):
            items[-1].append(word)
    return items


def _name(item: Sequence[Word]) -> str | None:
    depth = 0
    for at, word in enumerate(item):
        depth += deeper(word)
        if depth == 0 and word.upper == "AS" and at + 2 == len(item):
            return item[-1].text
    return item[0].text if len(item) == 1 and item[0].kind == "name" else None
