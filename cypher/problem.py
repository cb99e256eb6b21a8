"""What is wrong in a query file, said so that it can be mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import BadInputError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: file, line (1 is the first), and a sentence that says what is wrong and what to write."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class BrokenQueryError(BadInputError):
    """Query files that cannot be taken, with every problem found in them, one per line."""

    title = "A query file has to be mended"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)), hint="docs/queries.md describes query files")


def near(name: str, known: Iterable[str], *, show_all: bool = True) -> str:
    """The end of a sentence about the unknown `name`: `did you mean 'x'?` or, where nothing is near, what is known."""
    from difflib import get_close_matches  # noqa: PLC0415 - a catalogue without faults does not need it

    spelled = {choice.lower(): choice for choice in sorted(known)}
    close = get_close_matches(name.lower(), spelled, n=3, cutoff=0.6)
    if close:
        return f"did you mean {' or '.join(repr(spelled[choice]) for choice in close)}?"
    return f"known are {', '.join(spelled.values())}" if show_all and spelled else "there is nothing near"
