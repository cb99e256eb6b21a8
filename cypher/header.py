"""The comment block at the top of a query file, as entries with their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cypher.problem import Problem, near

SINGLE = (
    "title", "about", "kind", "one_of", "needs", "budget", "sizes", "weights", "undated", "load", "writes",
    "projection",
)  # fmt: skip
NAMED = ("param", "returns")
MANY = ("example",)
KEYS = (*SINGLE, *NAMED, *MANY)

_ENTRY = re.compile(r"//\s?(?P<key>\w+)(?:\s+(?P<name>[\w-]+))?\s*:(?:\s+(?P<text>.*))?$")
_MORE = re.compile(r"//\s{2,}(?P<text>\S.*)$")
INCLUDE = re.compile(r"(?P<indent>\s*)//\s*include:\s*(?P<name>[\w-]*)\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its key, the name of a parameter or column, its text, and where it begins."""

    key: str
    name: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Header:
    """The entries of a file, the line (1 is the first) at which its statement begins, and what cannot be read."""

    entries: tuple[Entry, ...]
    body_line: int
    problems: tuple[Problem, ...]


def read_header(file: str, text: str) -> Header:
    """The header of `text`: its first `//` lines, up to an empty line, a statement or an include."""
    lines = text.splitlines()
    length = next((at for at, line in enumerate(lines) if not line.startswith("//") or INCLUDE.match(line)), len(lines))
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines[:length], start=1):
        more = _MORE.match(line)
        if line.strip() == "//":
            continue
        if more and entries:
            last = entries[-1]
            entries[-1] = Entry(last.key, last.name, f"{last.text} {more['text'].strip()}".strip(), last.line)
            continue
        entry = _entry(line, number)
        if isinstance(entry, str):
            problems.append(Problem(file, number, entry))
        else:
            entries.append(entry)
    problems += _repeated(file, entries)
    return Header(tuple(entries), length + 1, tuple(problems))


def _entry(line: str, number: int) -> Entry | str:
    found = _ENTRY.match(line)
    if not found:
        return (
            f"found {line!r}, expected `// key: text`, or a continued text indented by two or more spaces; "
            "comments of the statement follow after an empty line"
        )
    key, name, text = found["key"], found["name"] or "", (found["text"] or "").strip()
    if key not in KEYS:
        return f"unknown header key {key!r}; {near(key, KEYS)}"
    if key in NAMED and not name:
        return f"`{key}` needs a name: write `// {key} name: type meaning`"
    if key not in NAMED and name:
        return f"`{key}` takes no name: write `// {key}: …`"
    return Entry(key, name, text, number)


def _repeated(file: str, entries: list[Entry]) -> list[Problem]:
    seen: set[tuple[str, str]] = set()
    problems = []
    for entry in entries:
        label = f"`{entry.key} {entry.name}`" if entry.name else f"`{entry.key}`"
        if entry.key not in MANY and (entry.key, entry.name) in seen:
            problems.append(Problem(file, entry.line, f"{label} stands twice: keep one"))
        seen.add((entry.key, entry.name))
    return problems
