"""The statement of a query file: its text with fragments in place, and from which file and line each line comes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cypher.header import INCLUDE
from cypher.problem import Problem, near

Line = tuple[str, str, int]
"""The text of a line, its file and its number there."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part that several statements share: where it stands, and its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """A whole statement, and the origin of each of its lines."""

    text: str
    origins: tuple[tuple[str, int], ...]
    starts: tuple[int, ...]

    def problem(self, at: int, message: str) -> Problem:
        """A problem at place `at` of the statement."""
        file, line = self.origins[max(bisect_right(self.starts, at) - 1, 0)] if self.origins else ("", 1)
        return Problem(file, line, message)


def read_body(lines: Sequence[Line], fragments: Mapping[str, Fragment]) -> tuple[Body, list[Problem]]:
    """The statement that `lines` write, and what is wrong with its includes."""
    problems: list[Problem] = []
    whole = _trimmed(_included(lines, fragments, (), problems))
    texts = [text for text, _, _ in whole]
    starts = tuple(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
    return Body("\n".join(texts), tuple((file, line) for _, file, line in whole), starts), problems


def fragment_lines(fragment: Fragment) -> list[Line]:
    """The lines of a fragment without its comment at the top."""
    lines = [(text, fragment.file, at) for at, text in enumerate(fragment.text.splitlines(), start=1)]
    body = (at for at, (text, _, _) in enumerate(lines) if not text.startswith("//") or INCLUDE.match(text))
    return _trimmed(lines[next(body, len(lines)) :])


def _included(
    lines: Sequence[Line], fragments: Mapping[str, Fragment], inside: tuple[str, ...], problems: list[Problem]
) -> list[Line]:
    whole: list[Line] = []
    for text, file, number in lines:
        found = INCLUDE.match(text)
        if not found:
            whole.append((text, file, number))
            continue
        name = found["name"]
        if name not in fragments or name in inside:
            problems.append(Problem(file, number, _cannot_include(name, fragments, inside)))
            continue
        part = _included(fragment_lines(fragments[name]), fragments, (*inside, name), problems)
        whole += [(f"{found['indent']}{line}" if line else line, origin, at) for line, origin, at in part]
    return whole


def _cannot_include(name: str, fragments: Mapping[str, Fragment], inside: tuple[str, ...]) -> str:
    if name in inside:
        return f"fragment {name!r} includes itself: {' → '.join((*inside, name))}"
    return f"unknown fragment {name!r} in `// include: {name}`; {near(name, fragments)}"


def _trimmed(lines: list[Line]) -> list[Line]:
    """`lines` without empty ones around them, and without a semicolon at the end."""
    full = [at for at, (text, _, _) in enumerate(lines) if text.strip()]
    if not full:
        return []
    kept = lines[full[0] : full[-1] + 1]
    text, file, number = kept[-1]
    return [*((line.rstrip(), f, n) for line, f, n in kept[:-1]), (text.rstrip().removesuffix(";"), file, number)]
